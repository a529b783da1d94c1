package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Solutions satisfy the equations, whoever writes them down.
class EquilibriumTest {

    private static final Settings SETTINGS = Settings.standard().withThreads(1);

    @ParameterizedTest
    @EnumSource(Choice.class)
    void valuesWorthAndRatesSatisfyTheEquations(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= 20; seed++) {
            var game = RandomBoard.of(seed, 1 + (int) (seed % 9), choice, 3, 2 + (int) (seed % 3), 3)
                    .game();
            var solution = Equilibrium.solve(game, SETTINGS);
            var naive = new Naive(game);
            var seen = choice + ", seed " + seed;
            assertThat(solution.residual()).as(seen).isLessThan(1e-9);
            double[] f = naive.field(solution.value());
            double[] rates = naive.rates(solution.value());
            double[] left = naive.worthLeft(solution.worth(), solution.rate());
            assertThat(largest(f)).as(seen).isCloseTo(solution.payoffGap(), within(1e-13));
            for (int e = 0; e < rates.length; e++) {
                assertThat(solution.rate()[e]).as(seen).isCloseTo(rates[e], within(1e-12));
            }
            assertThat(largest(left)).as(seen).isLessThan(1e-12);
        }
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void agreesWithPlainIteration(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= 6; seed++) {
            var game = RandomBoard.of(seed, 3, choice, 3, 3, 2).game();
            double[] plain = new Naive(game).gaussSeidel(1e-11, 20_000);
            var solution = Equilibrium.solve(game, SETTINGS);
            for (int k = 0; k < plain.length; k++) {
                assertThat(solution.value()[k])
                        .as("%s, seed %d, entry %d", choice, seed, k)
                        .isCloseTo(plain[k], within(1e-7));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void agreesWithDenseNewton(Choice choice) throws NotSolvedException {
        for (long seed = 1; seed <= 6; seed++) {
            var game = RandomBoard.of(seed, 3, choice, 3, 3, 2).game();
            var solution = Equilibrium.solve(game, SETTINGS);
            double[] dense = new DenseNewton(game).solve(solution.value()).orElseThrow();
            double error = 0;
            for (int k = 0; k < dense.length; k++) {
                error = Math.max(error, Math.abs(dense[k] - solution.value()[k]));
            }
            assertThat(error).as("%s, seed %d", choice, seed).isLessThan(1e-7);
        }
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void oneTwoAndThreeThreadsAgreeBitForBit(Choice choice) throws NotSolvedException {
        Game game = RandomBoard.of(5, 5, choice, 5, 4, 4, 4).game();
        var one = Equilibrium.solve(game, SETTINGS);
        for (int threads = 2; threads <= 3; threads++) {
            var many = Equilibrium.solve(game, SETTINGS.withThreads(threads));
            assertThat(many.value()).isEqualTo(one.value());
            assertThat(many.worth()).isEqualTo(one.worth());
            assertThat(many.rate()).isEqualTo(one.rate());
            assertThat(many.correction()).isEqualTo(one.correction());
            assertThat(many.iterations()).isEqualTo(one.iterations());
            assertThat(many.residual()).isEqualTo(one.residual());
        }
    }

    static double largest(double[] a) {
        double most = 0;
        for (double d : a) {
            most = Math.max(most, Math.abs(d));
        }
        return most;
    }
}
