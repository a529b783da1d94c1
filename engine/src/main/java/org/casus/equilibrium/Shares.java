package org.casus.equilibrium;

import java.util.concurrent.atomic.AtomicIntegerArray;

/// The numbers 0 … count − 1 as threads take them in one loop. Each thread has a share of its own, a run of
/// numbers that is the same in every loop of this length, and takes from the others' only when that is done.
///
/// So most of what a thread reads was written by itself in the loop before, and lies in the cache of its core.
final class Shares {

    /// Counters lie this many ints apart, so that no two share a line of a cache.
    private static final int APART = 32;

    private final int count;
    private final int threads;
    private final AtomicIntegerArray taken;

    Shares(int count, int threads) {
        this.count = count;
        this.threads = threads;
        taken = new AtomicIntegerArray(APART * (threads + 1));
    }

    /// The next number for `thread`, counted from 0; negative if none is left.
    int take(int thread) {
        for (int k = 0; k < threads; k++) {
            int share = (thread + k) % threads;
            int at = APART * (share + 1);
            int size = first(share + 1) - first(share);
            // looked at first: counters that are through stay in everybody's cache
            int number = taken.get(at) < size ? taken.getAndIncrement(at) : size;
            if (number < size) {
                return first(share) + number;
            }
        }
        return -1;
    }

    private int first(int share) {
        return (int) ((long) count * share / threads);
    }
}
