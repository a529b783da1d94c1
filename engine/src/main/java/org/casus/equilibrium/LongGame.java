package org.casus.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casus.equilibrium.NotSolvedException.Reason;

/// Lets a game grow longer until its play settles: backward time with controlled error until what
/// may still change means little to play, and Newton's method for the last digits.
///
/// Newton's method would happily finish from much further off, but often at the wrong place: the
/// long game likes to pass near an equilibrium that repels, or to circle one for ever, on its way
/// or instead of coming to one that attracts. So where Newton's method ends is only where the
/// game is going until the game itself, followed the more exactly the closer it is, has come
/// several times closer to it.
final class LongGame {

    /// Where an equilibrium was reached.
    ///
    /// @param value V `[R * lanes]`
    /// @param correction one more Newton step, points `[R * lanes]`
    /// @param turns what it turned away from on the way
    /// @param lingered whether it went on changing for long without becoming calmer
    record End(double[] value, float[] correction, Turns turns, boolean lingered) {

        /// Whether a little error might have decided.
        boolean doubtful() {
            return turns.any() || lingered;
        }
    }

    /// Where Newton's method ended, how much of that is in doubt, and how far off the game was,
    /// in units.
    ///
    /// @param tried whether it is where a run before this one ended, not where Newton's method leads from here
    private record Goal(double[] value, float[] correction, double doubt, double distance, boolean tried) {

        /// How close the game must come: as is asked for, or as can be told.
        double close() {
            return Math.max(CLOSER * distance, Math.max(2 * doubt, THERE));
        }
    }

    /// Units by which the difference of two values may still change when Newton's method takes
    /// over.
    private static final double CALM = 0.25;
    /// If it fails, it is tried again when this much calmer.
    private static final double CALMER = 0.1;
    private static final double LEAST = 1e-7;
    /// Units it may move.
    private static final double STRAY = 2 * CALM;
    /// How much closer the game must come to where Newton's method ended, and how far it may
    /// stray on the way.
    private static final double CLOSER = 0.1;

    private static final double FARTHER = 1.5;
    /// Units from which on no difference is told from none.
    private static final double THERE = 1e-6;
    /// Error of a step as a part of what may still change.
    private static final double SHARE = 0.1;
    /// A game that may still change by so many times less than it is from an end comes to rest elsewhere.
    private static final double ELSEWHERE = 10;
    /// The longest 1/ρ times this is long enough to become calmer.
    private static final double PATIENCE = 15;
    /// The same, for long steps to be suspected of having calmed a game that goes round.
    private static final double SUSPICION = 2;

    private final Workspace work;
    private final double tolerance;
    private final BackwardTime time;
    private final List<String> log = new ArrayList<>();
    private double calm = CALM;
    private Optional<End> known;
    private Optional<Goal> goal = Optional.empty();
    private double calmest = Double.POSITIVE_INFINITY;
    private double calmestAt;
    private boolean lingered;
    private final Turns turns = new Turns();
    private Optional<Reason> failure = Optional.empty();
    private final Forecast forecast = new Forecast();
    /// Work done when this began, and when the forecast was made.
    private final double begun;

    private double foreseen;
    private boolean aiming;
    private boolean aside;
    private double residual = Double.NaN;

    /// @param tolerance error of a step in units
    LongGame(Workspace work, double tolerance) {
        this(work, tolerance, Optional.empty());
    }

    /// @param known where the same game ended by other steps: tried before Newton's method is
    LongGame(Workspace work, double tolerance, Optional<End> known) {
        this.work = work;
        this.tolerance = tolerance;
        this.known = known;
        time = new BackwardTime(work);
        begun = done();
    }

    /// This, followed on the way to something else: how much is left of it is not told.
    LongGame aside() {
        aside = true;
        return this;
    }

    /// Where the game settles whose end is worth `end` to the actors; empty if it does not, with
    /// the reason in [#failure]. Keeps `end` and writes it.
    Optional<End> settle(double[] end) {
        work.system.beat(this::report);
        try {
            return follow(end);
        } finally {
            work.system.beat(() -> {});
            work.followed(time.steps() + time.refused());
        }
    }

