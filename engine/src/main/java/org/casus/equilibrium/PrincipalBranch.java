package org.casus.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The principal branch (McKelvey & Palfrey 1995): the one equilibrium of actors who are hardly
/// sharp at all, followed as
/// everyone's sharpness grows from almost nothing to what it is.
///
/// With a share s = e^p of everyone's κ, the branch is a curve F(V, p) = 0. It may turn back on
/// itself, often because of a
/// few states only, so it is followed not by p but by whatever changes most along it, a value or
/// p (local parametrisation: Rheinboldt & Burkardt 1983; for quantal response by length: Turocy
/// 2005). The next point is sought the
/// way the last was found. Where J a = −F and J b = −∂F/∂p, the correction that keeps component k
/// is δp = −a_k/b_k and
/// δV = a + b δp.
///
/// Steps change s by 4% at most and no value by more than half a unit, and are cut wherever the
/// branch bends. Two linear
/// systems a correction; a hundred steps and more.
final class PrincipalBranch {

    private static final double START = 0.02;
    /// Largest change of p in a step.
    private static final double FINE = 0.04;
    /// Largest change of any value in a step, units.
    private static final double FAR = 0.5;
    /// Part of a step by which it may be wrong at first, and part of the longest step by which it
    /// may stay wrong.
    private static final double BEND = 0.25;

    private static final double CLOSE = 0.004;
    /// How far the residuals of linear systems must fall where the branch is easy, and where it
    /// bends.
    private static final double FALL = 0.03;

    private static final double FALL_BENT = 1e-3;
    private static final double NUDGE = 1e-5;
    private static final int MOST_STEPS = 3_000;
    private static final int MOST_CORRECTIONS = 5;
    private static final double SHORTEST = 1e-4;
    /// Index that stands for p.
    private static final int PLACE = -1;

    private final Workspace work;
    /// Where it is: V and p.
    private final double[] value;

    private double place = Math.log(START);
    /// Where it is going, the largest change being a whole step; and the component that changes
    /// most.
    private final double[] tangent;

    private double tangentPlace;
    private int leader = PLACE;
    /// Where it tries to be.
    private final double[] next;

    private double nextPlace;
    private final double[] slope;
    private final double[] nudged;
    private final double[] change;
    private final double[] along;
    private double length = 1;
    private int steps;
    private int turns;
    private final List<String> log = new ArrayList<>();

    PrincipalBranch(Workspace work) {
        this.work = work;
        int size = work.layout.size();
        value = new double[size];
        tangent = new double[size];
        next = new double[size];
        slope = new double[size];
        nudged = new double[size];
        change = new double[size];
        along = new double[size];
    }

    /// The equilibrium on the branch at full sharpness; empty if the branch is lost on the way.
    /// Leaves everyone as sharp as
    /// the game says.
    Optional<double[]> follow() {
        work.field.sharpen(START);
        var start = new LongGame(work, 1).aside().settle(new double[value.length]);
        boolean arrived = false;
        if (start.isPresent()) {
            System.arraycopy(start.get().value(), 0, value, 0, value.length);
            arrived = walk();
        }
        work.field.sharpen(1);
        String fate = arrived
                ? "followed to full sharpness"
                : String.format(Locale.ROOT, "lost at %.4g of full sharpness", Math.exp(place));
        log.add(String.format(Locale.ROOT, "principal branch: %s, %d steps, turned back %d times", fate, steps, turns));
        return arrived ? Optional.of(value) : Optional.empty();
    }

    List<String> log() {
        return log;
    }

