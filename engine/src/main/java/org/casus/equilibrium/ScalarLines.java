package org.casus.equilibrium;

/// [Lines] one lane after the other, with the eight sums in registers: loops over lanes measured
/// seven times as slow. Adds in the order of [VectorLines].
final class ScalarLines {

    private ScalarLines() {}

    static void balance(
            float[] z,
            int k,
            int line,
            float[] rate,
            int[] at,
            int first,
            int last,
            float[] b,
            float[] diagonal,
            float out) {
        float s0 = b[k];
        float s1 = b[k + 1];
        float s2 = b[k + 2];
        float s3 = b[k + 3];
        float s4 = b[k + 4];
        float s5 = b[k + 5];
        float s6 = b[k + 6];
        float s7 = b[k + 7];
        float t0 = 0;
        float t1 = 0;
        float t2 = 0;
        float t3 = 0;
        float t4 = 0;
        float t5 = 0;
        float t6 = 0;
        float t7 = 0;
        for (int j = first; j < last; j += 2) {
            float r = rate[j];
            float q = rate[j + 1];
            int y = at[j] + line;
            int x = at[j + 1] + line;
            s0 = Math.fma(z[y], r, s0);
            s1 = Math.fma(z[y + 1], r, s1);
            s2 = Math.fma(z[y + 2], r, s2);
            s3 = Math.fma(z[y + 3], r, s3);
            s4 = Math.fma(z[y + 4], r, s4);
            s5 = Math.fma(z[y + 5], r, s5);
            s6 = Math.fma(z[y + 6], r, s6);
            s7 = Math.fma(z[y + 7], r, s7);
            t0 = Math.fma(z[x], q, t0);
            t1 = Math.fma(z[x + 1], q, t1);
            t2 = Math.fma(z[x + 2], q, t2);
            t3 = Math.fma(z[x + 3], q, t3);
            t4 = Math.fma(z[x + 4], q, t4);
            t5 = Math.fma(z[x + 5], q, t5);
            t6 = Math.fma(z[x + 6], q, t6);
            t7 = Math.fma(z[x + 7], q, t7);
        }
        z[k] = (s0 + t0) * (1 / (diagonal[line] + out));
        z[k + 1] = (s1 + t1) * (1 / (diagonal[line + 1] + out));
        z[k + 2] = (s2 + t2) * (1 / (diagonal[line + 2] + out));
        z[k + 3] = (s3 + t3) * (1 / (diagonal[line + 3] + out));
        z[k + 4] = (s4 + t4) * (1 / (diagonal[line + 4] + out));
        z[k + 5] = (s5 + t5) * (1 / (diagonal[line + 5] + out));
        z[k + 6] = (s6 + t6) * (1 / (diagonal[line + 6] + out));
        z[k + 7] = (s7 + t7) * (1 / (diagonal[line + 7] + out));
    }

