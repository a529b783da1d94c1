package org.casus.game;

import java.util.Arrays;

/// Runs of ints, each kept once and numbered in the order in which it was first met.
///
/// Open addressing, at most half full. Memory 4 bytes an int and some 20 a run.
final class Keys {

    private int[] slots = new int[1024];
    private final IntList start = new IntList();
    private final IntList ints = new IntList();
    private int size;

    Keys() {
        start.add(0);
    }

    /// The number of the first `length` ints of `run`.
    int number(int[] run, int length) {
        int slot = slot(run, length);
        if (slots[slot] == 0) {
            for (int k = 0; k < length; k++) {
                ints.add(run[k]);
            }
            start.add(ints.size());
            slots[slot] = ++size;
            if (2 * size > slots.length) {
                rebuild();
                return size - 1;
            }
        }
        return slots[slot] - 1;
    }

    int size() {
        return size;
    }

    /// Where run `k` begins in [#at].
    int start(int k) {
        return start.get(k);
    }

    int at(int index) {
        return ints.get(index);
    }

    private int slot(int[] run, int length) {
        int mask = slots.length - 1;
        int slot = hash(run, length) & mask;
        while (slots[slot] != 0 && !equals(slots[slot] - 1, run, length)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean equals(int k, int[] run, int length) {
        int from = start(k);
        if (start(k + 1) - from != length) {
            return false;
        }
        for (int j = 0; j < length; j++) {
            if (ints.get(from + j) != run[j]) {
                return false;
            }
        }
        return true;
    }

    private void rebuild() {
        slots = new int[2 * slots.length];
        int[] run = new int[16];
        for (int k = 0; k < size; k++) {
            int length = start(k + 1) - start(k);
            if (length > run.length) {
                run = Arrays.copyOf(run, 2 * length);
            }
            for (int j = 0; j < length; j++) {
                run[j] = ints.get(start(k) + j);
            }
            slots[slot(run, length)] = k + 1;
        }
    }

    private static int hash(int[] run, int length) {
        long hash = length;
        for (int k = 0; k < length; k++) {
            hash = (hash ^ run[k]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return (int) (hash ^ (hash >>> 32));
    }
}
