package org.casus.equilibrium;

import java.util.Optional;
import org.casus.game.Game;
import org.ejml.simple.SimpleMatrix;

/// Newton's method with a dense matrix of finite differences of [Naive#field]: slow, and shares
/// nothing with the
/// solver.
final class DenseNewton {

    private final Naive naive;
    private final int size;

    DenseNewton(Game game) {
        naive = new Naive(game);
        size = game.states * game.actors;
    }

    /// A zero of F near `start`, if Newton's method with halved steps finds one.
    Optional<double[]> solve(double[] start) {
        double[] v = start.clone();
        double norm = norm(naive.field(v));
        for (int k = 0; k < 100; k++) {
            if (norm < 1e-12) {
                return Optional.of(v);
            }
            double[] f = naive.field(v);
            double[] step = jacobian(v).solve(column(f)).getDDRM().getData();
            double share = 1;
            double[] next = moved(v, step, share);
            while (!(norm(naive.field(next)) < norm) && share > 1e-6) {
                share /= 2;
                next = moved(v, step, share);
            }
            if (share <= 1e-6) {
                return norm < 1e-9 ? Optional.of(v) : Optional.empty();
            }
            v = next;
            norm = norm(naive.field(v));
        }
        return Optional.empty();
    }

    /// ∂F/∂V by central differences.
    SimpleMatrix jacobian(double[] v) {
        var j = new SimpleMatrix(size, size);
        double h = 1e-6;
        for (int c = 0; c < size; c++) {
            double[] up = v.clone();
            double[] down = v.clone();
            up[c] += h;
            down[c] -= h;
            double[] fUp = naive.field(up);
            double[] fDown = naive.field(down);
            for (int r = 0; r < size; r++) {
                j.set(r, c, (fUp[r] - fDown[r]) / (2 * h));
            }
        }
        return j;
    }

    private static double[] moved(double[] v, double[] step, double share) {
        double[] next = v.clone();
        for (int k = 0; k < v.length; k++) {
            next[k] -= share * step[k];
        }
        return next;
    }

    private static SimpleMatrix column(double[] f) {
        return new SimpleMatrix(f.length, 1, true, f);
    }

    private static double norm(double[] f) {
        double most = 0;
        for (double d : f) {
            most = Math.max(most, Math.abs(d));
        }
        return most;
    }
}