    static void move(
            float[] diagonal,
            float[] z,
            float[] w,
            int k,
            int line,
            int lanes,
            int[] target,
            int first,
            int last,
            float[] jump,
            int slot,
            float[] across) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int at = line;
        int rate = slot;
        for (int j = first; j < last; j++) {
            float r = jump[rate++];
            int y = target[j] * lanes + line;
            float d0 = z[y] - z[k];
            float d1 = z[y + 1] - z[k + 1];
            float d2 = z[y + 2] - z[k + 2];
            float d3 = z[y + 3] - z[k + 3];
            float d4 = z[y + 4] - z[k + 4];
            float d5 = z[y + 5] - z[k + 5];
            float d6 = z[y + 6] - z[k + 6];
            float d7 = z[y + 7] - z[k + 7];
            across[at] = d0;
            across[at + 1] = d1;
            across[at + 2] = d2;
            across[at + 3] = d3;
            across[at + 4] = d4;
            across[at + 5] = d5;
            across[at + 6] = d6;
            across[at + 7] = d7;
            s0 = Math.fma(d0, r, s0);
            s1 = Math.fma(d1, r, s1);
            s2 = Math.fma(d2, r, s2);
            s3 = Math.fma(d3, r, s3);
            s4 = Math.fma(d4, r, s4);
            s5 = Math.fma(d5, r, s5);
            s6 = Math.fma(d6, r, s6);
            s7 = Math.fma(d7, r, s7);
            at += lanes;
        }
        w[k] = diagonal[line] * z[k] - s0;
        w[k + 1] = diagonal[line + 1] * z[k + 1] - s1;
        w[k + 2] = diagonal[line + 2] * z[k + 2] - s2;
        w[k + 3] = diagonal[line + 3] * z[k + 3] - s3;
        w[k + 4] = diagonal[line + 4] * z[k + 4] - s4;
        w[k + 5] = diagonal[line + 5] * z[k + 5] - s5;
        w[k + 6] = diagonal[line + 6] * z[k + 6] - s6;
        w[k + 7] = diagonal[line + 7] * z[k + 7] - s7;
    }

    static void respond(
            float[] v,
            float[] w,
            int k,
            int line,
            int lanes,
            int[] target,
            int jumps,
            int[] jump,
            int first,
            float[] change,
            int count,
            float[] sums) {
        int down = lanes + line;
        float s0 = sums[down];
        float s1 = sums[down + 1];
        float s2 = sums[down + 2];
        float s3 = sums[down + 3];
        float s4 = sums[down + 4];
        float s5 = sums[down + 5];
        float s6 = sums[down + 6];
        float s7 = sums[down + 7];
        for (int l = 0; l < count; l++) {
            float r = change[l];
            int y = target[jumps + jump[first + l]] * lanes + line;
            s0 = Math.fma(v[y] - v[k], r, s0);
            s1 = Math.fma(v[y + 1] - v[k + 1], r, s1);
            s2 = Math.fma(v[y + 2] - v[k + 2], r, s2);
            s3 = Math.fma(v[y + 3] - v[k + 3], r, s3);
            s4 = Math.fma(v[y + 4] - v[k + 4], r, s4);
            s5 = Math.fma(v[y + 5] - v[k + 5], r, s5);
            s6 = Math.fma(v[y + 6] - v[k + 6], r, s6);
            s7 = Math.fma(v[y + 7] - v[k + 7], r, s7);
        }
        w[k] -= s0;
        w[k + 1] -= s1;
        w[k + 2] -= s2;
        w[k + 3] -= s3;
        w[k + 4] -= s4;
        w[k + 5] -= s5;
        w[k + 6] -= s6;
        w[k + 7] -= s7;
        for (int i = 0; i < Layout.LINE; i++) {
            sums[line + i] = 0;
            sums[down + i] = 0;
        }
    }

    static void drift(
            double[] v,
            int k,
            int line,
            int lanes,
            int[] target,
            int first,
            int last,
            double[] jump,
            int base,
            double[] f,
            int at) {
        double f0 = f[at];
        double f1 = f[at + 1];
        double f2 = f[at + 2];
        double f3 = f[at + 3];
        double f4 = f[at + 4];
        double f5 = f[at + 5];
        double f6 = f[at + 6];
        double f7 = f[at + 7];
        for (int j = first; j < last; j++) {
            double r = jump[j - base];
            int y = target[j] * lanes + line;
            f0 = Math.fma(v[y] - v[k], r, f0);
            f1 = Math.fma(v[y + 1] - v[k + 1], r, f1);
            f2 = Math.fma(v[y + 2] - v[k + 2], r, f2);
            f3 = Math.fma(v[y + 3] - v[k + 3], r, f3);
            f4 = Math.fma(v[y + 4] - v[k + 4], r, f4);
            f5 = Math.fma(v[y + 5] - v[k + 5], r, f5);
            f6 = Math.fma(v[y + 6] - v[k + 6], r, f6);
            f7 = Math.fma(v[y + 7] - v[k + 7], r, f7);
        }
        f[at] = f0;
        f[at + 1] = f1;
        f[at + 2] = f2;
        f[at + 3] = f3;
        f[at + 4] = f4;
        f[at + 5] = f5;
        f[at + 6] = f6;
        f[at + 7] = f7;
    }

    static void gather(
            double[] z, double[] w, int k, int line, int lanes, int[] source, double[] rate, int first, int last) {
        double w0 = w[k];
        double w1 = w[k + 1];
        double w2 = w[k + 2];
        double w3 = w[k + 3];
        double w4 = w[k + 4];
        double w5 = w[k + 5];
        double w6 = w[k + 6];
        double w7 = w[k + 7];
        for (int j = first; j < last; j++) {
            double r = rate[j];
            int x = source[j] * lanes + line;
            w0 = Math.fma(z[x], r, w0);
            w1 = Math.fma(z[x + 1], r, w1);
            w2 = Math.fma(z[x + 2], r, w2);
            w3 = Math.fma(z[x + 3], r, w3);
            w4 = Math.fma(z[x + 4], r, w4);
            w5 = Math.fma(z[x + 5], r, w5);
            w6 = Math.fma(z[x + 6], r, w6);
            w7 = Math.fma(z[x + 7], r, w7);
        }
        w[k] = w0;
        w[k + 1] = w1;
        w[k + 2] = w2;
        w[k + 3] = w3;
        w[k + 4] = w4;
        w[k + 5] = w5;
        w[k + 6] = w6;
        w[k + 7] = w7;
    }

    static void across(
            double[] z, double[] v, double[] into, int k, int line, int lanes, int[] target, int first, int last) {
        for (int j = first; j < last; j++) {
            int y = target[j] * lanes + line;
            double s0 = (v[y] - v[k]) * z[k] + (v[y + 4] - v[k + 4]) * z[k + 4];
            double s1 = (v[y + 1] - v[k + 1]) * z[k + 1] + (v[y + 5] - v[k + 5]) * z[k + 5];
            double s2 = (v[y + 2] - v[k + 2]) * z[k + 2] + (v[y + 6] - v[k + 6]) * z[k + 6];
            double s3 = (v[y + 3] - v[k + 3]) * z[k + 3] + (v[y + 7] - v[k + 7]) * z[k + 7];
            into[j] += (s0 + s2) + (s1 + s3);
        }
    }

    static double dot(float[] a, float[] b, int first, int last) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        for (int j = first; j < last; j += 2 * Layout.LINE) {
            s0 = Math.fma(a[j], b[j], s0);
            s1 = Math.fma(a[j + 1], b[j + 1], s1);
            s2 = Math.fma(a[j + 2], b[j + 2], s2);
            s3 = Math.fma(a[j + 3], b[j + 3], s3);
            s4 = Math.fma(a[j + 4], b[j + 4], s4);
            s5 = Math.fma(a[j + 5], b[j + 5], s5);
            s6 = Math.fma(a[j + 6], b[j + 6], s6);
            s7 = Math.fma(a[j + 7], b[j + 7], s7);
        }
        float t0 = 0;
        float t1 = 0;
        float t2 = 0;
        float t3 = 0;
        float t4 = 0;
        float t5 = 0;
        float t6 = 0;
        float t7 = 0;
        for (int j = first + Layout.LINE; j < last; j += 2 * Layout.LINE) {
            t0 = Math.fma(a[j], b[j], t0);
            t1 = Math.fma(a[j + 1], b[j + 1], t1);
            t2 = Math.fma(a[j + 2], b[j + 2], t2);
            t3 = Math.fma(a[j + 3], b[j + 3], t3);
            t4 = Math.fma(a[j + 4], b[j + 4], t4);
            t5 = Math.fma(a[j + 5], b[j + 5], t5);
            t6 = Math.fma(a[j + 6], b[j + 6], t6);
            t7 = Math.fma(a[j + 7], b[j + 7], t7);
        }
        return ((double) (s0 + t0) + (s1 + t1))
                + ((double) (s2 + t2) + (s3 + t3))
                + ((double) (s4 + t4) + (s5 + t5))
                + ((double) (s6 + t6) + (s7 + t7));
    }
}
