package org.casus.equilibrium;

import java.util.Arrays;

/// Solves −Jᵀ ν = g: the adjoint of what [ShiftedSystem] solves for σ = 0, with the same machinery
/// ([Gmres] and [Sweeps], here along the jumps *into* each state), and refined from residuals in
/// double precision until they stop falling.
///
/// Each actor's values count in its own units s_i, so the system solved is (S Jᵀ S⁻¹)(S ν) = S g.
final class TransposedSystem implements Operator {

    private static final int MOST_ROUNDS = 20;
    private static final int MOST_PRODUCTS = 400;
    /// Sweeps up and down in the preconditioner.
    private static final int PAIRS = 4;
    /// How far one round of single precision brings the residual down at most.
    private static final double ROUND = 1e-4;
    /// ‖g + Jᵀ ν‖ / ‖g‖ that is enough.
    private static final double ENOUGH = 1e-10;

    private final Layout layout;
    private final Parallel parallel;
    private final Pullback pullback;
    private final Gmres gmres;
    private final double[] nothing;
    /// Units of each lane.
    private final double[] scale;

    private final double[] nu;
    private final double[] image;
    private final float[] right;
    private final float[] solution;
    private final double[] partial;

    TransposedSystem(Layout layout, Parallel parallel, Inflow inflow, Rates play, Pullback pullback) {
        this.layout = layout;
        this.parallel = parallel;
        this.pullback = pullback;
        nothing = new double[layout.game.plays()];
        scale = new double[layout.lanes];
        Arrays.fill(scale, 1);
        double[] scales = ShiftedSystem.scales(layout.game);
        System.arraycopy(scales, 0, scale, 0, scales.length);
        var sweeps = new Sweeps(layout, parallel, chain(layout, inflow, play, pullback));
        sweeps.prepare(0);
        gmres = new Gmres(layout, this, sweeps, parallel);
        nu = new double[layout.size()];
        image = new double[layout.size()];
        right = new float[layout.size()];
        solution = new float[layout.size()];
        partial = new double[layout.blocks()];
    }

    private static Sweeps.Chain chain(Layout layout, Inflow inflow, Rates play, Pullback pullback) {
        int[] slots = Sweeps.room(inflow.start);
        int[] at = Sweeps.addresses(layout, inflow.start, inflow.from, slots);
        float[] rate = new float[at.length];
        for (int y = 0; y < layout.states; y++) {
            for (int k = inflow.start[y]; k < inflow.start[y + 1]; k++) {
                rate[slots[y] + k - inflow.start[y]] = (float) play.jump()[inflow.jump[k]];
            }
        }
        float[] out = new float[layout.states];
        for (int x = 0; x < out.length; x++) {
            out[x] = (float) pullback.out[x];
        }
        float[] discount = new float[layout.lanes];
        Arrays.fill(discount, 1);
        for (int i = 0; i < layout.game.actors; i++) {
            discount[i] = (float) layout.game.discount[i];
        }
        int[] turn = Sweeps.slots(inflow.turn, inflow.start, slots);
        return new Sweeps.Chain(slots, at, turn, layout.turnsBack, rate, out, discount);
    }

    /// −S Jᵀ S⁻¹ z into `w`.
    @Override
    public void multiply(float[] z, float[] w) {
        int lanes = layout.lanes;
        parallel.run(layout.blocks(), b -> {
            for (int k = layout.block[b] * lanes; k < layout.block[b + 1] * lanes; k++) {
                nu[k] = z[k] / scale[k % lanes];
            }
        });
        pullback.apply(nu, nothing, image);
        parallel.run(layout.blocks(), b -> {
            for (int k = layout.block[b] * lanes; k < layout.block[b + 1] * lanes; k++) {
                w[k] = (float) (-scale[k % lanes] * image[k]);
            }
        });
    }

    /// Solves for ν, from zero, where g is the slope by V of Σ slope_e h_e; [Pullback] then
    /// stands at ν and `slope` together.
    ///
    /// @return ‖g + Jᵀ ν‖ / ‖g‖, each actor in its own units
    double solve(double[] slope, double[] into) {
        return solve(slope, into, new double[layout.size()]);
    }

    /// The same where g is a slope by V given outright, `[R * lanes]`.
    double solveValues(double[] byValue, double[] into) {
        return solve(nothing, into, byValue);
    }

    private double solve(double[] slope, double[] into, double[] byValue) {
        Arrays.fill(into, 0);
        double[] left = new double[layout.size()];
        pull(into, slope, byValue, left);
        double whole = norm(left);
        if (whole == 0) {
            return 0;
        }
        double[] best = into.clone();
        double before = whole;
        double now = whole;
        for (int round = 0; round < MOST_ROUNDS && now > ENOUGH * whole; round++) {
            correct(left, into, Math.max(ROUND, 0.3 * ENOUGH * whole / now));
            pull(into, slope, byValue, left);
            now = norm(left);
            if (!(now < before)) {
                System.arraycopy(best, 0, into, 0, into.length);
                pull(into, slope, byValue, left);
                return before / whole;
            }
            if (now > 0.5 * before) {
                break;
            }
            System.arraycopy(into, 0, best, 0, into.length);
            before = now;
        }
        return now / whole;
    }

    /// g + Jᵀ ν.
    private void pull(double[] into, double[] slope, double[] byValue, double[] left) {
        pullback.apply(into, slope, left);
        for (int k = 0; k < left.length; k++) {
            left[k] += byValue[k];
        }
    }

    /// One round: adds to ν what single precision makes of the residual, until that has fallen by
    /// `fall`.
    private void correct(double[] left, double[] into, double fall) {
        int lanes = layout.lanes;
        double largest = 0;
        for (int k = 0; k < left.length; k++) {
            largest = Math.max(largest, scale[k % lanes] * Math.abs(left[k]));
        }
        for (int k = 0; k < left.length; k++) {
            right[k] = (float) (scale[k % lanes] * left[k] / largest);
        }
        gmres.solve(right, solution, PAIRS, fall, MOST_PRODUCTS);
        for (int k = 0; k < into.length; k++) {
            into[k] += solution[k] * (largest / scale[k % lanes]);
        }
    }

    /// Products with Jᵀ in single precision since the beginning.
    int products() {
        return gmres.products();
    }

    private double norm(double[] r) {
        int lanes = layout.lanes;
        parallel.run(layout.blocks(), b -> {
            double sum = 0;
            for (int k = layout.block[b] * lanes; k < layout.block[b + 1] * lanes; k++) {
                double s = scale[k % lanes] * r[k];
                sum += s * s;
            }
            partial[b] = sum;
        });
        double sum = 0;
        for (double p : partial) {
            sum += p;
        }
        return Math.sqrt(sum);
    }
}
