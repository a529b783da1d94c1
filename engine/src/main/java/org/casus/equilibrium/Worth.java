package org.casus.equilibrium;

/// W, what each actor really gets under the rates of play as they are, errors included and all
/// prices paid:
///
///     (ρ_i + Σ_y jump(x, y)) W_i(x) = u_i(x) − Σ_e h_e c_e + Σ_y jump(x, y) W_i(y)      sum over i's
/// plays in x
///
/// One linear system for each actor, all solved at once and refined from fresh residuals.
final class Worth {

    private static final int MOST_ROUNDS = 20;
    /// Residuals cannot be asked for below this.
    private static final double FINEST = 1e-13;
    /// Times that which is still a solution where refinement stops earlier.
    private static final double BEARABLE = 1e3;

    private final LogitField field;
    private final ShiftedSystem system;
    private final Accuracy accuracy;

    /// @param tolerance what may be left of the equation relative to ρ max |W|
    Worth(Workspace work, double tolerance) {
        field = work.field;
        system = work.system;
        accuracy = work.accuracy.to(Math.max(tolerance, FINEST));
    }

    /// W `[R * lanes]` for the rates of play given, those at which the field was evaluated last,
    /// starting from a guess, which it overwrites.
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
            system.step(w, 1);
        }
        return false;
    }
}
