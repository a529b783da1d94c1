package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.casus.scenario.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Solving quickly, from nothing or a neighbour's values: the same answer where there is but one, and where
/// there are two the long-horizon limit from nothing and its own branch from a neighbour.
class NearbyTest {

    private static final Settings SETTINGS = Settings.standard().withThreads(1);

    /// Every payoff of a random board moves by up to a tenth.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void aNeighbourLeadsToTheSameAnswer(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= 12; seed++) {
            var start = Equilibrium.solve(
                    RandomBoard.of(seed, 3, choice, 3, 3, 2, 2).game(), SETTINGS);
            var parts = RandomBoard.of(seed, 3, choice, 3, 3, 2, 2);
            var random = new SplittableRandom(seed);
            for (double[] flow : parts.flow) {
                for (int i = 0; i < flow.length; i++) {
                    flow[i] *= 0.9 + 0.2 * random.nextDouble();
                }
            }
            var game = parts.game();
            var cold = Equilibrium.solve(game, SETTINGS);
            var warm = Equilibrium.solveFrom(game, SETTINGS, start.value());
            assertThat(warm.residual()).as("seed %d", seed).isLessThanOrEqualTo(1e-9);
            assertThat(warm.value()).as("seed %d", seed).containsExactly(cold.value(), within(1e-6));
            assertThat(warm.worth()).as("seed %d", seed).containsExactly(cold.worth(), within(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void fromNothingItFindsTheLongHorizonLimit(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= 12; seed++) {
            var game = RandomBoard.of(seed, 3, choice, 3, 3, 2, 2).game();
            var cold = Equilibrium.solve(game, SETTINGS);
            var quick = Equilibrium.solveQuickly(game, SETTINGS);
            assertThat(quick.residual()).as("seed %d", seed).isLessThanOrEqualTo(1e-9);
            assertThat(quick.value()).as("seed %d", seed).containsExactly(cold.value(), within(1e-6));
        }
    }

    /// A start so far off that steps have to be cut is given up for nothing at all.
    @Test
    void aStartThatLeadsNowhereIsGivenUp() throws NotSolvedException {
        var game = RandomBoard.of(3, 4, Choice.INTENTIONS, 4, 3, 3, 3).game();
        double[] far = new double[game.states * game.actors];
        var random = new SplittableRandom(7);
        Arrays.setAll(far, k -> 2000 * random.nextDouble());
        var quick = Equilibrium.solveQuickly(game, SETTINGS);
        var given = Equilibrium.solveQuickly(game, SETTINGS, far);
        assertThat(given.log().getFirst()).startsWith("from nearby: lost");
        assertThat(given.value()).isEqualTo(quick.value());
    }

    /// Another equilibrium than one near the start is no answer.
    @Test
    void aWayThatIsLostIsNoAnswer() {
        var game = RandomBoard.of(3, 4, Choice.INTENTIONS, 4, 3, 3, 3).game();
        double[] nowhere = new double[game.states * game.actors];
        Arrays.fill(nowhere, 1e306);
        assertThatThrownBy(() -> Equilibrium.solveFrom(game, SETTINGS, nowhere))
                .isInstanceOfSatisfying(
                        NotSolvedException.class,
                        lost -> assertThat(lost.reason()).isEqualTo(NotSolvedException.Reason.LOST))
                .hasMessageStartingWith("from nearby: lost");
    }

    @Test
    void threadsLeaveNoTrace() throws NotSolvedException {
        var game = RandomBoard.of(5, 4, Choice.INTENTIONS, 4, 3, 3, 3).game();
        double[] start = new double[game.states * game.actors];
        double[] one = Equilibrium.solveFrom(game, SETTINGS, start).value();
        assertThat(Equilibrium.solveFrom(game, SETTINGS.withThreads(2), start).value())
                .isEqualTo(one);
    }

    /// From where both hold, a stand-off stays there; the long-horizon limit is that both withdraw.
    @Test
    void ofTwoEquilibriaItFindsTheOneItStartsFrom() throws NotSolvedException {
        var game = StandOff.withdrawal(2, 8, 2, 0.3, 0.5).game();
        double[] nothing = new double[game.states * game.actors];
        double[] hold = new Naive(game).gaussSeidel(1e-10, 20_000);
        assertThat(Arrays.copyOf(hold, 2)).containsExactly(new double[] {0, 0}, within(1e-3));
        assertThat(Equilibrium.solveFrom(game, SETTINGS, hold).value()).containsExactly(hold, within(1e-6));
        assertThat(Equilibrium.solveQuickly(game, SETTINGS).value())
                .containsExactly(Equilibrium.solve(game, SETTINGS).value(), within(1e-6));
        double[] out = Equilibrium.solve(game, SETTINGS).value();
        assertThat(Equilibrium.solveFrom(game, SETTINGS, out).value()).containsExactly(out, within(1e-6));
        assertThat(out[0]).isGreaterThan(nothing[0] + 0.1);
    }

    @Test
    void aStartOfAnotherGameIsRefused() {
        var game = StandOff.withdrawal(2, 8, 2, 0.3, 0.5).game();
        assertThatThrownBy(() -> Equilibrium.solveFrom(game, SETTINGS, new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 values");
    }
}
