package org.casus.study;

import java.util.Arrays;

/// How even two-dimensional digital nets are, and the search for the first direction numbers of
/// [Sobol].
final class NetQuality {

    /// The numbers of points, as powers of two, at which the search looks.
    private static final int[] SIZES = {4, 5, 6, 7, 8, 9, 10, 11};

    private NetQuality() {}

    /// The rows of the first 2ᵐ points' generator matrix, bit j of row i being digit i of
    /// direction j.
    static int[] rows(int[] directions, int m) {
        int[] rows = new int[m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                rows[i] |= (directions[j] >>> (Sobol.BITS - 1 - i) & 1) << j;
            }
        }
        return rows;
    }

    /// The smallest t for which two dimensions are a (t, m, 2)-net: every box of k binary digits
    /// in one and m − t − k in the other holds its share of the 2ᵐ points, since these rows are
    /// independent.
    static int t(int[] a, int[] b) {
        int m = a.length;
        int strength = m;
        int[] first = new int[m];
        int[] both = new int[m];
        for (int k = 0; k < strength; k++) {
            System.arraycopy(first, 0, both, 0, m);
            int l = 0;
            while (k + l < strength && insert(both, b[l])) {
                l++;
            }
            strength = Math.min(strength, k + l);
            insert(first, a[k]);
        }
        return m - strength;
    }

    private static boolean insert(int[] basis, int row) {
        int rest = row;
        while (rest != 0) {
            int lead = 31 - Integer.numberOfLeadingZeros(rest);
            if (basis[lead] == 0) {
                basis[lead] = rest;
                return true;
            }
            rest ^= basis[lead];
        }
        return false;
    }

    /// The choices of the first `dimensions` dimensions, one for each.
    static int[] search(int dimensions) {
        int[] polynomials = PrimitivePolynomials.first(dimensions);
        int[][][] kept = new int[dimensions][SIZES.length][];
        int[] choices = new int[dimensions];
        set(kept[0], Sobol.corput());
        for (int d = 1; d < dimensions; d++) {
            long least = Long.MAX_VALUE;
            for (int c = 0; c < Sobol.CANDIDATES; c++) {
                int[][] candidate = new int[SIZES.length][];
                set(candidate, Sobol.directions(polynomials[d - 1], d, c));
                long score = score(kept, d, candidate, least);
                if (score < least) {
                    least = score;
                    choices[d] = c;
                    kept[d] = candidate;
                }
            }
        }
        return choices;
    }

    private static void set(int[][] rows, int[] directions) {
        Arrays.setAll(rows, k -> rows(directions, SIZES[k]));
    }

    /// Σ 4ᵗ over the dimensions before `d` and the sizes; given up once it is not below `enough`.
    private static long score(int[][][] kept, int d, int[][] candidate, long enough) {
        long score = 0;
        for (int e = 0; e < d && score < enough; e++) {
            for (int k = 0; k < SIZES.length; k++) {
                score += 1L << (2 * t(kept[e][k], candidate[k]));
            }
        }
        return score;
    }
}
