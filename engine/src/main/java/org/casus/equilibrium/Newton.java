package org.casus.equilibrium;

/// Newton's method for F(V) = 0 from close by, semismooth at the kink of *intentions* (Qi & Sun 1993): each step solves
/// −J δ = F(V) with the set of intended plays as it is at V, as exactly as the step deserves.
///
/// It must end where the long game was heading. The first step is what the drift would still do if play kept responding
/// as it does now; the finish is accepted only if every step shrinks |F| and the way to the end differs little from
/// that
/// first step, both measured in advantages over 1/κ_i and apart from what an actor's values have in common, which
/// changes no play.
final class Newton {

    private static final int MOST_STEPS = 30;

    private final Layout layout;
    private final LogitField field;
    private final ShiftedSystem system;
    private final Accuracy accuracy;
    private final double[] weight;
    final double[] slope;
    private final double[] change;
    private final double[] predicted;
    private final double[] total;
    private int steps;

    Newton(Layout layout, LogitField field, ShiftedSystem system, Accuracy accuracy, double[] allowed) {
        this.layout = layout;
        this.field = field;
        this.system = system;
        this.accuracy = accuracy;
        weight = allowed;
        slope = new double[layout.size()];
        change = new double[layout.size()];
        predicted = new double[layout.size()];
        total = new double[layout.size()];
    }

    int steps() {
        return steps;
    }

    /// Solves F(V) = 0 from `v` and leaves the solution there, the field evaluated at it, and F in [#slope].
    ///
    /// @param strict whether to give up as soon as the finish leaves the way the drift was going
    /// @return whether it got there; if not, `v` is wherever it stopped
    boolean finish(double[] v, boolean strict) {
        field.evaluate(v, slope);
        java.util.Arrays.fill(total, 0);
        double norm = system.scaledNorm(slope);
        for (int k = 0; k < MOST_STEPS; k++) {
            if (accuracy.reached(v)) {
                return k < 2 || !strict || wentAsPredicted();
            }
            system.linearise(field, v);
            system.shift(0);
            double excess = accuracy.excess(v);
            double eta = Math.clamp(0.3 / excess, 1e-6, k == 0 ? 0.05 : 1e-2);
            double left = system.solve(slope, change, eta);
            if (!(left < 0.5)) {
                return false;
            }
            if (k == 0) {
                System.arraycopy(change, 0, predicted, 0, change.length);
            }
            for (int j = 0; j < v.length; j++) {
                v[j] += change[j];
                total[j] += change[j];
            }
            steps++;
            field.evaluate(v, slope);
            double before = norm;
            norm = system.scaledNorm(slope);
            if (!(norm < (strict ? 0.5 : 0.95) * before) && !accuracy.reached(v)) {
                return false;
            }
        }
        return false;
    }

    /// One more step from a solution, for its size: δ with −J δ = F to a hundredth.
    double[] correction(double[] v) {
        field.evaluate(v, slope);
        system.linearise(field, v);
        system.shift(0);
        system.solve(slope, change, 0.01);
        return change;
    }

    private boolean wentAsPredicted() {
        for (int i = 0; i < layout.game.actors; i++) {
            double way = spread(i, predicted, 0) / weight[i];
            double off = spread(i, total, -1) / weight[i];
            if (off > 0.25 * way + 0.1) {
                return false;
            }
        }
        return true;
    }

    /// Largest less least over states of a_i + factor · predicted_i.
    private double spread(int i, double[] a, double factor) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = i; k < a.length; k += layout.lanes) {
            double d = a[k] + factor * predicted[k];
            least = Math.min(least, d);
            most = Math.max(most, d);
        }
        return most - least;
    }
}
