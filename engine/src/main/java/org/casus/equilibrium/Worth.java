package org.casus.equilibrium;

/// W, what each actor really gets under the rates of play as they are, errors included and all prices paid:
///
///     (ρ_i + Σ_y jump(x, y)) W_i(x) = u_i(x) − Σ_e h_e c_e + Σ_y jump(x, y) W_i(y)      sum over i's
/// plays in x
///
/// One linear system for each actor, all solved at once and refined from fresh residuals, four digits
/// further than V is.
final class Worth {

    private static final int MOST_ROUNDS = 20;
    /// What is left of the equation is no more than this of ρ max |W| times the tolerance for V, at least
    /// [#FINEST], or what rounding makes of it.
    private static final double ENOUGH = 1e-4;

    private static final double FINEST = 1e-13;
    /// Times that which is still a solution where refinement stops earlier.
    private static final double BEARABLE = 1e3;

    private final LogitField field;
    private final ShiftedSystem system;
    private final Accuracy accuracy;

    Worth(LogitField field, ShiftedSystem system, Accuracy accuracy, double tolerance) {
        this.field = field;
        this.system = system;
        this.accuracy = accuracy.to(Math.max(ENOUGH * tolerance, FINEST));
    }

    /// W `[R * lanes]` for the rates of play given, those at which the field was evaluated last, starting from a guess,
    /// which it overwrites.
    ///
    /// @return whether the system was solved
    boolean solve(double[] w, double[] rate) {
        system.freeze();
        system.shift(0);
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            field.incomeLeft(w, rate, system.right);
            double excess = accuracy.excess(w);
            if (excess <= 1 || excess > 0.5 * before) {
                return excess <= BEARABLE;
            }
            before = excess;
            system.solve(Math.clamp(0.3 / excess, 1e-5, 0.1));
            system.step(w);
        }
        return false;
    }
}
