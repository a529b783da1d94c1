package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdjointTest {

    private static final Settings EXACT = Settings.standard().withThreads(1).withTolerance(1e-12);

    private static double[] slopes(Game game, long seed) {
        var random = new SplittableRandom(seed);
        double[] slope = new double[game.plays()];
        Arrays.setAll(slope, e -> random.nextDouble(-1, 1));
        return slope;
    }

    /// ν from −Jᵀ ν = ∂/∂V Σ slope_e h_e(V), both sides by finite differences of the plain equations and
    /// the system solved densely.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void weightsAgreeWithADenseTransposedSolve(Choice choice) throws Exception {
        for (long seed = 1; seed <= 2; seed++) {
            Game game = RandomBoard.of(seed, 3, choice, 3, 3, 3).game();
            var solution = Equilibrium.solve(game, EXACT);
            double[] slope = slopes(game, seed);
            double[] v = solution.value();
            SimpleMatrix j = new DenseNewton(game).jacobian(v);
            double[] nu = j.transpose()
                    .scale(-1)
                    .solve(byValue(game, v, slope))
                    .getDDRM()
                    .getData();
            try (var adjoint = new Adjoint(solution, EXACT)) {
                var answer = adjoint.solve(slope);
                double most = Arrays.stream(nu).map(Math::abs).max().orElseThrow();
                assertThat(answer.residual()).isLessThan(1e-10);
                assertThat(answer.products()).isPositive();
                assertThat(answer.slopes().flow())
                        .as("seed %d, %s", seed, choice)
                        .containsExactly(nu, within(1e-7 * most));
            }
        }
    }

    private static SimpleMatrix byValue(Game game, double[] v, double[] slope) {
        var naive = new Naive(game);
        var g = new SimpleMatrix(v.length, 1);
        double h = 1e-6;
        for (int k = 0; k < v.length; k++) {
            double[] moved = v.clone();
            moved[k] += h;
            double up = dot(naive.rates(moved), slope);
            moved[k] -= 2 * h;
            g.set(k, 0, (up - dot(naive.rates(moved), slope)) / (2 * h));
        }
        return g;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /// J by its products and Jᵀ by its own are one the other's transpose: z · J w = w · Jᵀ z.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void transposedProductsAreTransposed(Choice choice) throws Exception {
        Game game = RandomBoard.of(5, 9, choice, 4, 3, 3, 3, 2).game();
        var solution = Equilibrium.solve(game, EXACT);
        try (var work = new Workspace(game, EXACT)) {
            double[] v = work.pad(solution.value());
            double[] unit = new double[game.actors];
            Arrays.fill(unit, 1);
            var field = new LogitField(work.layout, work.parallel, unit);
            field.evaluate(v, new double[v.length]);
            var derivative = new Derivative(work.layout, work.parallel, field, unit);
            derivative.take(v);
            derivative.shift(0);
            var lists = new LeadLists(work.layout);
            var play = field.play(v);
            var pullback = new Pullback(work.layout, work.parallel, lists, new Inflow(work.layout, lists), play, v);
            var random = new SplittableRandom(9);
            double[] z = new double[v.length];
            float[] w = new float[v.length];
            for (int x = 0; x < game.states; x++) {
                for (int i = 0; i < game.actors; i++) {
                    z[x * work.layout.lanes + i] = random.nextDouble(-1, 1);
                    w[x * work.layout.lanes + i] = (float) random.nextDouble(-1, 1);
                }
            }
            double[] back = new double[v.length];
            pullback.apply(z, new double[game.plays()], back);
            float[] forth = new float[v.length];
            derivative.multiply(w, forth);
            double there = 0;
            double here = 0;
            double size = 0;
            for (int k = 0; k < v.length; k++) {
                there -= z[k] * forth[k];
                here += back[k] * w[k];
                size += Math.abs(back[k] * w[k]);
            }
            assertThat(here).as("%s", choice).isCloseTo(there, within(1e-5 * size));
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws Exception {
        Game game = RandomBoard.of(3, 4, Choice.INTENTIONS, 5, 4, 4, 4).game();
        var solution = Equilibrium.solve(game, EXACT);
        double[] slope = slopes(game, 3);
        try (var one = new Adjoint(solution, EXACT);
                var three = new Adjoint(solution, EXACT.withThreads(3))) {
            var answer = three.solve(slope);
            assertThat(answer.slopes().flow())
                    .containsExactly(one.solve(slope).slopes().flow());
            assertThat(answer.slopes().kappa())
                    .containsExactly(one.solve(slope).slopes().kappa());
        }
    }

    @Test
    void aNumberThatOwesNothingToPlayHasNoWeights() throws Exception {
        Game game = RandomBoard.of(4, 2, Choice.MISTAKES, 3, 3).game();
        try (var adjoint = new Adjoint(Equilibrium.solve(game, EXACT), EXACT)) {
            var answer = adjoint.solve(new double[game.plays()]);
            assertThat(answer.residual()).isZero();
            assertThat(answer.slopes().flow()).containsOnly(0);
            assertThatThrownBy(() -> adjoint.solve(new double[1])).hasMessageContaining("1 slopes for");
        }
    }
}
