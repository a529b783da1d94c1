package org.casus.equilibrium;

/// Newton's method for F(V) = 0 from close by, semismooth at the kink of *intentions* (Qi & Sun
/// 1993): each step solves
/// −J δ = F(V) with the set of intended plays as it is at V, as exactly as the step deserves
/// (Eisenstat & Walker 1996).
/// It may not wander: every step must shrink |F|.
final class Newton {

    private static final int MOST_STEPS = 30;
    /// How far the residual of a linear system must fall in the first step, and at most.
    private static final double FIRST_FORCING = 0.1;

    private static final double MOST_EXACT = 1e-5;
    /// The same for the correction.
    private static final double CORRECTION = 0.1;
    /// |F| must fall at least to this in a step.
    private static final double SHRINK = 0.6;

    private final LogitField field;
    private final ShiftedSystem system;
    private final Accuracy accuracy;
    private int steps;

    Newton(LogitField field, ShiftedSystem system, Accuracy accuracy) {
        this.field = field;
        this.system = system;
        this.accuracy = accuracy;
    }

    /// Steps since the beginning.
    int steps() {
        return steps;
    }

    /// Solves F(V) = 0 to the accuracy asked for from `v`, and leaves there what it found, the
    /// field evaluated at it.
    ///
    /// @return whether it got there; if not, `v` is wherever it stopped
    boolean finish(double[] v) {
        field.evaluate(v, system.right);
        double norm = system.norm();
        double forcing = FIRST_FORCING;
        for (int k = 0; k < MOST_STEPS; k++) {
            if (accuracy.reached(v)) {
                return true;
            }
            system.linearise(v);
            system.shift(0);
            double fell = system.solve(Math.max(0.3 / accuracy.excess(v), forcing));
            if (!(fell < SHRINK)) {
                return false;
            }
            system.step(v, 1);
            steps++;
            field.evaluate(v, system.right);
            double before = norm;
            norm = system.norm();
            if (!(norm < SHRINK * before) && !accuracy.reached(v)) {
                return false;
            }
            forcing = Math.clamp(norm / before * (norm / before), MOST_EXACT, forcing);
        }
        return false;
    }

    /// One more step from a solution, for its size: δ with −J δ = F to a tenth, in points `[R *
    /// lanes]`. Leaves the field evaluated at `v`.
    float[] correction(double[] v) {
        field.evaluate(v, system.right);
        system.linearise(v);
        system.shift(0);
        system.solve(CORRECTION);
        return system.points();
    }
}
