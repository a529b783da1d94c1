package org.casus.chain;

import java.util.BitSet;

/// The matrix A of an [EscapeSystem] by rows, its states renumbered 0 … n − 1, every row divided by its diagonal: the
/// jump chain, whose numbers are odds and so of one size whatever the rates are.
///
/// @param start first entry of each row `[n + 1]`
/// @param other column of each entry off the diagonal, ascending in a row
/// @param odds odds of the jump, `[entries]`
/// @param exit odds of a jump out of S, `[n]`
/// @param outflow the diagonal that the row was divided by, per clock unit `[n]`
record SparseSystem(int[] start, int[] other, double[] odds, double[] exit, double[] outflow) {

    private static final double ROUNDING = 0x1p-52;

    static SparseSystem of(Chain chain, BitSet within, int[] states) {
        var index = new int[chain.states()];
        for (int s = 0; s < states.length; s++) {
            index[states[s]] = s;
        }
        Jumps outOf = chain.into().transposed();
        var start = new int[states.length + 1];
        for (int s = 0; s < states.length; s++) {
            start[s + 1] = start[s];
            for (int k = outOf.start()[states[s]]; k < outOf.start()[states[s] + 1]; k++) {
                if (within.get(outOf.other()[k])) {
                    start[s + 1]++;
                }
            }
        }
        var other = new int[start[states.length]];
        var odds = new double[other.length];
        var exit = new double[states.length];
        var outflow = new double[states.length];
        for (int s = 0; s < states.length; s++) {
            int next = start[s];
            outflow[s] = chain.outflow(states[s]);
            for (int k = outOf.start()[states[s]]; k < outOf.start()[states[s] + 1]; k++) {
                double share = outOf.rate()[k] / outflow[s];
                if (within.get(outOf.other()[k])) {
                    other[next] = index[outOf.other()[k]];
                    odds[next++] = share;
                } else {
                    exit[s] += share;
                }
            }
        }
        return new SparseSystem(start, other, odds, exit, outflow);
    }

    int size() {
        return exit.length;
    }

    /// r = b − A h.
    void residual(double[] b, double[] h, double[] r) {
        for (int s = 0; s < r.length; s++) {
            double sum = exit[s] * h[s];
            for (int k = start[s]; k < start[s + 1]; k++) {
                sum += odds[k] * (h[s] - h[other[k]]);
            }
            r[s] = b[s] - sum;
        }
    }

    /// Bound on the rounding in row `s` of b − A h: one rounding for each term and each partial sum.
    double rounding(int s, double[] b, double[] h) {
        double sum = Math.abs(b[s]) + exit[s] * Math.abs(h[s]);
        for (int k = start[s]; k < start[s + 1]; k++) {
            sum += odds[k] * Math.abs(h[s] - h[other[k]]);
        }
        return ROUNDING * (start[s + 1] - start[s] + 4) * sum;
    }
}
