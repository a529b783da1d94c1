package org.casus.equilibrium;

/// The innermost loops, over lines of eight lanes: through the Vector API where the JVM offers it
/// (started with `--add-modules jdk.incubator.vector`) and the machine has vectors of eight
/// floats, else one lane after the other.
///
/// [ScalarLines] and [VectorLines] add in the same order and round alike, so the results are the
/// same, bit for bit. On the reference case of 28,392 states the vectors take a quarter off the
/// CPU time of a solve.
final class Lines {

    /// Jumps that [#balance] takes at a time.
    static final int GROUP = 4;

    /// Whether the Vector API is used.
    static final boolean VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && VectorLines.wide();

    private Lines() {}

    /// z(k) = (b(k) + Σ rate(j) · z(at(j) + line)) / (diagonal(line) + out) for the eight lanes
    /// from k on, with j from `first` to `last` − 1, a multiple of [#GROUP].
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
        if (VECTORS) {
            VectorLines.balance(z, k, line, rate, at, first, last, b, diagonal, out);
        } else {
            ScalarLines.balance(z, k, line, rate, at, first, last, b, diagonal, out);
        }
    }

    /// across(j) = z(y) − z(k) and w(k) = diagonal · z(k) − Σ jump(slot + j) · across(j) for the
    /// eight lanes from k on, where y is the same lane of state `target(first + j)`, for j from 0
    /// up to `last` − `first` − 1. Of each j, `across` has as many numbers as there are lanes.
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
        if (VECTORS) {
            VectorLines.move(diagonal, z, w, k, line, lanes, target, first, last, jump, slot, across);
        } else {
            ScalarLines.move(diagonal, z, w, k, line, lanes, target, first, last, jump, slot, across);
        }
    }

    /// w(k) −= Σ change(l) · (v(y) − v(k)) + down for the eight lanes from k on, where y is the same
    /// lane of state `target(jumps + jump(first + l))`, with l below `count`, and down is the second
    /// half of `sums`; then clears these lanes of both halves.
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
        if (VECTORS) {
            VectorLines.respond(v, w, k, line, lanes, target, jumps, jump, first, change, count, sums);
        } else {
            ScalarLines.respond(v, w, k, line, lanes, target, jumps, jump, first, change, count, sums);
        }
    }

    /// f(at) += Σ jump(j − base) · (v(y) − v(k)) in double precision for eight lanes from `at`
    /// and k on, where y is the same lane of state `target(j)`, with j from `first` to `last` − 1.
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
        if (VECTORS) {
            VectorLines.drift(v, k, line, lanes, target, first, last, jump, base, f, at);
        } else {
            ScalarLines.drift(v, k, line, lanes, target, first, last, jump, base, f, at);
        }
    }

    /// w(k) += Σ rate(j) · z(x) in double precision for the eight lanes from k on, where x is the same lane of
    /// state `source(j)`, with j from `first` to `last` − 1.
    static void gather(
            double[] z, double[] w, int k, int line, int lanes, int[] source, double[] rate, int first, int last) {
        if (VECTORS) {
            VectorLines.gather(z, w, k, line, lanes, source, rate, first, last);
        } else {
            ScalarLines.gather(z, w, k, line, lanes, source, rate, first, last);
        }
    }

    /// into(j) += Σ z(k) · (v(y) − v(k)) in double precision over the eight lanes from k on, where y is the same
    /// lane of state `target(j)`, for each j from `first` to `last` − 1.
    static void across(
            double[] z, double[] v, double[] into, int k, int line, int lanes, int[] target, int first, int last) {
        if (VECTORS) {
            VectorLines.across(z, v, into, k, line, lanes, target, first, last);
        } else {
            ScalarLines.across(z, v, into, k, line, lanes, target, first, last);
        }
    }

    /// Σ a(j) · b(j) for j from `first` to `last` − 1, whole lines: in single precision each lane
    /// by itself, then the lanes in double precision.
    static double dot(float[] a, float[] b, int first, int last) {
        return VECTORS ? VectorLines.dot(a, b, first, last) : ScalarLines.dot(a, b, first, last);
    }
}
