package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.ejml.data.Complex_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Of several equilibria the one reported is the long-horizon limit: where dV/dτ = F(V) from V = 0
/// ends. That is a
/// property of the game, so it cannot depend on the steps or the threads; and it can only be an
/// equilibrium that the
/// long
/// game does not leave again.
class SeveralEquilibriaTest {

    private static final Settings SETTINGS = Settings.standard().withThreads(1);
    private static final double[] STEPS = {0.3, 0.15, 0.075, 0.0375};

    /// Each would withdraw only if the other does, soon. Found by Newton's method from everywhere in
    /// the payoff box:
    /// both hold for ever and everything is worth next to nothing, or both go, and one on the edge
    /// between. Plain
    /// iteration from zero finds the first, the long game ends in the second.
    @Test
    void mutualWithdrawalAndNoneAreBothEquilibria() throws NotSolvedException {
        var game = StandOff.withdrawal(2, 8, 2, 0.3, 0.5).game();
        var all = equilibria(game, 60, 1);
        assertThat(all).hasSize(3);
        double[] hold = all.get(0);
        double[] edge = all.get(1);
        double[] out = all.get(2);
        assertThat(Arrays.copyOf(hold, 2)).containsExactly(new double[] {0, 0}, within(1e-3));
        assertThat(Arrays.copyOf(out, 2)).containsExactly(new double[] {0.217, 0.281}, within(1e-3));
        assertThat(growth(game, hold)).isNegative();
        assertThat(growth(game, edge)).isPositive();
        assertThat(growth(game, out)).isNegative();
        double[] plain = new Naive(game).gaussSeidel(1e-10, 20_000);
        assertThat(plain).containsExactly(hold, within(1e-6));
        assertThat(new PlainTime(game, 0.02).to(600).value).containsExactly(out, within(1e-8));
        reports(game, out);
    }

    /// Stand-offs with two equilibria that last, in which who goes first is settled differently; V_0
    /// and V_1 with
    /// nobody out yet are those of the long-horizon limit.
    @ParameterizedTest
    @CsvSource({
        "2, 5, 0, 0.3, 0.5, 0.505, 1.175",
        "2, 8, -2, 0.3, 0.5, 0.445, 1.040",
        "2, 8, 2, 0.05, 0.5, 0.489, 0.631",
        "4, 2, 2, 1, 0.5, 1.620, 2.670",
        "4, 5, 2, 0.3, 2, 2.304, 3.400",
        "4, 8, 0, 1, 0.5, 1.255, 2.466",
        "6, 8, 0, 0.05, 0.5, 4.116, 5.054",
        "6, 8, 0, 1, 0.5, 3.116, 4.374",
        "6, 8, -2, 1, 0.5, 3.637, 3.779",
        "6, 8, 2, 0.3, 2, 4.174, 5.448"
    })
    void theOneReportedIsWhereTheLongGameEnds(
            double peace, double loss, double gain, double cost, double acts, double first, double second)
            throws NotSolvedException {
        var game = StandOff.withdrawal(peace, loss, gain, cost, acts).game();
        var lasting = equilibria(game, 60, 2).stream()
                .filter(v -> growth(game, v) < 0)
                .toList();
        assertThat(lasting).hasSizeGreaterThanOrEqualTo(2);
        double[] end = new PlainTime(game, 0.02).to(600).value;
        assertThat(Arrays.copyOf(end, 2)).containsExactly(new double[] {first, second}, within(1e-3));
        assertThat(lasting).anyMatch(v -> apart(v, end) < 1e-8);
        reports(game, end);
    }

    /// The long game may pass by an equilibrium it does not end in: near one from which it would move
    /// away for good
    /// (∂F/∂V has an eigenvalue with positive real part) it lingers. Two almost equal actors pass the
    /// equilibrium
    /// in which they do the same, and end with one of them giving way.
    @ParameterizedTest
    @ValueSource(longs = {9, 78, 85})
    void anEquilibriumPassedByIsNotTheEnd(long seed) throws NotSolvedException {
        var game = StandOff.ring(seed, 2, 0.02).game();
        double[] end = new PlainTime(game, 0.02).to(600).value;
        assertThat(growth(game, end)).isNegative();
        reports(game, end);
    }

    /// On random rings of two it is where the long game ends, one or several.
    @Test
    void ringsOfTwoEndWhereTheLongGameEnds() throws NotSolvedException {
        var failed = new ArrayList<String>();
        for (long seed = 1; seed <= 60; seed++) {
            var game = StandOff.ring(seed, 2, 0.1).game();
            var time = new PlainTime(game, 0.04).to(400);
            if (time.unrest() < 1e-6) {
                double off = apart(Equilibrium.solve(game, SETTINGS).value(), time.value);
                if (!(off < 1e-3)) {
                    failed.add("seed " + seed + ": off by " + off);
                }
            }
        }
        assertThat(failed).isEmpty();
    }

