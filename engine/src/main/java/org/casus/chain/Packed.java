package org.casus.chain;

import java.util.Arrays;

/// The rows of P = I + G / q packed for [Gather]: eight at a time, in the space that is left when what
/// repeats itself is kept once.
///
/// Eight neighbouring rows make a *slice* (a sliced ELLPACK of Monakov, Lokhmotov & Avetisyan 2010), the
/// j-th jumps of its rows a *slot*. Who jumps into eight neighbouring states by the same move often stands
/// side by side, and at the same rates as elsewhere. So a slot is three numbers: `base`, the
/// place in [#pattern] of eight distances from base, and the place in [#line] of eight rates; a pattern or
/// a line that was there lately is not kept twice. Pattern 0 is eight in a row. A slot takes 12 bytes and,
/// if nothing repeats, 96 more for eight jumps; a lattice of queues takes 1.5 bytes a jump, lists
/// 12. The loop over slots waits for memory and so is faster by as much.
///
/// Rows shorter than the longest of their slice are filled up with rates of 0. Rows of more than
/// [#LONGEST] jumps, as a state has to which all others are sent back, would fill up seven others: they
/// are left out here, and their `stay` is 0.
///
/// @param rows number of rows
/// @param first first slot of each slice `[slices + 1]`
/// @param slot base, place of the pattern, place of the line `[3 * slots]`
/// @param pattern distances from the base, eight a pattern
/// @param line rates / q, eight a line
/// @param stay P(y, y) `[8 * slices]`
record Packed(int rows, int[] first, int[] slot, int[] pattern, double[] line, double[] stay) {

    /// Rows of a slice.
    static final int LANES = 8;
    /// Most jumps of a row that is packed.
    static final int LONGEST = 256;

    static Packed of(Jumps jumps, double[] stay, double clock) {
        return new Packer(jumps, clock).pack(stay);
    }

    int slices() {
        return first.length - 1;
    }

    /// Length of a vector that is multiplied: the rows and what fills up the last slice.
    int length() {
        return stay.length;
    }

    /// Fills one slot after the other.
    private static final class Packer {

        private static final int REMEMBERED = 1 << 12;

        private final Jumps jumps;
        private final double clock;
        private final int rows;
        private final int length;
        private final int[] first;
        private final int[] slot;
        private final int[] slotOf = new int[LANES];
        private final double[] rates = new double[LANES];
        private final int[] lately = new int[REMEMBERED];
        private final int[] latelyLine = new int[REMEMBERED];
        private int[] pattern = {0, 1, 2, 3, 4, 5, 6, 7};
        private int patterns = LANES;
        private double[] line = {};
        private int lines;

        Packer(Jumps jumps, double clock) {
            this.jumps = jumps;
            this.clock = clock;
            rows = jumps.rows();
            int slices = (rows + LANES - 1) / LANES;
            length = slices * LANES;
            first = new int[slices + 1];
            for (int s = 0; s < slices; s++) {
                int width = 0;
                for (int y = s * LANES; y < Math.min(rows, (s + 1) * LANES); y++) {
                    width = Math.max(width, packed(jumps, y));
                }
                first[s + 1] = Math.addExact(first[s], width);
            }
            slot = new int[Math.multiplyExact(3, first[slices])];
            Arrays.fill(lately, -1);
            Arrays.fill(latelyLine, -1);
        }

        Packed pack(double[] stay) {
            for (int s = 0; s + 1 < first.length; s++) {
                for (int j = 0; j < first[s + 1] - first[s]; j++) {
                    fill(s * LANES, j, 3 * (first[s] + j));
                }
            }
            double[] stays = Arrays.copyOf(stay, length);
            for (int y = 0; y < rows; y++) {
                stays[y] = isLong(jumps, y) ? 0 : stays[y];
            }
            return new Packed(rows, first, slot, pattern, line, stays);
        }

        /// The slot at `to` from the j-th jumps of the rows from `row` on.
        private void fill(int row, int j, int to) {
            int least = Integer.MAX_VALUE;
            int side = -1;
            boolean inRow = true;
            for (int l = 0; l < LANES; l++) {
                int y = row + l;
                boolean there = y < rows && j < packed(jumps, y);
                int k = there ? jumps.start()[y] + j : -1;
                slotOf[l] = there ? jumps.other()[k] : -1;
                rates[l] = there ? jumps.rate()[k] / clock : 0;
                if (there) {
                    least = Math.min(least, slotOf[l]);
                    side = side < 0 ? slotOf[l] - l + length : side;
                    inRow &= slotOf[l] - l + length == side;
                }
            }
            side -= length;
            inRow &= side >= 0 && side + LANES <= length;
            slot[to] = inRow ? side : least;
            slot[to + 1] = inRow ? 0 : patternOf(least);
            slot[to + 2] = lineOf();
        }

        private int patternOf(int base) {
            int hash = 0;
            for (int l = 0; l < LANES; l++) {
                slotOf[l] = slotOf[l] < 0 ? 0 : slotOf[l] - base;
                hash = hash * 31 + slotOf[l];
            }
            int place = place(hash);
            int known = lately[place];
            if (known >= 0 && Arrays.equals(pattern, known, known + LANES, slotOf, 0, LANES)) {
                return known;
            }
            if (patterns == pattern.length) {
                pattern = Arrays.copyOf(pattern, grown(patterns));
            }
            System.arraycopy(slotOf, 0, pattern, patterns, LANES);
            lately[place] = patterns;
            patterns += LANES;
            return lately[place];
        }

        private int lineOf() {
            long hash = 0;
            for (double rate : rates) {
                hash = hash * 31 + Double.doubleToRawLongBits(rate);
            }
            int place = place((int) (hash ^ hash >>> 32));
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

        /// At most one for each slot.
        private int grown(int size) {
            return Math.min(Math.max(64 * LANES, 2 * size), LANES * (first[first.length - 1] + 1));
        }

        private static int place(int hash) {
            int mixed = hash * 0x9E3779B9;
            return mixed >>> 32 - Integer.numberOfTrailingZeros(REMEMBERED);
        }

        private static int packed(Jumps jumps, int y) {
            return isLong(jumps, y) ? 0 : jumps.start()[y + 1] - jumps.start()[y];
        }
    }

    /// Whether row `y` has more jumps than are packed.
    static boolean isLong(Jumps jumps, int y) {
        return jumps.start()[y + 1] - jumps.start()[y] > LONGEST;
    }
}
