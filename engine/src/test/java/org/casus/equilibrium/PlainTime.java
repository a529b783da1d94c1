package org.casus.equilibrium;

import org.casus.game.Game;

/// The game that ends at T for longer and longer T, by the classical Runge–Kutta method with small
/// steps all of one
/// length, on [Naive#field]: slow, and shares nothing with the solver.
final class PlainTime {

    private final Naive naive;
    private final double step;
    final double[] value;
    private double horizon;

    PlainTime(Game game, double step) {
        naive = new Naive(game);
        this.step = step;
        value = new double[game.states * game.actors];
    }

    /// Goes on to the horizon T.
    PlainTime to(double end) {
        for (; horizon < end - step / 2; horizon += step) {
            double[] a = naive.field(value);
            double[] b = naive.field(moved(a, step / 2));
            double[] c = naive.field(moved(b, step / 2));
            double[] d = naive.field(moved(c, step));
            for (int k = 0; k < value.length; k++) {
                value[k] += step / 6 * (a[k] + 2 * b[k] + 2 * c[k] + d[k]);
            }
        }
        return this;
    }

    /// max |F|, points per clock unit: how fast it still changes.
    double unrest() {
        return EquilibriumTest.largest(naive.field(value));
    }

    private double[] moved(double[] slope, double by) {
        double[] moved = value.clone();
        for (int k = 0; k < moved.length; k++) {
            moved[k] += by * slope[k];
        }
        return moved;
    }
}
