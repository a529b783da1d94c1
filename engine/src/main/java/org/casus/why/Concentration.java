package org.casus.why;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.casus.game.StateSpace;
import org.casus.scenario.Row;

/// Finds the few words that tell where something is concentrated: row by row, greedily, the levels that
/// hold most of the effect and least of the time.
///
/// For a row on the levels L let s be the share of the effect with it there and n the share of the time
/// the choice is open with it there. The row and levels with the greatest s − n are taken, if s − n is above
/// [#TELLING] and the effect left is at least [#COVER] of the whole; then once more inside them. Levels are one
/// level, or from one up or below one, or, on rows that are no ladder, all but one. Of equals the first row and the
/// lowest level count. A row that always stands the same
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
            for (Part part : parts(row, inside)) {
                double telling = part.effect / allEffect - part.time / allTime;
                if (telling > most && part.effect >= COVER * whole) {
                    most = telling;
                    best = Optional.of(part.when);
                }
            }
        }
        return best;
    }

    /// The row on each level; then, where levels are ordered, on each and all above it and all below it, else on
    /// all but each. Levels on which the choice is never met are left out.
    private List<Part> parts(int row, BitSet inside) {
        Row of = space.scenario().rows().get(row);
        double[] effects = new double[of.levels().size()];
        double[] times = new double[effects.length];
        for (int x = inside.nextSetBit(0); x >= 0; x = inside.nextSetBit(x + 1)) {
            effects[space.level(x, row)] += effect[x];
            times[space.level(x, row)] += time[x];
        }
        int[] met = IntStream.range(0, times.length).filter(k -> times[k] > 0).toArray();
        var sets = new ArrayList<int[]>();
        for (int level : met) {
            sets.add(new int[] {level});
        }
        for (int k = 0; k < met.length && met.length > 2; k++) {
            int at = k;
            if (of.ordered()) {
                sets.add(Arrays.copyOfRange(met, k, met.length));
                sets.add(Arrays.copyOfRange(met, 0, k));
            } else {
                sets.add(Arrays.stream(met).filter(level -> level != met[at]).toArray());
            }
        }
        return sets.stream().map(set -> part(row, set, effects, times)).toList();
    }

    private static Part part(int row, int[] levels, double[] effects, double[] times) {
        long bits = 0;
        double effect = 0;
        double time = 0;
        for (int level : levels) {
            bits |= 1L << level;
            effect += effects[level];
            time += times[level];
        }
        return new Part(new When(row, bits), effect, time);
    }

    private static double sum(double[] of, BitSet over) {
        double sum = 0;
        for (int x = over.nextSetBit(0); x >= 0; x = over.nextSetBit(x + 1)) {
            sum += of[x];
        }
        return sum;
    }
}
