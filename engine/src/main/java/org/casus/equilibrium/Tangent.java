package org.casus.equilibrium;

import java.util.Arrays;
import org.casus.game.Game;

/// How the values of an equilibrium change with the game, to first order: everyone's play changes, and with
/// it everyone's play.
///
/// Let G(s) be games of one structure, V(s) their equilibria and F the field of [LogitField]. From
/// F(V(s), s) = 0
///
///     J dV/ds = −F_s                                               at s = 0
///
/// which is the system of Newton's method with another right-hand side. It is solved as Newton's is
/// ([ShiftedSystem], single precision) and refined from residuals in double precision, each a difference of
/// F along the tangent d as found so far:
///
///     J d + F_s ≈ (F(V + a d, a) − F(V − b d, −b)) / (a + b)       a, b the distances of two games
///
/// So all that a game can be made of is in it. It is a difference of fields at values given, not of
/// solutions: for steps of a millionth rounding leaves some 1e-9 of it. Under *intentions* the set of
/// intended plays is held, but for those whose A passes zero within the step.
///
/// What [Adjoint] is for one number and all entries of a game, this is for all values and one way to change
/// the game. Cost: some 20 products with J to a residual of 1e-3, about as much as solving a game nearby.
/// Memory about 3 kB a state while it works.
///
/// @param slope dV/ds, points per unit of s, `[R * N]`
/// @param residual ‖J d + F_s‖ / ‖F_s‖, each actor's values in its own units: relative error of the slope
///     but for the condition of J
/// @param products with J, how many it took
public record Tangent(double[] slope, double residual, int products) {

    private static final int MOST_ROUNDS = 12;
    /// How far one round of single precision brings the residual down at most.
    private static final double ROUND = 1e-3;
    /// Differences that change no rate by much more than this part of it: a start is not solved to less, and
    /// what a judgement without effect leaves out is that.
    private static final double NOTHING = 0.02;

    /// A game of the same structure on one side of that of a solution, at a distance of 0 or more.
    public record Side(Game game, double distance) {}

    /// The tangent at `solution` along the games from `behind` to `ahead`.
    ///
    /// @param settings their tolerance is the residual that is enough; of the others only the threads matter
    /// @throws IllegalArgumentException if a game is of another size or both are at no distance
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted
    public static Tangent of(Solution solution, Side behind, Side ahead, Settings settings) {
        refuseOthers(solution.game(), behind.game);
        refuseOthers(solution.game(), ahead.game);
        if (!(behind.distance + ahead.distance > 0)) {
            throw new IllegalArgumentException("no step from one game to the other");
        }
        try (var work = new Workspace(solution.game(), settings)) {
            return new Refinement(work, work.pad(solution.value()), behind, ahead).solve(settings.tolerance());
        }
    }

    /// What one Newton step adds to values that were predicted for `game`, and how much that is.
    ///
    /// @param step δ with −J δ = F to a tenth, points, `[R * N]`: about what the tangent left out
    /// @param share the largest difference that δ makes to play, relative to that of the change predicted: it
    ///     grows in proportion to the distance from the point of the tangent. 0 where it makes none to speak of
    public record Correction(double[] step, double share) {}

    /// How far values predicted are off, at the price of some ten products with J.
    ///
    /// @param before V `[R * N]` at the point of the tangent
    /// @param predicted V `[R * N]`
    /// @param settings of which only the threads matter
    public static Correction correction(Game game, double[] before, double[] predicted, Settings settings) {
        try (var work = new Workspace(game, settings)) {
            double[] v = work.pad(predicted);
            float[] points = work.newton.correction(v);
            double left = work.spread(points);
            double share = left < NOTHING ? 0 : left / work.spread(v, work.pad(before), 1);
            double[] step = new double[points.length];
            Arrays.setAll(step, k -> points[k]);
            return new Correction(work.unpad(step), share);
        }
    }

    private static void refuseOthers(Game own, Game other) {
        if (other.states != own.states || other.actors != own.actors || other.plays() != own.plays()) {
            throw new IllegalArgumentException("a game of another size beside that of the solution");
        }
    }

    /// One tangent being solved for; arrays `[R * lanes]`.
    private static final class Refinement {

        private final Workspace work;
        private final double[] v;
        private final Side behind;
        private final Side ahead;
        private final LogitField fieldBehind;
        private final LogitField fieldAhead;
        private final double[] slope;
        private final double[] left;
        private final double[] leftBehind;
        private final double[] at;

        Refinement(Workspace work, double[] v, Side behind, Side ahead) {
            this.work = work;
            this.v = v;
            this.behind = behind;
            this.ahead = ahead;
            fieldBehind = new LogitField(new Layout(behind.game), work.parallel, ShiftedSystem.scales(behind.game));
            fieldAhead = new LogitField(new Layout(ahead.game), work.parallel, ShiftedSystem.scales(ahead.game));
            slope = new double[v.length];
            left = new double[v.length];
            leftBehind = new double[v.length];
            at = new double[v.length];
        }

        Tangent solve(double tolerance) {
            work.field.evaluate(v, left);
            work.system.linearise(v);
            work.system.shift(0);
            double whole = residual();
            double now = whole;
            double[] change = new double[v.length];
            for (int round = 0; round < MOST_ROUNDS && now > tolerance * whole; round++) {
                work.system.solve(left, change, Math.max(ROUND, 0.3 * tolerance * whole / now));
                add(change, 1);
                double before = now;
                now = residual();
                if (!(now < before)) {
                    add(change, -1);
                    now = before;
                }
                if (!(now < 0.5 * before)) {
                    break;
                }
            }
            return new Tangent(work.unpad(slope), whole == 0 ? 0 : now / whole, work.system.products());
        }

        private void add(double[] change, double factor) {
            for (int k = 0; k < slope.length; k++) {
                slope[k] += factor * change[k];
            }
        }

        /// J d + F_s into [#left]; returns its length.
        private double residual() {
            evaluate(fieldAhead, ahead.distance, left);
            evaluate(fieldBehind, -behind.distance, leftBehind);
            double step = ahead.distance + behind.distance;
            for (int k = 0; k < left.length; k++) {
                left[k] = (left[k] - leftBehind[k]) / step;
            }
            return work.system.norm(left);
        }

        private void evaluate(LogitField field, double distance, double[] f) {
            for (int k = 0; k < at.length; k++) {
                at[k] = v[k] + distance * slope[k];
            }
            field.evaluate(at, f);
        }
    }
}
