package org.casus.chain;

import java.util.Arrays;
import java.util.Optional;

/// [Rows] packed eight at a time, what repeats itself kept once.
///
/// Eight neighbouring rows make a *slice* (sliced ELLPACK: Monakov, Lokhmotov & Avetisyan 2010), the j-th
/// jumps of its rows a *slot*. Who jumps into eight neighbouring states by the same move often stands side
/// by side, and at the same rates as elsewhere. So a slot is three numbers: its least source `base`, the place
/// in `pattern` of eight distances from it, and the place in `line` of eight rates; a pattern or a line that
/// was there lately is not kept twice. Pattern 0 is eight in a row.
///
/// A lattice of queues so takes 1.5 bytes a jump, lists take 12. The loop waits for memory above all, and
/// is three times as fast. Boards on which every play has a rate of its own gain nothing and stay lists:
/// [#of] gives up when it sees that too little repeats itself.
///
/// Rows shorter than the longest of their slice are filled up with rates of 0. Rows of more than
/// [Rows#LONGEST] jumps, as a state has to which all others are sent back, stay lists.
///
/// @param lists the same unpacked
/// @param first first slot of each slice `[slices + 1]`
/// @param slot base, place of the pattern, place of the line `[3 * slots]`
/// @param pattern distances from the base, eight a pattern
/// @param line rates, eight a line
/// @param stay P(y, y), 0 for long rows `[8 * slices]`
/// @param longRows ascending
record Packed(Lists lists, int[] first, int[] slot, int[] pattern, double[] line, double[] stay, int[] longRows)
        implements Rows {

    /// Rows of a slice.
    static final int LANES = 8;
    /// Whether the JVM offers the Vector API (started with `--add-modules jdk.incubator.vector`) and the
    /// machine has vectors of half a slice.
    static final boolean VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && VectorSlices.wide();

    /// The same rows packed, if that makes them much smaller. Time and memory linear in the jumps.
    static Optional<Packed> of(Lists lists) {
        return new Packer(lists).pack();
    }

    /// Length of a vector over `rows` rows with its last slice full.
    static int length(int rows) {
        return Math.multiplyExact((rows + LANES - 1) / LANES, LANES);
    }

    @Override
    public double multiply(double[] p, double[] next, int from, int to) {
        double most = VectorSlices.multiply(this, p, next, from / LANES, (to + LANES - 1) / LANES);
        if (longRows.length > 0) {
            int at = Arrays.binarySearch(longRows, from);
            for (int k = at < 0 ? -at - 1 : at; k < longRows.length && longRows[k] < to; k++) {
                int y = longRows[k];
                next[y] = lists.stay()[y] * p[y] + lists.longRow(p, y) * lists.tick();
                most = Math.max(most, Math.abs(next[y]));
            }
        }
        return most;
    }
}
