package org.casus.equilibrium;

import java.util.Locale;

/// From any values to an equilibrium by the shortest way that holds: implicit Euler steps in the
/// time of the long game, as long as their linear model is true, that end as Newton's method
/// (pseudo-transient continuation: Kelley & Keyes 1998):
///
///     (1/τ − J) δ = F(V),   V⁺ = V + δ
///
/// A step is judged by what the model left out, q = |F(V⁺) − δ/τ| / |F(V)|, and τ grows or
/// shrinks with it. No line search, which stalls where play is sharp.
///
/// Where there are several equilibria the way decides which is found. From nothing, V = 0, the
/// way is about that of the long game, seen through a coarse glass: steps are as short as its
/// changes are quick, but without control of their error. From values close to an equilibrium it
/// ends there.
final class PseudoTime {

    /// Steps after which it has lost its way.
    private static final int MOST_STEPS = 120;
    /// First τ in longest looks ahead, at most.
    private static final double FIRST = 2;
    /// τ in longest looks ahead from which on steps are Newton's.
    private static final double LONG = 1e4;
    /// How far the residuals of linear systems must fall far from the end, near it, and at most.
    private static final double FORCING = 0.2;

    private static final double FORCING_NEAR = 0.03;
    private static final double MOST_EXACT = 1e-4;
    /// Steps that leave out more than this are taken back.
    private static final double FALSE = 0.9;
    /// So many steps after one that was taken back none is longer than this part of it.
    private static final int WARY = 3;

    private static final double PART = 0.5;

    private final Workspace work;
    private final String where;
    private final double first;
    private final boolean straight;
    private final double[] slope;
    private int steps;
    /// How much |F| fell in the last step.
    private double fell = FORCING;

    private PseudoTime(Workspace work, String where, double first, boolean straight) {
        this.where = where;
        this.work = work;
        this.first = first;
        this.straight = straight;
        slope = new double[work.layout.size()];
    }

    /// From values that may be anything: the first step changes none by more than a unit.
    static PseudoTime patient(Workspace work) {
        return new PseudoTime(work, "from nothing", 0, false);
    }

    /// From values close to the equilibrium that is wanted.
    static PseudoTime faithful(Workspace work) {
        return new PseudoTime(work, "from nearby", FIRST * work.patience, false);
    }

    /// From values that should be close to an equilibrium: if a step has to be shorter than the
    /// one before, they are not, and it is lost.
    static PseudoTime hopeful(Workspace work) {
        return new PseudoTime(work, "from nearby", FIRST * work.patience, true);
    }

    int steps() {
        return steps;
    }

    /// How it went in one line, for the log.
    String told(boolean settled, double moved) {
        return String.format(
                Locale.ROOT,
                "%s: %s after %d steps, values moved by %.3g units",
                where,
                settled ? "settled" : "lost",
                steps,
                moved);
    }

    /// An estimate of the error of the values settled on, points `[R * lanes]`: it fell in the last
    /// step as |F| did.
    float[] remaining() {
        float[] error = work.system.points();
        for (int k = 0; k < error.length; k++) {
            error[k] *= (float) fell;
        }
        return error;
    }

    /// Moves `v` to an equilibrium to the accuracy asked for; leaves the field evaluated at it.
    ///
    /// @return whether it got there; if not, `v` is wherever it stopped
    boolean settle(double[] v) {
        work.field.evaluate(v, slope);
        double tau = first > 0 ? first : aUnit();
        double norm = work.system.norm(slope);
        double least = straight ? tau : 0;
        double longest = Double.POSITIVE_INFINITY;
        int wary = 0;
        for (; steps < MOST_STEPS && tau >= least; steps++) {
            least = straight ? tau : 0;
            double excess = work.accuracy.excess(v);
            if (excess <= 1) {
                return true;
            }
            double sigma = tau > LONG * work.patience ? 0 : 1 / tau;
            work.system.linearise(v);
            work.system.shift(sigma);
            double forcing = sigma == 0 ? Math.clamp(fell * fell, MOST_EXACT, FORCING_NEAR) : FORCING;
            double exact = work.system.solve(slope, Math.max(forcing, 0.3 / excess));
            double quality = exact <= FALSE ? step(v, sigma) / norm : Double.NaN;
            if (!(quality <= FALSE)) {
                tau = Math.min(tau, LONG * work.patience);
                longest = PART * tau;
                wary = WARY;
                tau /= 4;
                if (exact <= FALSE) {
                    work.system.step(v, -1);
                    work.field.evaluate(v, slope);
                }
                continue;
            }
            double before = norm;
            norm = work.system.norm(slope);
            fell = norm / before;
            tau *= growth(Math.max(quality, exact / 2));
            tau = wary-- > 0 ? Math.min(tau, longest) : tau;
            work.settings.progress().at("pseudo-time", tau, work.accuracy.residual(v), Double.NaN);
        }
        return work.accuracy.reached(v);
    }

    /// τ in which no value changes by more than a unit at the pace it changes now.
    private double aUnit() {
        double fastest = 0;
        for (int i = 0; i < work.unit.length; i++) {
            fastest = Math.max(fastest, work.field.largest(i) / work.unit[i]);
        }
        return fastest > 0 ? Math.min(1 / fastest, FIRST * work.patience) : FIRST * work.patience;
    }

    /// Moves v to V⁺; returns |F(V⁺) − σ δ|.
    private double step(double[] v, double sigma) {
        work.system.step(v, 1);
        work.field.evaluate(v, slope);
        return work.system.norm(slope, sigma);
    }

    private static double growth(double quality) {
        if (quality < 0.05) {
            return 10;
        }
        if (quality < 0.15) {
            return 5;
        }
        if (quality < 0.3) {
            return 2;
        }
        return quality > 0.6 ? 0.5 : 1;
    }
}
