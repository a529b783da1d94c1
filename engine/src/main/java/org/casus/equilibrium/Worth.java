package org.casus.equilibrium;

import org.casus.game.Game;

/// W, what each actor really gets under the rates of play as they are, errors included and all prices paid:
///
///     (ρ_i + Σ_y jump(x, y)) W_i(x) = u_i(x) − Σ_e h_e c_e + Σ_y jump(x, y) W_i(y)      sum over i's plays in x
///
/// One linear system for each actor, all solved at once; refined from fresh residuals until they stop falling, at about
/// 1e-14 of max |W|.
final class Worth {

    private static final int MOST_ROUNDS = 12;
    /// What is left of the equation is no more than this of ρ max |W|, or than what rounding makes of it.
    private static final double ENOUGH = 1e-13;

    private static final double ROUNDING = 8 * 0x1p-53;
    /// Times that which is still a solution where refinement stops earlier.
    private static final double BEARABLE = 1e3;

    private final Layout layout;
    private final Game game;
    private final LogitField field;
    private final ShiftedSystem system;

    Worth(Layout layout, LogitField field, ShiftedSystem system) {
        this.layout = layout;
        this.game = layout.game;
        this.field = field;
        this.system = system;
    }

    /// W `[R * lanes]` for the rates `field` has now, starting from a guess, which it overwrites.
    ///
    /// @return whether the system was solved
    boolean solve(double[] w) {
        double[] income = income();
        double[] left = new double[w.length];
        double[] change = new double[w.length];
        system.freeze(field);
        system.shift(0);
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double excess = excess(income, w, left);
            if (excess <= 1 || excess > 0.5 * before) {
                return excess <= BEARABLE;
            }
            before = excess;
            system.solve(left, change, Math.clamp(0.3 / excess, 1e-6, 0.1));
            for (int k = 0; k < w.length; k++) {
                w[k] += change[k];
            }
        }
        return false;
    }

    /// u − Σ h c
    private double[] income() {
        double[] income = new double[layout.size()];
        for (int x = 0; x < game.states; x++) {
            for (int i = 0; i < game.actors; i++) {
                income[x * layout.lanes + i] = game.flow[x * game.actors + i];
            }
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                income[x * layout.lanes + game.playActor[e]] -= field.rate[e] * game.playCost[e];
            }
        }
        return income;
    }

    /// What is left of the equation, into `left`; returns how many times too large it is, at worst.
    private double excess(double[] income, double[] w, double[] left) {
        system.multiplyFrozen(w, left);
        double most = 0;
        for (int i = 0; i < game.actors; i++) {
            double size = 0;
            double worst = 0;
            for (int k = i; k < w.length; k += layout.lanes) {
                left[k] = income[k] - left[k];
                worst = Math.max(worst, Math.abs(left[k]));
                size = Math.max(size, Math.abs(w[k]));
            }
            double allowed = Math.max(ENOUGH * game.discount[i], ROUNDING * system.fastest()) * size;
            most = Math.max(most, worst == 0 ? 0 : worst / allowed);
        }
        return most;
    }
}
