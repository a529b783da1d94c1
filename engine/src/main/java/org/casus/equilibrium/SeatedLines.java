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
            float[] diagonal,
            float out) {
        if (Lines.VECTORS) {
            VectorSeatedLines.balance(z, k, line, rate, at, turn, turns, first, last, b, diagonal, out);
        } else {
            ScalarSeatedLines.balance(z, k, line, rate, at, turn, turns, first, last, b, diagonal, out);
        }
    }

    /// As [Lines#move].
    static void move(
            float[] diagonal,
            float[] z,
            float[] w,
            int k,
            int line,
            Layout layout,
            int first,
            int last,
            float[] jump,
            int slot,
            float[] across) {
        if (Lines.VECTORS) {
            VectorSeatedLines.move(diagonal, z, w, k, line, layout, first, last, jump, slot, across);
        } else {
            ScalarSeatedLines.move(diagonal, z, w, k, line, layout, first, last, jump, slot, across);
        }
    }

    /// As [Lines#respond], with leads as in `layout.leads`.
    static void respond(
            float[] v,
            float[] w,
            int k,
            int line,
            Layout layout,
            int jumps,
            int first,
            float[] change,
            int count,
            float[] sums) {
        if (Lines.VECTORS) {
            VectorSeatedLines.respond(v, w, k, line, layout, jumps, first, change, count, sums);
        } else {
            ScalarSeatedLines.respond(v, w, k, line, layout, jumps, first, change, count, sums);
        }
    }

    /// As [Lines#drift].
    static void drift(
            double[] v,
            int k,
            int line,
            Layout layout,
            int first,
            int last,
            double[] jump,
            int base,
            double[] f,
            int at) {
        if (Lines.VECTORS) {
            VectorSeatedLines.drift(v, k, line, layout, first, last, jump, base, f, at);
        } else {
            ScalarSeatedLines.drift(v, k, line, layout, first, last, jump, base, f, at);
        }
    }
}
