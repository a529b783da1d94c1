package org.casus.story;

import org.casus.chain.PoissonWeights;

/// The odds h of a [Goal] from each state with time τ to come, whatever the steps of the uniformised chain:
///
///     h(τ, x) = Σ_m Poisson(m; q τ) b_m(x)
///
/// at τ = T (g / G)², g = 0 … G, close together where little time is left, and linear between. Off by a few
/// parts in a hundred at most where h bends; what is said with it, how many times as likely a jump made the
/// goal, needs no more. Memory 4 (G + 1) bytes a state. The b_m come one after the other, m = 0, 1, ….
final class Ahead {

    private static final int MOMENTS = 48;
    private static final double TAIL = 1e-15;

    private final double horizon;
    private final PoissonWeights[] weights = new PoissonWeights[MOMENTS + 1];
    private final float[][] odds;

    Ahead(int states, double clock, double horizon) {
        this.horizon = horizon;
        odds = new float[MOMENTS + 1][states];
        for (int g = 0; g <= MOMENTS; g++) {
            double part = (double) g / MOMENTS;
            weights[g] = PoissonWeights.of(clock * horizon * part * part, TAIL);
        }
    }

    /// Takes b_m, for the next m.
    void add(int m, double[] b) {
        for (int g = 0; g <= MOMENTS; g++) {
            double weight = weights[g].at(m);
            if (weight > 0) {
                float[] into = odds[g];
                for (int x = 0; x < b.length; x++) {
                    into[x] += (float) (weight * b[x]);
                }
            }
        }
    }

    /// How many times as likely the goal is in state `y` as in `x` with time `left` to come; 1 where it is
    /// too unlikely in both to tell.
    double lift(double left, int x, int y) {
        double at = MOMENTS * Math.sqrt(Math.clamp(left / horizon, 0, 1));
        int g = Math.min((int) at, MOMENTS - 1);
        double before = between(g, left, x);
        double after = between(g, left, y);
        return before > 0 && after > 0 ? after / before : 1;
    }

    private double between(int g, double left, int x) {
        double low = horizon * g / MOMENTS * g / MOMENTS;
        double high = horizon * (g + 1) / MOMENTS * (g + 1) / MOMENTS;
        double way = Math.clamp((left - low) / (high - low), 0, 1);
        return odds[g][x] * (1 - way) + odds[g + 1][x] * way;
    }
}
