package org.casus.equilibrium;

import org.casus.game.Game;

/// When values are good enough, and how good they are.
///
/// The residual is max over actors of max_x |F_i| / ρ_i relative to max_x |V_i| of the same
/// actor, which is stricter than
/// relative to the largest value of all. Rounding sets a floor: F is a sum of terms as large as
/// (rate out) · |V|, so
/// |F_i| below 8 ε · fastest · max |V_i| cannot be told from zero. It counts as reached; it
/// matters only when an actor looks ahead for many millions of jumps.
final class Accuracy {

    private static final double ROUNDING = 8 * 0x1p-53;

    private final Layout layout;
    private final Parallel parallel;
    private final LogitField field;
    private final double tolerance;
    private final double[] scale;
    private final double fastest;

    Accuracy(Layout layout, Parallel parallel, LogitField field, double tolerance, double[] scale) {
        this(layout, parallel, field, tolerance, scale, fastest(layout.game));
    }

    private Accuracy(
            Layout layout, Parallel parallel, LogitField field, double tolerance, double[] scale, double fastest) {
        this.layout = layout;
        this.parallel = parallel;
        this.field = field;
        this.tolerance = tolerance;
        this.scale = scale;
        this.fastest = fastest;
    }

    /// The same with another tolerance.
    Accuracy to(double another) {
        return new Accuracy(layout, parallel, field, another, scale, fastest);
    }

    /// A bound on ρ + rate out of any state: everyone acting as fast as it can.
    private static double fastest(Game game) {
        double most = 0;
        for (int kind = 0; kind < game.kinds(); kind++) {
            double out = 0;
            for (int k = game.chanceList[kind]; k < game.chanceList[kind + 1]; k++) {
                out += game.chanceRate[k];
            }
            most = Math.max(most, out);
        }
        double rho = 0;
        for (int i = 0; i < game.actors; i++) {
            most += game.acts[i];
            rho = Math.max(rho, game.discount[i]);
        }
        return most + rho;
    }

    /// Whether F at `v`, the values the field was evaluated at last, is small enough.
    boolean reached(double[] v) {
        return excess(v) <= 1;
    }

    /// How many times too large F is at `v`, at worst.
    double excess(double[] v) {
        double most = 0;
        double[] size = sizes(v);
        for (int i = 0; i < size.length; i++) {
            double allowed = Math.max(tolerance * layout.game.discount[i], ROUNDING * fastest) * size[i];
            double f = field.largest(i);
            most = Math.max(most, f == 0 ? 0 : f / allowed);
        }
        return most;
    }

    /// The residual at `v`, the values the field was evaluated at last.
    double residual(double[] v) {
        double most = 0;
        double[] size = sizes(v);
        for (int i = 0; i < size.length; i++) {
            double f = field.largest(i);
            most = Math.max(most, f == 0 ? 0 : f / layout.game.discount[i] / size[i]);
        }
        return most;
    }

    /// max |F|, points per clock unit.
    double payoffGap() {
        double most = 0;
        for (int i = 0; i < layout.game.actors; i++) {
            most = Math.max(most, field.largest(i));
        }
        return most;
    }

    /// max |V_i| of each actor and those alike; its stakes if that is zero.
    private double[] sizes(double[] v) {
        int n = layout.game.actors;
        double[][] byBlock = new double[layout.blocks()][n];
        parallel.run(layout.blocks(), b -> {
            for (int k = layout.from(b); k < layout.to(b); k += layout.lanes) {
                for (int i = 0; i < n; i++) {
                    byBlock[b][i] = Math.max(byBlock[b][i], Math.abs(v[k + i]));
                }
            }
        });
        double[] sizes = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = layout.unknown * layout.lanes + i; k < v.length; k += layout.lanes) {
                sizes[i] = Math.max(sizes[i], Math.abs(v[k]));
            }
            for (double[] of : byBlock) {
                sizes[i] = Math.max(sizes[i], of[i]);
            }
        }
        Seating.level(sizes, layout.alike);
        for (int i = 0; i < n; i++) {
            sizes[i] = sizes[i] > 0 ? sizes[i] : scale[i];
        }
        return sizes;
    }
}
