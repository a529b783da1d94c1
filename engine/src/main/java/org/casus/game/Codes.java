package org.casus.game;

import java.util.Arrays;

/// The codes of the reachable boards: first a set that grows, then the numbering of the states,
/// in rising order of codes, so that neighbours on the last rows are neighbours in memory.
///
/// Where there are not too many boards, one bit for each says whether it was reached, and a
/// state's number is a count of bits: 0.2 bytes a board, and jumps along a row read memory in
/// order. Else a hash table with open addressing, at most half full: 16–32 bytes a code and one
/// or two cache misses a look-up. Beside either, 8 bytes a code.
final class Codes {

    /// Most boards for which there is a bit each.
    private static final long DENSE = 1L << 27;
    private static final long EMPTY = -1;

    private long[] found = new long[1024];
    private int size;
    private final boolean dense;
    private final long[] bits;
    /// Codes below each word of bits.
    private int[] below = {};

    private long[] slots;
    private int[] numbers = {};

    /// @param boards number of boards, reachable or not
    Codes(long boards) {
        dense = boards <= DENSE;
        bits = new long[dense ? (int) (boards >>> 6) + 1 : 0];
        slots = empty(dense ? 0 : 4096);
    }

    /// Adds `code` (at least 0) and says whether it was new.
    boolean add(long code) {
        if (dense ? !mark(code) : !place(code)) {
            return false;
        }
        if (size == found.length) {
            found = Arrays.copyOf(found, size + (size >> 1));
        }
        found[size++] = code;
        if (!dense && 2L * size > slots.length) {
            rebuild(2 * slots.length);
        }
        return true;
    }

    private boolean mark(long code) {
        int word = (int) (code >>> 6);
        long bit = 1L << code;
        boolean isNew = (bits[word] & bit) == 0;
        bits[word] |= bit;
        return isNew;
    }

    private boolean place(long code) {
        int slot = slot(code);
        boolean isNew = slots[slot] != code;
        slots[slot] = code;
        return isNew;
    }

    int size() {
        return size;
    }

    /// The code added as number `k`, or after [#sort] that of state k.
    long get(int k) {
        return found[k];
    }

    /// Numbers the codes in rising order from 0.
    void sort() {
        found = Arrays.copyOf(found, size);
        if (dense) {
            count();
        } else {
            Arrays.sort(found);
            numbers = new int[slots.length];
            for (int k = 0; k < size; k++) {
                numbers[slot(found[k])] = k;
            }
        }
    }

    private void count() {
        below = new int[bits.length];
        int k = 0;
        for (int word = 0; word < bits.length; word++) {
            below[word] = k;
            for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
                found[k++] = ((long) word << 6) + Long.numberOfTrailingZeros(rest);
            }
        }
    }

    /// The number of `code` after [#sort].
    int number(long code) {
        if (dense) {
            int word = (int) (code >>> 6);
            long bit = 1L << code;
            if ((bits[word] & bit) == 0) {
                throw unreached(code);
            }
            return below[word] + Long.bitCount(bits[word] & (bit - 1));
        }
        int slot = slot(code);
        if (slots[slot] != code) {
            throw unreached(code);
        }
        return numbers[slot];
    }

    private static IllegalStateException unreached(long code) {
        return new IllegalStateException("board " + code + " was never reached");
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
