package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.casus.equilibrium.NotSolvedException.Reason;
import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Games without a long-horizon limit are said to have none: an equilibrium exists (F has a zero, by
/// Brouwer) and
/// Newton's
/// method may well find it, but the long game goes round it for ever, so it is not what the game is
/// said to come to.
class NotSolvedTest {

    private static final Settings SETTINGS = Settings.standard().withThreads(1);

    /// Rings of three in which what each wants depends on what the next does, and the three chase each
    /// other. Followed
    /// by small steps the play still changes after 400 and after 800 weeks, twenty and forty times
    /// what anyone looks
    /// ahead: no limit, at any tolerance of steps.
    @ParameterizedTest
    @ValueSource(longs = {2, 5, 8, 9, 22, 29})
    void aLongGameThatCyclesHasNoLimit(long seed) {
        var game = StandOff.ring(seed, 3, 0.05).game();
        assertThat(goesOn(game)).isTrue();
        for (double step : new double[] {0.3, 0.15, 0.075, 0.0375}) {
            var said = catchThrowableOfType(
                    NotSolvedException.class, () -> Equilibrium.solve(game, SETTINGS.withStepTolerance(step)));
            assertThat(said).as("steps to %s", step).isNotNull();
            assertThat(said.reason()).isEqualTo(Reason.DOES_NOT_SETTLE);
            assertThat(said).hasMessageContaining("does not settle");
            partialIsHonest(game, said.partial());
        }
    }

    /// One game of many fails for the same reason, in the same words, and shows the longest game instead.
    @Test
    void whereNothingIsToBeShownInsteadTheReasonIsTheSame() throws NotSolvedException {
        var game = StandOff.ring(2, 3, 0.05).game();
        var said = catchThrowableOfType(NotSolvedException.class, () -> Equilibrium.solve(game, SETTINGS));
        var left = catchThrowableOfType(NotSolvedException.class, () -> Equilibrium.solveOrLeave(game, SETTINGS));
        assertThat(left.reason()).isEqualTo(said.reason());
        assertThat(left).hasMessage(said.getMessage());
        assertThat(left.partial().log()).noneMatch(line -> line.contains("principal branch"));
        assertThat(said.partial().log()).anyMatch(line -> line.contains("principal branch"));
        var settles = StandOff.withdrawal(2, 8, 2, 0.3, 0.5).game();
        assertThat(Equilibrium.solveOrLeave(settles, SETTINGS).value())
                .isEqualTo(Equilibrium.solve(settles, SETTINGS).value());
    }

    /// On random rings of three: a limit is reported if and only if the long game has one, and it is
    /// that one. Those
    /// still on their way after 800 weeks, neither settled nor clearly going round, are not judged.
    @Test
    void aLimitIsReportedIfAndOnlyIfThereIsOne() {
        var failed = new ArrayList<String>();
        int settled = 0;
        int endless = 0;
        for (long seed = 1; seed <= 60; seed++) {
            var game = StandOff.ring(seed, 3, 0.05).game();
            var time = new PlainTime(game, 0.04).to(400);
            if (time.unrest() < 1e-7) {
                settled++;
                try {
                    double[] v = Equilibrium.solve(game, SETTINGS).value();
                    for (int k = 0; k < v.length; k++) {
                        if (Math.abs(v[k] - time.value[k]) > 1e-4) {
                            failed.add("seed " + seed + ": " + v[k] + " for " + time.value[k] + " at " + k);
                            break;
                        }
                    }
                } catch (NotSolvedException e) {
                    failed.add("seed " + seed + ": " + e.getMessage());
                }
            } else if (goesOn(game)) {
                endless++;
                try {
                    Equilibrium.solve(game, SETTINGS);
                    failed.add("seed " + seed + ": solved, though it does not settle");
                } catch (NotSolvedException e) {
                    if (e.reason() != Reason.DOES_NOT_SETTLE) {
                        failed.add("seed " + seed + ": " + e.reason());
                    }
                }
            }
        }
        assertThat(settled).as("games that settle").isGreaterThan(10);
        assertThat(endless).as("games that do not").isGreaterThan(3);
        assertThat(failed).isEmpty();
    }

    /// An interrupted thread does not get an answer, whatever the number of threads.
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void interruptingEndsASolve(int threads) {
        var game = RandomBoard.of(3, 4, Choice.INTENTIONS, 4, 3, 3, 3).game();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Equilibrium.solve(game, SETTINGS.withThreads(threads)))
                    .isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    /// Nor does a thread interrupted half way.
    @Test
    void interruptingHalfWayEndsASolve() {
        var game = RandomBoard.of(3, 4, Choice.INTENTIONS, 4, 3, 3, 3).game();
        var settings = SETTINGS.withStepTolerance(0.01)
                .withProgress((phase, horizon, residual, left) ->
                        Thread.currentThread().interrupt());
        try {
            assertThatThrownBy(() -> Equilibrium.solve(game, settings)).isInstanceOf(CancellationException.class);
        } finally {
            Thread.interrupted();
        }
    }

    /// What the watcher throws ends the solve and reaches the caller as it is.
    @Test
    void aWatcherMayEndASolve() {
        var game = RandomBoard.of(3, 4, Choice.INTENTIONS, 4, 3, 3, 3).game();
        var enough = new IllegalStateException("enough");
        var settings = SETTINGS.withStepTolerance(0.01).withProgress((phase, horizon, residual, left) -> {
            throw enough;
        });
        assertThatThrownBy(() -> Equilibrium.solve(game, settings)).isSameAs(enough);
    }

    /// A tolerance beyond rounding is met as well as numbers allow: |F| ≤ 8 ε (λ + ρ + rates of chance) max |V|, and
    /// the
    /// residual said is the true one, not the one asked for.
    @ParameterizedTest
    @ValueSource(doubles = {1e-17, 1e-30, Double.MIN_VALUE})
    void noToleranceIsMetBeyondRounding(double tolerance) throws NotSolvedException {
        for (long seed = 1; seed <= 5; seed++) {
            var game = RandomBoard.of(seed, 3, Choice.INTENTIONS, 3, 3, 3).game();
            var solution = Equilibrium.solve(game, SETTINGS.withTolerance(tolerance));
            double fastest = Arrays.stream(game.acts).sum() + 1;
            double most = EquilibriumTest.largest(solution.value());
            assertThat(solution.payoffGap()).as("seed %d", seed).isBetween(1e-300, 8 * 0x1p-53 * fastest * most);
            assertThat(solution.residual()).as("seed %d", seed).isBetween(tolerance, 1e-11);
        }
    }

    /// Whether play still changes, by points, late and very late.
    private static boolean goesOn(Game game) {
        var time = new PlainTime(game, 0.04).to(400);
        double late = time.unrest();
        double veryLate = time.to(800).unrest();
        return late > 0.01 && veryLate > 0.3 * late;
    }

    private static void partialIsHonest(Game game, Solution partial) {
        double[] f = new Naive(game).field(partial.value());
        assertThat(partial.payoffGap()).isCloseTo(EquilibriumTest.largest(f), within(1e-12));
        assertThat(partial.settled()).isNaN();
        assertThat(partial.log()).anyMatch(line -> line.contains("does not settle"));
    }
}
