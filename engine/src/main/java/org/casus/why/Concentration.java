package org.casus.why;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.casus.game.StateSpace;

/// Finds the few words that tell where something is concentrated: row by row, greedily, the levels that
/// hold most of the effect and least of the time.
///
/// For a row on the levels L let s be the share of the effect with it there and n the share of the time
/// the choice is open with it there. The row and levels with the greatest s − n are taken, one level or all
/// but one, if s − n is at least [#TELLING] and the effect left is at least [#COVER] of the whole; then once
/// more inside them. Of equals the first row and the lowest level count. A row that always stands the same
/// when the move is open tells nothing: s = n = 1.
final class Concentration {

    private static final int MOST_ROWS = 2;
    private static final double TELLING = 0.15;
    private static final double COVER = 0.5;

    private final StateSpace space;
    /// Of each state, not negative `[R]`.
    private final double[] effect;
    /// Of each state `[R]`.
    private final double[] time;

    /// @param effect of each state, not negative `[R]`
    /// @param time spent with the choice open in each state `[R]`
    Concentration(StateSpace space, double[] effect, double[] time) {
        this.space = space;
        this.effect = effect;
        this.time = time;
    }

    /// One way of standing, with what it holds of effect and time.
    private record Part(When when, double effect, double time) {}

    List<When> find() {
        var found = new ArrayList<When>();
        var inside = new BitSet();
        inside.set(0, space.size());
        double whole = sum(effect, inside);
        for (int k = 0; k < MOST_ROWS; k++) {
            Optional<When> next = best(inside, whole, found);
            if (next.isEmpty()) {
                break;
            }
            found.add(next.get());
            inside.and(space.where(next.get().condition()));
        }
        return List.copyOf(found);
    }

    private Optional<When> best(BitSet inside, double whole, List<When> found) {
        double allEffect = sum(effect, inside);
        double allTime = sum(time, inside);
        if (!(allEffect > 0) || !(allTime > 0)) {
            return Optional.empty();
        }
        Optional<When> best = Optional.empty();
        double most = TELLING;
        for (int row = 0; row < space.scenario().rows().size(); row++) {
            int fixed = row;
            if (found.stream().anyMatch(when -> when.row() == fixed)) {
                continue;
            }
            for (Part part : parts(row, inside, allEffect, allTime)) {
                double telling = part.effect / allEffect - part.time / allTime;
                if (telling > most && part.effect >= COVER * whole) {
                    most = telling;
                    best = Optional.of(part.when);
                }
            }
        }
        return best;
    }

    /// The row on each level, then on all but each.
    private List<Part> parts(int row, BitSet inside, double allEffect, double allTime) {
        int levels = space.scenario().rows().get(row).levels().size();
        double[] effects = new double[levels];
        double[] times = new double[levels];
        for (int x = inside.nextSetBit(0); x >= 0; x = inside.nextSetBit(x + 1)) {
            effects[space.level(x, row)] += effect[x];
            times[space.level(x, row)] += time[x];
        }
        long all = levels == Long.SIZE ? -1L : (1L << levels) - 1;
        var parts = new ArrayList<Part>();
        for (int level = 0; level < levels; level++) {
            parts.add(new Part(new When(row, 1L << level), effects[level], times[level]));
        }
        for (int level = 0; levels > 2 && level < levels; level++) {
            var others = new When(row, all & ~(1L << level));
            parts.add(new Part(others, allEffect - effects[level], allTime - times[level]));
        }
        return parts;
    }

    private static double sum(double[] of, BitSet over) {
        double sum = 0;
        for (int x = over.nextSetBit(0); x >= 0; x = over.nextSetBit(x + 1)) {
            sum += of[x];
        }
        return sum;
    }
}
