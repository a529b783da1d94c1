package org.casus.chain;

import java.util.Arrays;

/// Sorts the states of a [Level] into aggregates of about four, each state with those it trades most with.
///
/// Twice over, every state is paired with the free neighbour with which it exchanges the largest share
/// of the flow
/// through the quieter of the two; who finds no one free joins its strongest neighbour, so that each
/// pass at least
/// halves the number. States between which the chain goes to and fro long before it leaves them so
/// come together, and
/// their slow leaving is seen by the coarser level.
final class Aggregates {

    private final Level level;
    private final Jumps outOf;
    private final double[] flux;
    private final double[] traded;
    private final int[] aggregate;
    private int count;

    private Aggregates(Level level) {
        this.level = level;
        int n = level.size();
        outOf = level.into().transposed();
        flux = new double[n];
        for (int x = 0; x < n; x++) {
            flux[x] = level.outflow()[x] * level.weight()[x];
        }
        traded = new double[n];
        aggregate = new int[n];
        Arrays.fill(aggregate, -1);
    }

    /// Aggregate of each state of `level`, numbered from 0.
    static int[] of(Level level) {
        int[] pairs = new Aggregates(level).paired();
        Level paired = Level.coarser(level, pairs);
        paired.refresh(level);
        int[] fours = new Aggregates(paired).paired();
        return Arrays.stream(pairs).map(pair -> fours[pair]).toArray();
    }

    private int[] paired() {
        for (int x = 0; x < aggregate.length; x++) {
            if (aggregate[x] < 0) {
                pair(x);
            }
        }
        return aggregate;
    }

    private void pair(int x) {
        Jumps into = level.into();
        int end = outOf.start()[x + 1];
        for (int k = into.start()[x]; k < into.start()[x + 1]; k++) {
            traded[into.other()[k]] += into.rate()[k] * level.weight()[into.other()[k]];
        }
        for (int k = outOf.start()[x]; k < end; k++) {
            traded[outOf.other()[k]] += outOf.rate()[k] * level.weight()[x];
        }
        int free = -1;
        int any = -1;
        for (int k = into.start()[x]; k < into.start()[x + 1]; k++) {
            free = aggregate[into.other()[k]] < 0 ? better(x, into.other()[k], free) : free;
            any = better(x, into.other()[k], any);
        }
        for (int k = outOf.start()[x]; k < end; k++) {
            free = aggregate[outOf.other()[k]] < 0 ? better(x, outOf.other()[k], free) : free;
            any = better(x, outOf.other()[k], any);
        }
        if (free >= 0 || any < 0) {
            aggregate[x] = count++;
            if (free >= 0) {
                aggregate[free] = aggregate[x];
            }
        } else {
            aggregate[x] = aggregate[any];
        }
        for (int k = into.start()[x]; k < into.start()[x + 1]; k++) {
            traded[into.other()[k]] = 0;
        }
        for (int k = outOf.start()[x]; k < end; k++) {
            traded[outOf.other()[k]] = 0;
        }
    }

    /// Which of y and `best` (−1: none yet) trades the larger share with x.
    private int better(int x, int y, int best) {
        return best < 0 || share(x, y) > share(x, best) ? y : best;
    }

    private double share(int x, int y) {
        return traded[y] / Math.min(flux[x], flux[y]);
    }
}
