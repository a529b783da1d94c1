package org.casus.equilibrium;

/// [Lines] where jumps seat actors anew: a lane reads, where a jump leads, the lane that the jump's turn
/// names. Slower by what it takes to gather eight numbers that need not lie beside each other.
///
/// `layout.turns[layout.jumpTurn[j] + i]` is the lane that lane i reads by jump j; with more than eight lanes
/// it may be in another line.
final class SeatedLines {

    private SeatedLines() {}

    /// As [Lines#balance], reading `turns[turn(j) + line + i]` for lane i of the line.
    static void balance(
            float[] z,
            int k,
            int line,
            float[] rate,
            int[] at,
            int[] turn,
            int[] turns,
            int first,
            int last,
            float[] b,
            float[] inverse) {
        if (Lines.VECTORS) {
            VectorSeatedLines.balance(z, k, line, rate, at, turn, turns, first, last, b, inverse);
        } else {
            ScalarSeatedLines.balance(z, k, line, rate, at, turn, turns, first, last, b, inverse);
        }
    }

    /// As [Lines#move] for the jumps of one state from `first` on.
    static void move(
            float[] diagonal,
            float[] z,
            float[] v,
            float[] w,
            int k,
            int line,
            Layout layout,
            float[] jump,
            int first,
            float[] djump,
            int base) {
        int last = layout.jumpStart[k / layout.lanes + 1];
        if (Lines.VECTORS) {
            VectorSeatedLines.move(diagonal, z, v, w, k, line, layout, jump, first, last, djump, base);
        } else {
            ScalarSeatedLines.move(diagonal, z, v, w, k, line, layout, jump, first, last, djump, base);
        }
    }

    /// As [Lines#drift].
    static void drift(double[] v, double[] f, int k, int line, Layout layout, double[] jump, int first, int last) {
        if (Lines.VECTORS) {
            VectorSeatedLines.drift(v, f, k, line, layout, jump, first, last);
        } else {
            ScalarSeatedLines.drift(v, f, k, line, layout, jump, first, last);
        }
    }
}
