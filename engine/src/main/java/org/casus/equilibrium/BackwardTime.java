package org.casus.equilibrium;

/// The game that ends at T, for longer and longer T: integrates dV/dτ = F(V) from what the end is
/// worth.
///
/// ROS2 (Verwer, Spee, Blom & Hundsdorfer 1999) with γ = 1 − 1/√2, L-stable:
///
///     (1 − γhJ) k₁ = F(V),   (1 − γhJ) k₂ = F(V + h k₁) − 2 k₁,   V⁺ = V + 3/2 h k₁ + 1/2 h k₂
///
/// It is of second order for any approximation of J (a W-method), so solving loosely and the kink
/// at A = 0 do no harm to
/// its order. The error of a step is taken to be ½h(k₁ + k₂), the difference to the first-order V
/// + h k₁; its largest
/// over states and actors, in units that matter to play, is held at the tolerance. We solve for δ
/// = k₁ + k₂, which is
/// small where V is smooth: (1 − γhJ) δ = F(V + h k₁) + F(V) − 2 k₁.
///
/// V is kept in double precision, and moved in place. Of k₁ seven digits do: any k₁ near enough
/// gives the same V⁺ but for what is of higher order. The sum F(V + h k₁) + F(V) − 2 k₁, in which
/// nearly all cancels, is taken in double precision before it is rounded: in a smaller one its
/// error would not fall with the step, and two runs of which an accident decides could leave an
/// equilibrium that repels at the same time ([Turns]). Memory 20 bytes a state and lane.
final class BackwardTime {

    private static final double GAMMA = 1 - Math.sqrt(0.5);
    /// How far the residuals of the two systems must fall where an error of [#USUAL] of what a step
    /// changes is allowed, and in proportion where less is.
    private static final double FALL_FIRST = 0.05;

    private static final double FALL_SECOND = 0.2;
    private static final double USUAL = 0.06;

    private final Layout layout;
    private final Parallel parallel;
    private final LogitField field;
    private final ShiftedSystem system;
    private final double[] unit;
    /// V and F(V).
    double[] value = {};

    final double[] slope;
    /// k₁.
    private final float[] first;
    private final double[] worst;
    private double horizon;
    private double step;
    private int steps;
    private int refused;

    BackwardTime(Workspace work) {
        layout = work.layout;
        parallel = work.parallel;
        field = work.field;
        system = work.system;
        unit = work.unit;
        slope = new double[layout.size()];
        first = new float[layout.size()];
        worst = new double[layout.blocks()];
    }

    /// Starts from V = `end` at τ = 0 with a first step that changes nothing by more than
    /// `tolerance` units. Keeps `end` and writes it.
    void start(double[] end, double tolerance) {
        value = end;
        field.evaluate(value, slope);
        double fastest = 0;
        for (int i = 0; i < unit.length; i++) {
            fastest = Math.max(fastest, field.largest(i) / unit[i]);
        }
        step = fastest > 0 ? tolerance / fastest : 1;
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

    /// One step with an error of at most `tolerance` units, as long as can be. Leaves V, F(V),
    /// and the field evaluated at V.
    ///
    /// @param pace how fast differences of values change now, units per unit of horizon
    /// @param most how much they may change at most, units
    /// @return false if no step is short enough: something is not a finite number
    boolean advance(double tolerance, double pace, double most) {
        system.linearise(value);
        while (true) {
            double h = step;
            double care = Math.min(1, tolerance / (USUAL * Math.min(most, h * pace)));
            double error = attempt(h, care) / tolerance;
            if (error <= 1) {
                system.step(value, 0.5 * h);
                field.evaluate(value, slope);
                horizon += h;
                steps++;
                step = h * Math.clamp(0.85 / Math.sqrt(error), 0.3, 4);
                return true;
            }
            takeBack(h);
            refused++;
            step = h * (error < Double.POSITIVE_INFINITY ? Math.clamp(0.8 / Math.sqrt(error), 0.1, 0.7) : 0.1);
            if (!(step * system.fastest() > 1e-12)) {
                return false;
            }
        }
    }

    /// Moves V to V + h k₁ and solves for δ; returns the error of V⁺ = V + h k₁ + ½ h δ in units,
    /// infinite if it is not a number.
    private double attempt(double h, double care) {
        double sigma = 1 / (GAMMA * h);
        system.shift(sigma);
        float[] right = system.right;
        parallel.run(layout.blocks(), b -> {
            for (int k = layout.from(b); k < layout.to(b); k++) {
                right[k] = (float) (sigma * slope[k]);
            }
        });
        system.solve(FALL_FIRST * care);
        parallel.run(layout.blocks(), b -> {
            for (int k = layout.from(b); k < layout.to(b); k += layout.lanes) {
                for (int i = 0; i < unit.length; i++) {
                    first[k + i] = (float) (system.solution[k + i] * system.unit(i));
                    value[k + i] += h * first[k + i];
                }
            }
        });
        field.glance(value, (base, f, count) -> {
            for (int k = 0; k < count; k++) {
                int at = base + k;
                right[at] = (float) (sigma * (f[k] + slope[at] - 2.0 * first[at]));
            }
        });
        system.solve(FALL_SECOND * care);
        parallel.run(layout.blocks(), b -> worst[b] = error(b, h));
        double most = 0;
        for (double w : worst) {
            most = Math.max(most, w);
        }
        return Double.isNaN(most) ? Double.POSITIVE_INFINITY : most;
    }

    private double error(int b, double h) {
        double most = 0;
        for (int k = layout.from(b); k < layout.to(b); k += layout.lanes) {
            for (int i = 0; i < unit.length; i++) {
                double error = 0.5 * h * (system.solution[k + i] * system.unit(i));
                most = Math.max(most, Math.abs(error) / unit[i]);
            }
        }
        return most;
    }

    /// V −= h k₁, which leaves it where it was but for rounding.
    private void takeBack(double h) {
        parallel.run(layout.blocks(), b -> {
            for (int k = layout.from(b); k < layout.to(b); k++) {
                value[k] -= h * first[k];
            }
        });
    }
}
