package org.casus.chain;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// Makes [Packed] rows, one slot after the other.
final class Packer {

    private static final int LANES = Packed.LANES;
    /// Places for what was there lately, a power of two.
    private static final int REMEMBERED = 1 << 12;
    /// Slots after which it first looks whether packing pays.
    private static final int TRIAL = 1 << 10;

    private final Lists lists;
    private final Jumps jumps;
    private final int rows;
    private final int length;
    private final int[] first;
    private final int[] slot;
    private final int[] sources = new int[LANES];
    private final double[] rates = new double[LANES];
    private final int[] latelyPattern = new int[REMEMBERED];
    private final int[] latelyLine = new int[REMEMBERED];
    private int[] pattern = {0, 1, 2, 3, 4, 5, 6, 7};
    private int patterns = LANES;
    private double[] line = {};
    private int lines;

    Packer(Lists lists) {
        this.lists = lists;
        jumps = lists.jumps();
        rows = jumps.rows();
        length = Packed.length(rows);
        first = new int[length / LANES + 1];
        for (int s = 0; s + 1 < first.length; s++) {
            int width = 0;
            for (int y = s * LANES; y < Math.min(rows, (s + 1) * LANES); y++) {
                width = Math.max(width, packed(y));
            }
            first[s + 1] = Math.addExact(first[s], width);
        }
        slot = new int[Math.multiplyExact(3, first[first.length - 1])];
        Arrays.fill(latelyPattern, -1);
        Arrays.fill(latelyLine, -1);
    }

    Optional<Packed> pack() {
        int trial = Math.min(TRIAL, slot.length / 3);
        for (int s = 0; s + 1 < first.length; s++) {
            for (int j = 0; j < first[s + 1] - first[s]; j++) {
                fill(s * LANES, j, 3 * (first[s] + j));
            }
            if (first[s + 1] >= trial) {
                if (!pays(first[s + 1], s + 1)) {
                    return Optional.empty();
                }
                trial = Math.min(2 * trial, first[first.length - 1]);
            }
        }
        double[] stay = Arrays.copyOf(lists.stay(), length);
        int[] longRows = IntStream.range(0, rows).filter(lists::isLong).toArray();
        for (int y : longRows) {
            stay[y] = 0;
        }
        return Optional.of(new Packed(lists, first, slot, pattern, line, stay, longRows));
    }

    /// Whether so many slots, of so many slices, take less than half the bytes of their lists.
    private boolean pays(int slots, int slices) {
        long bytes = 12L * slots + 4L * patterns + 8L * lines;
        return 2 * bytes < 12L * jumps.start()[Math.min(rows, slices * LANES)];
    }

    /// The slot at `to` from the j-th jumps of the rows from `row` on.
    private void fill(int row, int j, int to) {
        int least = Integer.MAX_VALUE;
        int side = Integer.MIN_VALUE;
        boolean inRow = true;
        for (int l = 0; l < LANES; l++) {
            boolean there = row + l < rows && j < packed(row + l);
            sources[l] = -1;
            rates[l] = 0;
            if (there) {
                int k = jumps.start()[row + l] + j;
                sources[l] = jumps.other()[k];
                rates[l] = jumps.rate()[k];
                least = Math.min(least, sources[l]);
                side = side == Integer.MIN_VALUE ? sources[l] - l : side;
                inRow &= sources[l] - l == side;
            }
        }
        inRow &= side >= 0 && side + LANES <= length;
        slot[to] = inRow ? side : least;
        slot[to + 1] = inRow ? 0 : patternOf(least);
        slot[to + 2] = lineOf();
    }

    private int patternOf(int base) {
        int hash = 0;
        for (int l = 0; l < LANES; l++) {
            sources[l] = sources[l] < 0 ? 0 : sources[l] - base;
            hash = hash * 31 + sources[l];
        }
        int place = place(hash);
        int known = latelyPattern[place];
        if (known >= 0 && Arrays.equals(pattern, known, known + LANES, sources, 0, LANES)) {
            return known;
        }
        if (patterns == pattern.length) {
            pattern = Arrays.copyOf(pattern, grown(patterns));
        }
        System.arraycopy(sources, 0, pattern, patterns, LANES);
        latelyPattern[place] = patterns;
        patterns += LANES;
        return latelyPattern[place];
    }

    private int lineOf() {
        long hash = 0;
        for (double rate : rates) {
            hash = hash * 31 + Double.doubleToRawLongBits(rate);
        }
        int place = place((int) (hash ^ (hash >>> 32)));
        int known = latelyLine[place];
        if (known >= 0 && Arrays.equals(line, known, known + LANES, rates, 0, LANES)) {
            return known;
        }
        if (lines == line.length) {
            line = Arrays.copyOf(line, grown(lines));
        }
        System.arraycopy(rates, 0, line, lines, LANES);
        latelyLine[place] = lines;
        lines += LANES;
        return latelyLine[place];
    }

    private int grown(int size) {
        return Math.addExact(size, Math.max(64 * LANES, size));
    }

    private static int place(int hash) {
        return (hash * 0x9E3779B9) >>> (32 - Integer.numberOfTrailingZeros(REMEMBERED));
    }

    /// Number of jumps of row `y` that are packed.
    private int packed(int y) {
        return lists.isLong(y) ? 0 : jumps.start()[y + 1] - jumps.start()[y];
    }
}
