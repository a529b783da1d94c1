package org.casus.game;

import java.util.Arrays;

/// The codes of the reachable boards: first a set that grows, then, sorted, the numbering of the states.
///
/// Open addressing with linear probing at most half full: 16–32 bytes a code while it grows, and one
/// or two cache
/// misses a look-up.
final class Codes {

    private static final long EMPTY = -1;

    private long[] found = new long[1024];
    private int size;
    private long[] slots = empty(4096);
    private int[] numbers = new int[4096];

    /// Adds `code` (at least 0) and says whether it was new.
    boolean add(long code) {
        int slot = slot(code);
        if (slots[slot] == code) {
            return false;
        }
        if (size == found.length) {
            found = Arrays.copyOf(found, 2 * size);
        }
        found[size++] = code;
        slots[slot] = code;
        if (2L * size > slots.length) {
            rebuild(2 * slots.length);
        }
        return true;
    }

    int size() {
        return size;
    }

    /// The code added as number `k`, or after [#sort] that of state k.
    long get(int k) {
        return found[k];
    }

    /// Numbers the codes in rising order from 0, so that neighbours on the last rows are neighbours in
    /// memory.
    void sort() {
        found = Arrays.copyOf(found, size);
        Arrays.sort(found);
        rebuild(slots.length);
        for (int k = 0; k < size; k++) {
            numbers[slot(found[k])] = k;
        }
    }

    /// The number of `code` after [#sort].
    int number(long code) {
        int slot = slot(code);
        if (slots[slot] != code) {
            throw new IllegalStateException("board " + code + " was never reached");
        }
        return numbers[slot];
    }

    private int slot(long code) {
        int mask = slots.length - 1;
        long mixed = code * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (slots[slot] != EMPTY && slots[slot] != code) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rebuild(int capacity) {
        slots = empty(capacity);
        numbers = new int[capacity];
        for (int k = 0; k < size; k++) {
            slots[slot(found[k])] = found[k];
        }
    }

    private static long[] empty(int capacity) {
        var slots = new long[capacity];
        Arrays.fill(slots, EMPTY);
        return slots;
    }
}