    private Optional<End> follow(double[] end) {
        time.start(end, tolerance);
        while (true) {
            double unrest = work.spread(time.slope) * work.patience;
            if (goal.isEmpty() && unrest <= calm && !aim(unrest)) {
                return Optional.empty();
            }
            double left = goal.map(g -> work.spread(g.value(), time.value, 1)).orElse(unrest);
            if (goal.isPresent() && left <= goal.get().close()) {
                return Optional.of(arrived(goal.get()));
            }
            if (goal.isPresent() && left > FARTHER * goal.get().distance()) {
                refuse("the game turns away from where Newton's method ends", unrest);
            } else if (goal.isPresent() && goal.get().tried() && left > ELSEWHERE * unrest) {
                refuse("the game does not come to where it ended before", unrest);
            }
            foresee(unrest, left);
            if (!goesOn(unrest, Math.min(unrest, left))) {
                return Optional.empty();
            }
        }
    }

    private void foresee(double unrest, double left) {
        residual = work.accuracy.residual(time.value);
        if (goal.isPresent()) {
            double close = goal.get().close();
            forecast.closing(left / close, goal.get().distance() / close);
        } else {
            forecast.note(done() - begun, unrest, calm);
        }
        foreseen = done();
        report();
    }

    private double done() {
        return Forecast.work(work.system.products(), work.followed() + time.steps() + time.refused());
    }

    /// Tells how far it is, at least once for each product.
    private void report() {
        double done = done();
        if (aiming) {
            forecast.finishing(done - foreseen);
        }
        double left = Math.max(forecast.left() - (aiming ? 0 : done - foreseen), 0);
        work.settings.progress().at("backward time", time.horizon(), residual, aside ? Double.NaN : left / done);
    }

    /// Sets the goal, if there is one in sight; false if there is none to be had.
    private boolean aim(double unrest) {
        if (known.isPresent() && work.spread(known.get().value(), time.value, 1) <= STRAY) {
            goal = Optional.of(goal(known.get().value(), known.get().correction(), true));
            return true;
        }
        double[] v = time.value.clone();
        aiming = true;
        foreseen = done();
        if (work.newton.finish(v) && work.spread(v, time.value, 1) <= STRAY) {
            goal = Optional.of(goal(v, work.newton.correction(v), false));
        } else {
            refuse("Newton's method cannot finish yet", unrest);
        }
        aiming = false;
        foreseen = done();
        work.field.evaluate(time.value, time.slope);
        if (calm < LEAST) {
            failure = Optional.of(Reason.NOT_ACCURATE);
            return false;
        }
        return true;
    }

    private Goal goal(double[] v, float[] correction, boolean tried) {
        return new Goal(v, correction, work.spread(correction), work.spread(v, time.value, 1), tried);
    }

    private void refuse(String why, double unrest) {
        log.add(String.format(Locale.ROOT, "horizon %.4g: %s", time.horizon(), why));
        goal = Optional.empty();
        known = Optional.empty();
        calm = CALMER * Math.min(calm, unrest);
    }

    /// One more step, unless that is hopeless.
    private boolean goesOn(double unrest, double left) {
        turns.note(time.horizon(), unrest);
        if (unrest < 0.8 * calmest) {
            calmest = unrest;
            calmestAt = time.horizon();
        }
        lingered |= calmest < Turns.CALM && time.horizon() > calmestAt + SUSPICION * work.patience;
        if (time.horizon() > calmestAt + PATIENCE * work.patience) {
            failure = Optional.of(Reason.DOES_NOT_SETTLE);
            log.add(String.format(
                    Locale.ROOT,
                    "the long game does not settle: from horizon %.4g to %.4g play goes on changing",
                    calmestAt,
                    time.horizon()));
            return false;
        }
        if (!time.advance(Math.min(tolerance, SHARE * left), unrest / work.patience, left)) {
            failure = Optional.of(Reason.NOT_FINITE);
            log.add(String.format(Locale.ROOT, "horizon %.4g: no step is short enough", time.horizon()));
            return false;
        }
        return true;
    }

    private End arrived(Goal at) {
        log.add(String.format(
                Locale.ROOT,
                "backward time: settled at horizon %.4g after %d steps, %d refused%s%s",
                time.horizon(),
                time.steps(),
                time.refused(),
                turns.any() ? "; it turned away from somewhere else" : "",
                lingered ? "; it lingered on the way" : ""));
        return new End(at.value(), at.correction(), turns, lingered);
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
