package org.casus.chain;

/// [Gather] lane by lane. The eight sums have names of their own so that the compiler keeps them in registers.
final class ScalarGather {

    private ScalarGather() {}

    static double rows(Packed packed, double[] p, double[] next, int from, int to) {
        int[] first = packed.first();
        int[] slot = packed.slot();
        int[] at = packed.pattern();
        double[] line = packed.line();
        double[] stay = packed.stay();
        double most = 0;
        int j = 3 * first[from];
        for (int s = from; s < to; s++) {
            int y = s * Packed.LANES;
            double a = stay[y] * p[y];
            double b = stay[y + 1] * p[y + 1];
            double c = stay[y + 2] * p[y + 2];
            double d = stay[y + 3] * p[y + 3];
            double e = stay[y + 4] * p[y + 4];
            double f = stay[y + 5] * p[y + 5];
            double g = stay[y + 6] * p[y + 6];
            double h = stay[y + 7] * p[y + 7];
            for (int end = 3 * first[s + 1]; j < end; j += 3) {
                int base = slot[j];
                int x = slot[j + 1];
                int r = slot[j + 2];
                a += line[r] * p[base + at[x]];
                b += line[r + 1] * p[base + at[x + 1]];
                c += line[r + 2] * p[base + at[x + 2]];
                d += line[r + 3] * p[base + at[x + 3]];
                e += line[r + 4] * p[base + at[x + 4]];
                f += line[r + 5] * p[base + at[x + 5]];
                g += line[r + 6] * p[base + at[x + 6]];
                h += line[r + 7] * p[base + at[x + 7]];
            }
            next[y] = a;
            next[y + 1] = b;
            next[y + 2] = c;
            next[y + 3] = d;
            next[y + 4] = e;
            next[y + 5] = f;
            next[y + 6] = g;
            next[y + 7] = h;
            most = Math.max(most, Math.max(larger(a, b, c, d), larger(e, f, g, h)));
        }
        return most;
    }

    private static double larger(double a, double b, double c, double d) {
        return Math.max(Math.max(Math.abs(a), Math.abs(b)), Math.max(Math.abs(c), Math.abs(d)));
    }
}
