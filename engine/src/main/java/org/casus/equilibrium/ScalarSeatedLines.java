package org.casus.equilibrium;

/// [SeatedLines] one lane after the other, adding in the order of [VectorSeatedLines]; and what has no
/// vectors either way.
final class ScalarSeatedLines {

    private ScalarSeatedLines() {}

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
            int y = at[j];
            int x = at[j + 1];
            int ty = turn[j] + line;
            int tx = turn[j + 1] + line;
            s0 = Math.fma(z[y + turns[ty]], r, s0);
            s1 = Math.fma(z[y + turns[ty + 1]], r, s1);
            s2 = Math.fma(z[y + turns[ty + 2]], r, s2);
            s3 = Math.fma(z[y + turns[ty + 3]], r, s3);
            s4 = Math.fma(z[y + turns[ty + 4]], r, s4);
            s5 = Math.fma(z[y + turns[ty + 5]], r, s5);
            s6 = Math.fma(z[y + turns[ty + 6]], r, s6);
            s7 = Math.fma(z[y + turns[ty + 7]], r, s7);
            t0 = Math.fma(z[x + turns[tx]], q, t0);
            t1 = Math.fma(z[x + turns[tx + 1]], q, t1);
            t2 = Math.fma(z[x + turns[tx + 2]], q, t2);
            t3 = Math.fma(z[x + turns[tx + 3]], q, t3);
            t4 = Math.fma(z[x + turns[tx + 4]], q, t4);
            t5 = Math.fma(z[x + turns[tx + 5]], q, t5);
            t6 = Math.fma(z[x + turns[tx + 6]], q, t6);
            t7 = Math.fma(z[x + turns[tx + 7]], q, t7);
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
            Layout layout,
            int first,
            int last,
            float[] jump,
            int slot,
            float[] across) {
        int[] turns = layout.turns;
        int[] target = layout.game.jumpTo;
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
            int y = target[j] * layout.lanes;
            int t = layout.jumpTurn[j] + line;
            float d0 = z[y + turns[t]] - z[k];
            float d1 = z[y + turns[t + 1]] - z[k + 1];
            float d2 = z[y + turns[t + 2]] - z[k + 2];
            float d3 = z[y + turns[t + 3]] - z[k + 3];
            float d4 = z[y + turns[t + 4]] - z[k + 4];
            float d5 = z[y + turns[t + 5]] - z[k + 5];
            float d6 = z[y + turns[t + 6]] - z[k + 6];
            float d7 = z[y + turns[t + 7]] - z[k + 7];
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
            at += layout.lanes;
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
            Layout layout,
            int jumps,
            int first,
            float[] change,
            int count,
            float[] sums) {
        int[] turns = layout.turns;
        int down = layout.lanes + line;
        float s0 = sums[down];
        float s1 = sums[down + 1];
        float s2 = sums[down + 2];
        float s3 = sums[down + 3];
        float s4 = sums[down + 4];
        float s5 = sums[down + 5];
        float s6 = sums[down + 6];
        float s7 = sums[down + 7];
        Leads leads = layout.leads;
        for (int l = 0; l < count; l++) {
            float r = change[l];
            int j = jumps + leads.jump[first + l];
            int y = leads.target[j] * layout.lanes;
            int t = layout.jumpTurn[j] + line;
            s0 = Math.fma(v[y + turns[t]] - v[k], r, s0);
            s1 = Math.fma(v[y + turns[t + 1]] - v[k + 1], r, s1);
            s2 = Math.fma(v[y + turns[t + 2]] - v[k + 2], r, s2);
            s3 = Math.fma(v[y + turns[t + 3]] - v[k + 3], r, s3);
            s4 = Math.fma(v[y + turns[t + 4]] - v[k + 4], r, s4);
            s5 = Math.fma(v[y + turns[t + 5]] - v[k + 5], r, s5);
            s6 = Math.fma(v[y + turns[t + 6]] - v[k + 6], r, s6);
            s7 = Math.fma(v[y + turns[t + 7]] - v[k + 7], r, s7);
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
            Layout layout,
            int first,
            int last,
            double[] jump,
            int base,
            double[] f,
            int at) {
        int[] turns = layout.turns;
        int[] target = layout.game.jumpTo;
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
            int y = target[j] * layout.lanes;
            int t = layout.jumpTurn[j] + line;
            f0 = Math.fma(v[y + turns[t]] - v[k], r, f0);
            f1 = Math.fma(v[y + turns[t + 1]] - v[k + 1], r, f1);
            f2 = Math.fma(v[y + turns[t + 2]] - v[k + 2], r, f2);
            f3 = Math.fma(v[y + turns[t + 3]] - v[k + 3], r, f3);
            f4 = Math.fma(v[y + turns[t + 4]] - v[k + 4], r, f4);
            f5 = Math.fma(v[y + turns[t + 5]] - v[k + 5], r, f5);
            f6 = Math.fma(v[y + turns[t + 6]] - v[k + 6], r, f6);
            f7 = Math.fma(v[y + turns[t + 7]] - v[k + 7], r, f7);
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

    /// Σ ν(k) (v(y) − v(k)) over the eight lanes from k on, each reading its lane of the state at `y`.
    static double across(double[] nu, double[] v, int k, int y, int[] turns, int t) {
        double s0 = nu[k] * (v[y + turns[t]] - v[k]);
        double s1 = nu[k + 1] * (v[y + turns[t + 1]] - v[k + 1]);
        double s2 = nu[k + 2] * (v[y + turns[t + 2]] - v[k + 2]);
        double s3 = nu[k + 3] * (v[y + turns[t + 3]] - v[k + 3]);
        double s4 = nu[k + 4] * (v[y + turns[t + 4]] - v[k + 4]);
        double s5 = nu[k + 5] * (v[y + turns[t + 5]] - v[k + 5]);
        double s6 = nu[k + 6] * (v[y + turns[t + 6]] - v[k + 6]);
        double s7 = nu[k + 7] * (v[y + turns[t + 7]] - v[k + 7]);
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    /// w(k) += Σ rate · ν over what leads to the state of k, for the eight lanes from k on: each gathers from
    /// the lanes that read it.
    static void gather(
            double[] w,
            int k,
            int line,
            Layout layout,
            Inflow inflow,
            double[] inward,
            double[] nu,
            int first,
            int last) {
        int[] turns = layout.turnsBack;
        double w0 = w[k];
        double w1 = w[k + 1];
        double w2 = w[k + 2];
        double w3 = w[k + 3];
        double w4 = w[k + 4];
        double w5 = w[k + 5];
        double w6 = w[k + 6];
        double w7 = w[k + 7];
        for (int e = first; e < last; e++) {
            double r = inward[e];
            int x = inflow.from[e] * layout.lanes;
            int t = inflow.turn[e] + line;
            w0 = Math.fma(r, nu[x + turns[t]], w0);
            w1 = Math.fma(r, nu[x + turns[t + 1]], w1);
            w2 = Math.fma(r, nu[x + turns[t + 2]], w2);
            w3 = Math.fma(r, nu[x + turns[t + 3]], w3);
            w4 = Math.fma(r, nu[x + turns[t + 4]], w4);
            w5 = Math.fma(r, nu[x + turns[t + 5]], w5);
            w6 = Math.fma(r, nu[x + turns[t + 6]], w6);
            w7 = Math.fma(r, nu[x + turns[t + 7]], w7);
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
}
