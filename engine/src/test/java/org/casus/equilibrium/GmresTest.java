package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.junit.jupiter.api.Test;

/// Linear systems of a random board, solved with as many arrays as there are and with as few as can be: the
/// residual said is the residual taken afresh, and while a run is short both find the same.
class GmresTest {

    private static final double SIGMA = 0.02;
    private static final int PAIRS = 1;
    /// How far apart values are, as a part of all there is to win.
    private static final double CALM = 0.02;

    private final Game game =
            RandomBoard.of(7, 3, Choice.INTENTIONS, 4, 4, 4, 3, 3).game();
    private final Layout layout = new Layout(game);
    private final float[] right = new float[layout.size()];
    private final float[] rich = new float[layout.size()];
    private final float[] lean = new float[layout.size()];

    @Test
    void whatIsLeftOverIsAsGood() {
        try (var parallel = new Parallel(2)) {
            double[] scale = ShiftedSystem.scales(game);
            var field = new LogitField(layout, parallel, scale);
            var random = new SplittableRandom(7);
            double[] v = new double[layout.size()];
            for (int x = 0; x < game.states; x++) {
                for (int i = 0; i < game.actors; i++) {
                    v[x * layout.lanes + i] = CALM * scale[i] * random.nextDouble();
                    right[x * layout.lanes + i] = (float) random.nextDouble(-1, 1);
                }
            }
            field.evaluate(v, new double[v.length]);
            var derivative = new Derivative(layout, parallel, field, scale);
            derivative.take(v);
            derivative.shift(SIGMA);
            var sweeps = new Sweeps(layout, parallel, chain(field.now, derivative));
            sweeps.prepare(SIGMA);
            var some = new Gmres(layout, derivative, sweeps, parallel, false);
            var few = new Gmres(layout, derivative, sweeps, parallel, true);
            var products = new TreeSet<Integer>();
            for (double fall = 0.5; fall > 1e-5; fall *= 0.7) {
                int before = few.products();
                double said = few.solve(right, lean, PAIRS, fall, 100);
                int used = few.products() - before;
                products.add(used);
                assertThat(said).as("%s after %d", fall, used).isLessThanOrEqualTo(fall);
                assertThat(left(derivative, lean)).as("%d products", used).isCloseTo(said, within(0.01 * said + 1e-6));
                assertThat(some.solve(right, rich, PAIRS, fall, 100)).isLessThanOrEqualTo(fall);
                assertThat(left(derivative, rich)).isLessThanOrEqualTo(1.01 * fall + 1e-6);
                if (used <= 8) {
                    assertThat(apart()).as("%d products", used).isLessThan(1e-5);
                }
            }
            assertThat(products)
                    .as("runs of all lengths")
                    .contains(2, 3, 4, 5, 6, 8)
                    .anyMatch(used -> used > 9);
        }
    }

    private Sweeps.Chain chain(Snapshot now, Derivative derivative) {
        return new Sweeps.Chain(
                layout.start, layout.at, layout.slotTurn, layout.turns, now.jump, now.out, derivative.discount);
    }

    /// ‖b − (σ − J) x‖ / ‖b‖, added up in double precision.
    private double left(Derivative derivative, float[] x) {
        float[] image = new float[layout.size()];
        derivative.multiply(x, image);
        double left = 0;
        double whole = 0;
        for (int k = 0; k < image.length; k++) {
            left += Math.pow((double) right[k] - image[k], 2);
            whole += Math.pow(right[k], 2);
        }
        return Math.sqrt(left / whole);
    }

    private double apart() {
        double most = 0;
        double largest = 0;
        for (int k = 0; k < rich.length; k++) {
            most = Math.max(most, Math.abs(rich[k] - lean[k]));
            largest = Math.max(largest, Math.abs(rich[k]));
        }
        return most / largest;
    }
}
