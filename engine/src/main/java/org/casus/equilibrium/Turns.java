package org.casus.equilibrium;

import java.util.ArrayList;
import java.util.List;

/// Where the long game turned away: it had calmed down as if to settle, and then moved on. It was
/// passing an equilibrium that repels, and how near it came decides when it leaves and which way.
///
/// Of each turn we keep when the drift had grown to twice and to four times its least. If following
/// the game with smaller errors moves the first of these by much of the time between the two, what
/// drove it away was error, and which way it went means nothing.
final class Turns {

    /// Part of the time between twice and four times in which two turns are the same: the distance
    /// from the edge is then the same within 7%. Rounding is of the same size in all runs; in a wider
    /// sense of the same two runs in which it decides agree by chance too often.
    private static final double SAME = 0.1;
    /// Drift, in units over the longest look ahead, below which a game has calmed down as if to settle.
    /// Above, where actors look very far ahead, the errors of steps alone make it go up and down.
    static final double CALM = 20;

    private record Turn(double twice, double fourfold) {
        boolean like(Turn other) {
            return Math.abs(twice - other.twice) <= SAME * Math.min(fourfold - twice, other.fourfold - other.twice);
        }
    }

    private final List<Turn> past = new ArrayList<>();
    private double least = Double.POSITIVE_INFINITY;
    private double twice = Double.NaN;
    private double fourfold = Double.NaN;
    private double horizonBefore;
    private double unrestBefore = Double.POSITIVE_INFINITY;

    /// Notes the drift at a horizon.
    void note(double horizon, double unrest) {
        if (unrest < least) {
            keep();
            least = unrest;
            twice = Double.NaN;
            fourfold = Double.NaN;
        } else {
            twice = Double.isNaN(twice) ? crossing(2 * least, horizon, unrest) : twice;
            fourfold = Double.isNaN(fourfold) ? crossing(4 * least, horizon, unrest) : fourfold;
        }
        horizonBefore = horizon;
        unrestBefore = unrest;
    }

    private void keep() {
        if (turned()) {
            past.add(new Turn(twice, fourfold));
        }
    }

    /// When the drift grew past `level`, between the last time and now, as if it grew exponentially; NaN
    /// if it has not.
    private double crossing(double level, double horizon, double unrest) {
        if (unrest < level) {
            return Double.NaN;
        }
        double share = Math.log(level / unrestBefore) / Math.log(unrest / unrestBefore);
        return horizonBefore + Math.clamp(share, 0, 1) * (horizon - horizonBefore);
    }

    /// Whether the drift has grown to four times its least. Errors of steps alone double it now and then.
    private boolean turned() {
        return least < CALM && !Double.isNaN(fourfold);
    }

    /// Whether there were any.
    boolean any() {
        return !past.isEmpty() || turned();
    }

    /// Whether these are the turns of the same path, but for what does not matter.
    boolean like(Turns other) {
        var mine = all();
        var others = other.all();
        boolean same = mine.size() == others.size();
        for (int k = 0; same && k < mine.size(); k++) {
            same = mine.get(k).like(others.get(k));
        }
        return same;
    }

    private List<Turn> all() {
        var all = new ArrayList<>(past);
        if (turned()) {
            all.add(new Turn(twice, fourfold));
        }
        return all;
    }
}
