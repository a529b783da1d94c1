package org.casus.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casus.equilibrium.NotSolvedException.Reason;

/// Lets a game grow longer until its play settles: backward time with controlled error until what may
/// still change means
/// little to play, and Newton's method for the last digits.
///
/// Newton's method would happily finish from much further off, but often at the wrong place: the long
/// game likes to pass
/// near an equilibrium that repels on its way to one that attracts. So it is followed until it is
/// close, and the closer it
/// is the more exactly, lest large steps hide that it is turning away.
final class LongGame {

    /// Where an equilibrium was reached.
    ///
    /// @param value V `[R * lanes]`
    /// @param correction one more Newton step
    /// @param doubtful whether the way there came so near to another end that a little error might
    /// have decided
    /// @param repels whether V seems to be an equilibrium from which the slightest difference leads away
    record End(double[] value, double[] correction, boolean doubtful, boolean repels) {}

    /// Units by which the difference of two values may still change when Newton's method takes over.
    private static final double CALM = 0.25;
    /// If it fails, it is tried again when this much calmer.
    private static final double CALMER = 0.1;
    private static final double LEAST = 1e-7;
    /// Units it may move.
    private static final double STRAY = 2 * CALM;
    /// Error of a step as a part of what may still change.
    private static final double SHARE = 0.25;
    /// Turning away from somewhere: having become this many times less calm.
    private static final double REBOUND = 2;
    /// The longest 1/ρ times this is long enough to become calmer.
    private static final double PATIENCE = 15;

    private final Workspace work;
    private final double tolerance;
    private final BackwardTime time;
    private final double[] nothing;
    private final List<String> log = new ArrayList<>();
    private double calmest = Double.POSITIVE_INFINITY;
    private double calmestAt;
    private boolean rebounded;
    private Optional<Reason> failure = Optional.empty();

    /// @param tolerance error of a step in units
    LongGame(Workspace work, double tolerance) {
        this.work = work;
        this.tolerance = tolerance;
        time = new BackwardTime(work);
        nothing = new double[work.layout.size()];
    }

    /// Where the game settles whose end is worth `end` to the actors; empty if it does not, with the
    /// reason in
    /// [#failure].
    Optional<End> settle(double[] end) {
        double calm = CALM;
        time.start(end, tolerance);
        while (true) {
            double unrest = work.spread(time.slope, nothing, 0) * work.patience;
            if (unrest <= calm) {
                double[] v = time.value.clone();
                if (work.newton.finish(v) && work.spread(v, time.value, 1) <= STRAY) {
                    return Optional.of(arrived(v));
                }
                log.add(String.format(Locale.ROOT, "horizon %.4g: Newton's method cannot finish yet", time.horizon()));
                calm = CALMER * unrest;
                if (calm < LEAST) {
                    failure = Optional.of(Reason.NOT_ACCURATE);
                    return Optional.empty();
                }
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
        rebounded |= unrest > REBOUND * calmest;
        if (unrest < 0.8 * calmest) {
            calmest = unrest;
            calmestAt = time.horizon();
        }
        if (time.horizon() > calmestAt + PATIENCE * work.patience) {
            failure = Optional.of(Reason.DOES_NOT_SETTLE);
            log.add(String.format(
                    Locale.ROOT,
                    "the long game does not settle: from horizon %.4g to %.4g play goes on changing",
                    calmestAt,
                    time.horizon()));
            return false;
        }
        if (!time.advance(Math.min(tolerance, SHARE * unrest))) {
            failure = Optional.of(Reason.NOT_FINITE);
            log.add(String.format(Locale.ROOT, "horizon %.4g: no step is short enough", time.horizon()));
            return false;
        }
        return true;
    }

    private End arrived(double[] v) {
        log.add(String.format(
                Locale.ROOT,
                "backward time: settled at horizon %.4g after %d steps, %d refused%s",
                time.horizon(),
                time.steps(),
                time.refused(),
                rebounded ? "; it turned away from somewhere else" : ""));
        double[] correction = work.newton.correction(v).clone();
        boolean repels = work.system.odd();
        return new End(v, correction, rebounded || repels, repels);
    }

    /// Why the game did not settle.
    Reason failure() {
        return failure.orElse(Reason.DOES_NOT_SETTLE);
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
