package org.casus.why;

import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Structure;
import org.casus.scenario.World;

/// Looks for the turn of a difference along the way of one candidate, each game solved anew from the nearest
/// one solved before: secants until the difference has turned, then the Illinois variant of regula falsi
/// (Dowell & Jarratt 1971) until the turn lies between two games close together. Both ends are games that
/// were solved; nothing is believed from the slope.
final class Turning {

    /// The turn is known to this part of the way to the ends.
    private static final double CLOSE = 1e-3;
    /// A difference has turned if it is this far on the other side, points.
    private static final double TURNED = 1e-6;

    /// How far past the turn a game is solved to have it on the other side.
    private static final double NUDGE = 0.4 * CLOSE;
    /// Least part of what is left that a game cuts off.
    private static final double LEAST = 0.1;

    private static final int MOST_STEPS = 8;
    private static final int MOST_HALVINGS = 40;

    private final Structure structure;
    private final World world;
    private final Settings settings;
    private final Candidate candidate;
    private final Asked asked;
    /// Sign of the difference now.
    private final double sign;

    /// @param solution of the game in the world asked about
    record Asked(Solution solution, int actor, int state, int play, int other) {

        double difference(Solution at) {
            return Slope.difference(at, actor, state, play, other);
        }
    }

    /// A game solved on the way.
    private record Point(double part, double height, Solution solution) {}

    Turning(Structure structure, World world, Settings settings, Candidate candidate, Asked asked) {
        this.structure = structure;
        this.world = world;
        this.settings = settings;
        this.candidate = candidate;
        this.asked = asked;
        sign = Math.signum(asked.difference(asked.solution));
    }

    Flip find() {
        Point back = new Point(0, height(asked.solution), asked.solution);
        double part = Math.min(1, candidate.way());
        try {
            for (int step = 0; step < MOST_STEPS; step++) {
                Point next = solved(step == MOST_STEPS - 1 ? 1 : part, back);
                if (next.height < 0) {
                    return between(back, next);
                }
                if (next.part == 1) {
                    return new Flip.Beyond(candidate.judgements(), candidate.now(), candidate.estimate(), true);
                }
                double fall = (back.height - next.height) / (next.part - back.part);
                double gap = fall > 0 ? next.height / fall : next.part;
                part = Math.min(1, next.part + gap + Math.max(NUDGE, 0.05 * gap));
                back = next;
            }
        } catch (NotSolvedException lost) {
            return new Flip.Lost(candidate.judgements(), candidate.now(), candidate.at(back.part));
        }
        throw new IllegalStateException("the last step goes to the end");
    }

    /// Height above the turn: positive as long as it is not turned.
    private double height(Solution solution) {
        return sign * asked.difference(solution) + TURNED;
    }

    private Point solved(double part, Point near) throws NotSolvedException {
        var game = structure.game(candidate.world(structure.space().scenario(), world, part));
        Solution solution = Equilibrium.solveFrom(game, settings, near.solution.value());
        return new Point(part, height(solution), solution);
    }

    /// Closes in, as far as games can be solved.
    private Flip between(Point from, Point to) {
        Point before = from;
        Point beyond = to;
        double low = before.height;
        double high = beyond.height;
        boolean past = true;
        for (int step = 0; step < MOST_HALVINGS && beyond.part - before.part > CLOSE; step++) {
            double width = beyond.part - before.part;
            double root = before.part + width * (low / (low - high));
            // aims just past the turn after a game short of it and the other way round, so that both ends close in
            double aim = root + (past ? NUDGE : -NUDGE);
            double at = Math.clamp(aim, before.part + LEAST * width, beyond.part - LEAST * width);
            Point middle;
            try {
                middle = solved(at, at - before.part < beyond.part - at ? before : beyond);
            } catch (NotSolvedException lost) {
                break;
            }
            boolean turned = middle.height < 0;
            if (turned) {
                low *= past ? 1 : 0.5;
                beyond = middle;
                high = middle.height;
            } else {
                high *= past ? 0.5 : 1;
                before = middle;
                low = middle.height;
            }
            past = !turned;
        }
        return new Flip.Turn(
                candidate.judgements(),
                candidate.now(),
                candidate.at(beyond.part),
                candidate.at(before.part),
                asked.difference(beyond.solution),
                beyond.part,
                candidate.size(beyond.part));
    }
}
