package org.casus.equilibrium;

/// The preconditioner: a few symmetric Gauss–Seidel sweeps of σ − J without the responses, which leaves one linear
/// chain
/// for each actor:
///
///     (σ + out_i(x)) z_i(x) = b_i(x) + Σ_y jump(x, y) z_i(y) − Σ unmeant rates · z_i(y)
///
/// Within a block a sweep uses what it has just computed, across blocks what the sweep before left: the result does not
/// depend on threads. Two arrays take turns, so nothing is copied. One sweep up or down is O(jumps · N).
final class Sweeps {

    private final Layout layout;
    private final Parallel parallel;
    private final Jacobian jacobian;
    private final double[] inverse;
    private final double[] spare;
    private double shift = Double.NaN;

    Sweeps(Jacobian jacobian, Parallel parallel) {
        this.jacobian = jacobian;
        this.layout = jacobian.layout;
        this.parallel = parallel;
        inverse = new double[layout.size()];
        spare = new double[layout.size()];
    }

    /// Gets ready for `shift` and the derivative as it is now.
    void prepare(double shift) {
        this.shift = shift;
        parallel.run(layout.blocks(), b -> {
            int end = layout.block[b + 1] * layout.lanes;
            for (int k = layout.block[b] * layout.lanes; k < end; k++) {
                inverse[k] = 1 / (shift + jacobian.out[k]);
            }
        });
    }

    double shift() {
        return shift;
    }

    /// z ≈ (shift − J)⁻¹ b after `pairs` sweeps up and down from zero.
    void apply(int pairs, double[] b, double[] z) {
        parallel.run(layout.blocks(), block -> first(block, b, z));
        for (int pair = 0; pair < pairs; pair++) {
            if (pair > 0) {
                parallel.run(layout.blocks(), block -> up(block, b, spare, z));
            }
            parallel.run(layout.blocks(), block -> down(block, b, z, spare));
        }
        System.arraycopy(spare, 0, z, 0, z.length);
    }

    /// Up from zero: only what this sweep has reached counts.
    private void first(int block, double[] b, double[] z) {
        for (int x = layout.block[block]; x < layout.block[block + 1]; x++) {
            start(x, b, z);
            add(x, layout.innerStart[x], layout.upper[x], z, z);
            finish(x, layout.block[block], x, z, z, false);
        }
    }

    private void up(int block, double[] b, double[] old, double[] z) {
        for (int x = layout.block[block]; x < layout.block[block + 1]; x++) {
            start(x, b, z);
            add(x, layout.jumpStart[x], layout.innerStart[x], old, z);
            add(x, layout.innerStart[x], layout.upper[x], z, z);
            add(x, layout.upper[x], layout.jumpStart[x + 1], old, z);
            finish(x, layout.block[block], x, old, z, true);
        }
    }

    private void down(int block, double[] b, double[] old, double[] z) {
        for (int x = layout.block[block + 1] - 1; x >= layout.block[block]; x--) {
            start(x, b, z);
            add(x, layout.jumpStart[x], layout.upper[x], old, z);
            add(x, layout.upper[x], layout.innerEnd[x], z, z);
            add(x, layout.innerEnd[x], layout.jumpStart[x + 1], old, z);
            finish(x, x + 1, layout.block[block + 1], old, z, true);
        }
    }

    private void start(int x, double[] b, double[] z) {
        System.arraycopy(b, x * layout.lanes, z, x * layout.lanes, layout.lanes);
    }

    /// Adds jump · from(y) over the jumps first … last − 1 to the lanes of x.
    private void add(int x, int first, int last, double[] from, double[] z) {
        int lanes = layout.lanes;
        double[] jump = jacobian.jump;
        for (int k = x * lanes, line = 0; line < lanes; line += Layout.LINE, k += Layout.LINE) {
            double z0 = z[k];
            double z1 = z[k + 1];
            double z2 = z[k + 2];
            double z3 = z[k + 3];
            for (int j = first; j < last; j++) {
                double r = jump[j];
                int y = layout.jumpTo[j] * lanes + line;
                z0 += r * from[y];
                z1 += r * from[y + 1];
                z2 += r * from[y + 2];
                z3 += r * from[y + 3];
            }
            z[k] = z0;
            z[k + 1] = z1;
            z[k + 2] = z2;
            z[k + 3] = z3;
        }
    }

    /// Takes off what is not meant, and divides. States freshFrom … freshTo − 1 are read from z, the others from `old`
    /// if it counts.
    private void finish(int x, int freshFrom, int freshTo, double[] old, double[] z, boolean oldCounts) {
        int lanes = layout.lanes;
        for (int k = jacobian.unmeantStart[x]; k < jacobian.unmeantEnd[x]; k++) {
            int at = jacobian.unmeantAt[k];
            int y = at / lanes;
            int lane = at - y * lanes;
            if (y >= freshFrom && y < freshTo) {
                z[x * lanes + lane] -= jacobian.unmeantRate[k] * z[at];
            } else if (oldCounts) {
                z[x * lanes + lane] -= jacobian.unmeantRate[k] * old[at];
            }
        }
        for (int k = x * lanes; k < (x + 1) * lanes; k++) {
            z[k] *= inverse[k];
        }
    }
}
