package org.casus.equilibrium;

/// The game that ends at T, for longer and longer T: integrates dV/dτ = F(V) from what the end is worth, nothing or
/// else.
///
/// ROS2 (Verwer, Spee, Blom & Hundsdorfer 1999) with γ = 1 − 1/√2, L-stable:
///
///     (1 − γhJ) k₁ = F(V),   (1 − γhJ) k₂ = F(V + h k₁) − 2 k₁,   V⁺ = V + 3/2 h k₁ + 1/2 h k₂
///
/// It is of second order for any approximation of J (a W-method), so solving loosely and the kink at A = 0 do no harm
/// to
/// its order. The error of a step is taken to be ½h(k₁ + k₂), the difference to the first-order V + h k₁; it is
/// measured in
/// advantages over 1/κ_i, because that is what changes play, and its largest over states and actors is held at the
/// tolerance. We solve for δ = k₁ + k₂, which is small where V is smooth: (1 − γhJ) δ = F(V + h k₁) + F(V) − 2 k₁.
final class BackwardTime {

    private static final double GAMMA = 1 - Math.sqrt(0.5);
    private static final double ETA_FIRST = 0.05;
    private static final double ETA_SECOND = 0.2;

    private final Layout layout;
    private final Parallel parallel;
    private final LogitField field;
    private final ShiftedSystem system;
    /// Error of V_i allowed in a step, points.
    private final double[] allowed;
    /// V and F(V).
    final double[] value;

    final double[] slope;
    private final double[] first;
    private final double[] second;
    private final double[] trial;
    private final double[] trialSlope;
    private final double[] worst;
    private double horizon;
    private double step;
    private int steps;
    private int refused;

    BackwardTime(Layout layout, Parallel parallel, LogitField field, ShiftedSystem system, double[] allowed) {
        this.layout = layout;
        this.parallel = parallel;
        this.field = field;
        this.system = system;
        this.allowed = allowed;
        value = new double[layout.size()];
        slope = new double[layout.size()];
        first = new double[layout.size()];
        second = new double[layout.size()];
        trial = new double[layout.size()];
        trialSlope = new double[layout.size()];
        worst = new double[layout.blocks()];
    }

    /// Starts from V = `end` at τ = 0.
    void start(double[] end) {
        System.arraycopy(end, 0, value, 0, value.length);
        field.evaluate(value, slope);
        double fastest = 0;
        for (int i = 0; i < layout.game.actors; i++) {
            fastest = Math.max(fastest, field.largest(i) / allowed[i]);
        }
        step = fastest > 0 ? 1 / fastest : 1;
    }

    double horizon() {
        return horizon;
    }

    int steps() {
        return steps;
    }

    int refused() {
        return refused;
    }

    /// One step whose error is within what is allowed, as long as can be. Leaves V, F(V), and the field evaluated at V.
    ///
    /// @return false if V cannot be made to change in numbers: not finite, or steps too short to count
    boolean advance() {
        system.linearise(field, value, 1 / (GAMMA * step));
        while (true) {
            double h = step;
            double error = attempt(h);
            if (error <= 1) {
                System.arraycopy(trial, 0, value, 0, value.length);
                field.evaluate(value, slope);
                horizon += h;
                steps++;
                step = h * Math.clamp(0.85 / Math.sqrt(error), 0.3, 4);
                return true;
            }
            refused++;
            step = h * (error < 1e100 ? Math.clamp(0.8 / Math.sqrt(error), 0.1, 0.7) : 0.1);
            if (!(step > 1e-14 * (horizon + 1e-14 / system.fastest()))) {
                return false;
            }
        }
    }

    /// V⁺ for a step of length h into `trial`; returns its error over what is allowed, infinite if not a number.
    private double attempt(double h) {
        double sigma = 1 / (GAMMA * h);
        system.shift(sigma);
        parallel.run(layout.blocks(), b -> {
            for (int k = from(b); k < to(b); k++) {
                trialSlope[k] = sigma * slope[k];
            }
        });
        system.solve(trialSlope, first, ETA_FIRST);
        parallel.run(layout.blocks(), b -> {
            for (int k = from(b); k < to(b); k++) {
                trial[k] = value[k] + h * first[k];
            }
        });
        field.evaluate(trial, trialSlope);
        parallel.run(layout.blocks(), b -> {
            for (int k = from(b); k < to(b); k++) {
                trialSlope[k] = sigma * (trialSlope[k] + slope[k] - 2 * first[k]);
            }
        });
        system.solve(trialSlope, second, ETA_SECOND);
        parallel.run(layout.blocks(), b -> worst[b] = complete(b, h));
        double most = 0;
        for (double w : worst) {
            most = Math.max(most, w);
        }
        return Double.isNaN(most) ? Double.POSITIVE_INFINITY : most;
    }

    private double complete(int b, double h) {
        int lanes = layout.lanes;
        int actors = layout.game.actors;
        double most = 0;
        for (int k = from(b); k < to(b); k += lanes) {
            for (int i = 0; i < actors; i++) {
                double error = 0.5 * h * second[k + i];
                trial[k + i] += error;
                most = Math.max(most, Math.abs(error) / allowed[i]);
            }
        }
        return most;
    }

    private int from(int b) {
        return layout.block[b] * layout.lanes;
    }

    private int to(int b) {
        return layout.block[b + 1] * layout.lanes;
    }
}