    private boolean walk() {
        System.arraycopy(value, 0, next, 0, value.length);
        nextPlace = place;
        if (!linearise()) {
            return false;
        }
        aim(true);
        while (steps < MOST_STEPS && length > SHORTEST) {
            double step = Math.min(length, 1);
            boolean last = place + step * tangentPlace >= 0;
            step = last ? -place / tangentPlace : step;
            predict(step);
            if (last && land()) {
                return true;
            }
            if (!last && correct(step)) {
                aim(false);
                System.arraycopy(next, 0, value, 0, value.length);
                place = nextPlace;
                length = 1.5 * step;
                steps++;
                work.settings
                        .progress()
                        .at(Settings.Watcher.SHARPENING, Math.exp(place), work.accuracy.residual(value), Double.NaN);
            } else {
                length = 0.5 * step;
            }
        }
        return false;
    }

    private void predict(double step) {
        for (int k = 0; k < next.length; k++) {
            next[k] = value[k] + step * tangent[k];
        }
        nextPlace = place + step * tangentPlace;
    }

    /// Brings `next` back to the branch, holding the leading component.
    private boolean correct(double step) {
        double allowed = BEND * step + 10 * CLOSE;
        for (int k = 0; k < MOST_CORRECTIONS; k++) {
            if (!linearise()) {
                return false;
            }
            double turn = leader == PLACE ? 0 : -change[leader] / along[leader];
            for (int j = 0; j < next.length; j++) {
                change[j] += turn * along[j];
                next[j] += change[j];
            }
            nextPlace += turn;
            double size = Math.max(Math.abs(turn) / FINE, largest(change));
            if (!(size <= allowed) || nextPlace < Math.log(START) - 1) {
                return false;
            }
            if (size <= CLOSE) {
                return true;
            }
            allowed = 0.5 * size;
        }
        return false;
    }

    /// Ends at full sharpness, from close by.
    private boolean land() {
        work.field.sharpen(1);
        System.arraycopy(next, 0, change, 0, next.length);
        boolean landed = work.newton.finish(next) && work.spread(next, change, 1) <= FAR;
        if (landed) {
            System.arraycopy(next, 0, value, 0, value.length);
            steps++;
        }
        return landed;
    }

    /// a into `change` and b into `along` at `next`.
    private boolean linearise() {
        work.field.sharpen(Math.exp(nextPlace + NUDGE));
        work.field.evaluate(next, nudged);
        work.field.sharpen(Math.exp(nextPlace));
        work.field.evaluate(next, slope);
        work.system.linearise(next);
        work.system.shift(0);
        for (int k = 0; k < nudged.length; k++) {
            nudged[k] = (nudged[k] - slope[k]) / NUDGE;
        }
        double fall = length < 1 || leader != PLACE ? FALL_BENT : FALL;
        return work.system.solve(slope, change, fall) < 0.5 && work.system.solve(nudged, along, fall) < 0.5;
    }

    /// Takes for the tangent the way it has come: `next` less `value`, or at first (b, 1) toward
    /// more sharpness.
    private void aim(boolean first) {
        double before = tangentPlace;
        for (int k = 0; k < tangent.length; k++) {
            tangent[k] = first ? along[k] : next[k] - value[k];
        }
        tangentPlace = first ? 1 : nextPlace - place;
        double size = Math.max(largest(tangent), Math.abs(tangentPlace) / FINE);
        leader = Math.abs(tangentPlace) / FINE >= size ? PLACE : at(tangent, size);
        for (int k = 0; k < tangent.length; k++) {
            tangent[k] /= size;
        }
        tangentPlace /= size;
        turns += tangentPlace * before < 0 ? 1 : 0;
    }

    /// Largest entry, in the most a step may change.
    private double largest(double[] a) {
        double most = 0;
        for (int i = 0; i < work.unit.length; i++) {
            for (int k = i; k < a.length; k += work.layout.lanes) {
                most = Math.max(most, Math.abs(a[k]) / (FAR * work.unit[i]));
            }
        }
        return most;
    }

    private int at(double[] a, double size) {
        for (int i = 0; i < work.unit.length; i++) {
            for (int k = i; k < a.length; k += work.layout.lanes) {
                if (Math.abs(a[k]) / (FAR * work.unit[i]) >= size) {
                    return k;
                }
            }
        }
        return PLACE;
    }
}
