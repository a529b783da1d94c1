package org.casus.chain;

import java.util.Arrays;

/// Incomplete factors A ≈ L U without fill (ILU(0); Meijerink & van der Vorst 1977: they exist for every M-matrix, with
/// positive pivots). Exact where a chain is a line or a tree in the order of its states.
///
/// Memory 8 bytes an entry; made in time linear in entries times entries of a row, applied in time linear in entries.
final class IncompleteFactors {

    private final int[] start;
    private final int[] other;
    private final double[] factor;
    private final double[] pivot;
    private final int[] upper;

    IncompleteFactors(SparseSystem a) {
        start = a.start();
        other = a.other();
        factor = new double[other.length];
        pivot = new double[a.size()];
        upper = new int[a.size()];
        var place = new int[a.size()];
        Arrays.fill(place, -1);
        for (int s = 0; s < a.size(); s++) {
            eliminate(a, s, place);
        }
    }

    private void eliminate(SparseSystem a, int s, int[] place) {
        pivot[s] = 1;
        upper[s] = start[s + 1];
        for (int k = start[s]; k < start[s + 1]; k++) {
            factor[k] = -a.odds()[k];
            place[other[k]] = k;
            if (other[k] > s && upper[s] > k) {
                upper[s] = k;
            }
        }
        for (int k = start[s]; k < upper[s]; k++) {
            int t = other[k];
            factor[k] /= pivot[t];
            for (int l = upper[t]; l < start[t + 1]; l++) {
                if (other[l] == s) {
                    pivot[s] -= factor[k] * factor[l];
                } else if (place[other[l]] >= 0) {
                    factor[place[other[l]]] -= factor[k] * factor[l];
                }
            }
        }
        for (int k = start[s]; k < start[s + 1]; k++) {
            place[other[k]] = -1;
        }
        pivot[s] = Math.max(pivot[s], Double.MIN_NORMAL);
    }

    /// x = (L U)⁻¹ b; `b` and `x` may be the same array.
    void solve(double[] b, double[] x) {
        for (int s = 0; s < pivot.length; s++) {
            double sum = b[s];
            for (int k = start[s]; k < upper[s]; k++) {
                sum -= factor[k] * x[other[k]];
            }
            x[s] = sum;
        }
        for (int s = pivot.length - 1; s >= 0; s--) {
            double sum = x[s];
            for (int k = upper[s]; k < start[s + 1]; k++) {
                sum -= factor[k] * x[other[k]];
            }
            x[s] = sum / pivot[s];
        }
    }
}