    /// Two actors exactly alike: the game that ends at T has one solution for each T, so it is
    /// symmetric, and so is its limit. Where the equilibrium in which both do the same does not last
    /// the slightest difference decides, which the solver may say instead of answering; but what it
    /// says should not depend on the steps. In about one ring of ten it does: a run ends so close
    /// to what repels that it takes it for the end, or two runs agree by accident. Which rings these
    /// are changes with every rounding; how many does not.
    @Test
    void betweenEqualsTheStepsSeldomDecide() {
        var differ = new ArrayList<String>();
        for (long seed = 1; seed <= 60; seed++) {
            var game = StandOff.ring(seed, 2, 0).game();
            double apart = disagreement(
                    Arrays.stream(STEPS).mapToObj(step -> said(game, step)).toList());
            if (!(apart < 1e-5)) {
                differ.add("seed " + seed + ": apart by " + apart);
            }
        }
        assertThat(differ).hasSizeLessThanOrEqualTo(6);
    }

    /// Halving the tolerance of steps does not change what is reported, on boards of three to five
    /// rows and sharp play.
    @Test
    void halvingTheStepsChangesNothing() {
        var failed = new ArrayList<String>();
        for (long seed = 1; seed <= 200; seed++) {
            int rows = 3 + (int) (seed % 3);
            int[] levels = new int[rows];
            for (int t = 0; t < rows; t++) {
                levels[t] = rows == 3 ? 3 : 2 + (int) ((seed + t) % 2);
            }
            var parts = RandomBoard.of(seed, 2 + (int) (seed % 3), Choice.INTENTIONS, 4, 0.3, levels);
            Arrays.fill(parts.kappa, Math.log(200));
            var game = parts.game();
            var said = Arrays.stream(STEPS).mapToObj(step -> said(game, step)).toList();
            double off = disagreement(said);
            if (!(off < 1e-5)) {
                failed.add("seed " + seed + ", levels " + Arrays.toString(levels) + ": off by " + off);
            }
        }
        assertThat(failed).isEmpty();
    }

    /// The values at a tolerance of steps, or the reason why there are none.
    private static Object said(Game game, double step) {
        try {
            return Equilibrium.solve(game, SETTINGS.withStepTolerance(step)).value();
        } catch (NotSolvedException e) {
            return e.reason();
        }
    }

    /// How far apart answers are at most; infinite if only some of them are.
    private static double disagreement(List<Object> said) {
        double most = 0;
        for (var one : said) {
            if (one instanceof double[] v && said.getFirst() instanceof double[] w) {
                most = Math.max(most, apart(v, w));
            } else if (!one.equals(said.getFirst())) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return most;
    }

    /// `game` is reported to end at `end` whatever the steps and the threads.
    private static void reports(Game game, double[] end) throws NotSolvedException {
        for (double step : STEPS) {
            for (int threads = 1; threads <= 2; threads++) {
                var settings = SETTINGS.withStepTolerance(step).withThreads(threads);
                assertThat(Equilibrium.solve(game, settings).value())
                        .as("steps to %s, %d threads", step, threads)
                        .containsExactly(end, within(1e-6));
            }
        }
    }

    /// All that Newton's method finds from random starts in the payoff box, by V_0(0).
    private static List<double[]> equilibria(Game game, int starts, long seed) {
        var random = new SplittableRandom(seed);
        var newton = new DenseNewton(game);
        var found = new ArrayList<double[]>();
        double box = 0;
        for (int k = 0; k < game.flowTable.length; k++) {
            box = Math.max(box, Math.abs(game.flowTable[k]) / game.discount[k % game.actors]);
        }
        for (int s = 0; s < starts; s++) {
            double[] start = new double[game.states * game.actors];
            for (int k = 0; k < start.length; k++) {
                start[k] = box * (2 * random.nextDouble() - 1);
            }
            newton.solve(start).ifPresent(v -> {
                if (found.stream().noneMatch(w -> apart(v, w) < 1e-6)) {
                    found.add(v);
                }
            });
        }
        found.sort(Comparator.comparingDouble(v -> v[0]));
        return found;
    }

    /// The rate at which the long game moves away from an equilibrium: the largest real part of an
    /// eigenvalue of ∂F/∂V.
    private static double growth(Game game, double[] v) {
        return new DenseNewton(game)
                .jacobian(v).eig().getEigenvalues().stream()
                        .mapToDouble(Complex_F64::getReal)
                        .max()
                        .orElseThrow();
    }

    private static double apart(double[] a, double[] b) {
        double most = 0;
        for (int k = 0; k < a.length; k++) {
            most = Math.max(most, Math.abs(a[k] - b[k]));
        }
        return most;
    }
}
