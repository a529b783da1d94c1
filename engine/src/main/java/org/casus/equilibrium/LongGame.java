package org.casus.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casus.equilibrium.NotSolvedException.Reason;

/// Lets a game grow longer until its play settles: backward time with controlled error, and Newton's method to finish
/// from
/// where the drift left is small and heads there.
final class LongGame {

    /// Units by which the difference of two values may still drift before Newton is tried.
    private static final double CALM = 4;
    /// After a try that failed, this much calmer before the next.
    private static final double CALMER = 0.4;
    /// The way of Newton's method may differ from the drift foreseen by this part of it and this many units.
    private static final double ASTRAY = 0.25;
    /// An equilibrium this many units from the game as it is now is where it ends.
    private static final double NEAR = 0.25;
    /// The drift must have become calmer within this many times the longest 1/ρ, or it is not going to.
    private static final double PATIENCE = 15;

    private final Workspace work;
    private final List<String> log = new ArrayList<>();
    private final double[] nothing;
    private BackwardTime time;
    private double calmest = Double.POSITIVE_INFINITY;
    private double calmestAt;
    private Optional<Reason> failure = Optional.empty();

    LongGame(Workspace work) {
        this.work = work;
        nothing = new double[work.layout.size()];
        double tolerance = work.settings.stepTolerance();
        double[] allowed = new double[work.unit.length];
        for (int i = 0; i < allowed.length; i++) {
            allowed[i] = tolerance * work.unit[i];
        }
        time = new BackwardTime(work.layout, work.parallel, work.field, work.system, allowed);
    }

    /// The equilibrium in which the game ends that is worth `end` to the actors at its end; empty if it does not
    /// settle,
    /// with the reason in [#failure].
    Optional<double[]> settle(double[] end) {
        double calm = CALM;
        Optional<double[]> seen = Optional.empty();
        time.start(end);
        while (true) {
            double unrest = work.spread(time.slope, nothing, 0) * work.patience;
            if (seen.isPresent() && work.spread(time.value, seen.get(), 1) < NEAR) {
                return arrived("came near an equilibrium foreseen before", seen.get());
            }
            if (unrest <= calm) {
                double[] v = time.value.clone();
                boolean finished = work.newton.finish(v);
                if (finished && straight()) {
                    return arrived("Newton's method finished", v);
                }
                log.add(String.format(
                        Locale.ROOT,
                        "horizon %.4g: Newton's method %s",
                        time.horizon(),
                        finished ? "ended elsewhere than the drift was heading" : "not yet"));
                seen = finished ? Optional.of(v) : seen;
                calm = CALMER * unrest;
                work.field.evaluate(time.value, time.slope);
            }
            if (!goesOn(unrest)) {
                return Optional.empty();
            }
            work.settings.progress().at("backward time", time.horizon(), work.accuracy.residual(time.value));
        }
    }

    /// One more step, unless that is hopeless.
    private boolean goesOn(double unrest) {
        if (unrest < 0.8 * calmest) {
            calmest = unrest;
            calmestAt = time.horizon();
        }
        if (time.horizon() > calmestAt + PATIENCE * work.patience) {
            failure = Optional.of(Reason.DOES_NOT_SETTLE);
            log.add(String.format(
                    Locale.ROOT,
                    "the long game does not settle: play goes on changing from horizon %.4g to %.4g",
                    calmestAt,
                    time.horizon()));
            return false;
        }
        if (!time.advance()) {
            failure = Optional.of(Reason.NOT_FINITE);
            log.add(String.format(Locale.ROOT, "horizon %.4g: no step is short enough", time.horizon()));
            return false;
        }
        return true;
    }

    /// Whether Newton's method went where the drift was heading.
    private boolean straight() {
        double foreseen = work.spread(work.newton.predicted(), nothing, 0);
        double off = work.spread(work.newton.total(), work.newton.predicted(), 1);
        return off <= ASTRAY * foreseen + ASTRAY;
    }

    private Optional<double[]> arrived(String how, double[] v) {
        log.add(String.format(
                Locale.ROOT,
                "backward time: %d steps, %d refused, to horizon %.4g, where %s",
                time.steps(),
                time.refused(),
                time.horizon(),
                how));
        return Optional.of(v);
    }

    /// Why the game did not settle.
    Optional<Reason> failure() {
        return failure;
    }

    /// Where it is now.
    double[] value() {
        return time.value;
    }

    double horizon() {
        return time.horizon();
    }

    int steps() {
        return time.steps();
    }

    int refused() {
        return time.refused();
    }

    List<String> log() {
        return log;
    }
}
