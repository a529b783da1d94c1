package org.casus.chain;

/// [Rows] as they are: a list of jumps each.
///
/// @param jumps rates without the diagonal
/// @param stay P(y, y) `[R]`
/// @param tick 1 / q
record Lists(Jumps jumps, double[] stay, double tick) implements Rows {

    @Override
    public double multiply(double[] p, double[] next, int from, int to) {
        int[] start = jumps.start();
        int[] other = jumps.other();
        double[] rate = jumps.rate();
        double most = 0;
        for (int y = from; y < to; y++) {
            double inflow = 0;
            if (isLong(y)) {
                inflow = longRow(p, y);
            } else {
                for (int k = start[y]; k < start[y + 1]; k++) {
                    inflow += rate[k] * p[other[k]];
                }
            }
            next[y] = stay[y] * p[y] + inflow * tick;
            most = Math.max(most, Math.abs(next[y]));
        }
        return most;
    }

    boolean isLong(int y) {
        return jumps.start()[y + 1] - jumps.start()[y] > LONGEST;
    }

    /// Σ_j rate(j) p(source(j)), four sums at a time, because one would wait for its last addition.
    double longRow(double[] p, int y) {
        int[] other = jumps.other();
        double[] rate = jumps.rate();
        int last = jumps.start()[y + 1];
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int k = jumps.start()[y];
        for (; k + 3 < last; k += 4) {
            a += rate[k] * p[other[k]];
            b += rate[k + 1] * p[other[k + 1]];
            c += rate[k + 2] * p[other[k + 2]];
            d += rate[k + 3] * p[other[k + 3]];
        }
        for (; k < last; k++) {
            a += rate[k] * p[other[k]];
        }
        return (a + b) + (c + d);
    }
}
