package org.casus.equilibrium;

/// The innermost loops, over lines of eight lanes: through the Vector API where the JVM offers it (started
/// with `--add-modules jdk.incubator.vector`) and the machine has vectors of eight floats, else one lane
/// after the other.
///
/// [ScalarLines] and [VectorLines] add in the same order and round alike, so the results are the same, bit
/// for bit. On the reference case of 28,392 states the vectors take a quarter off the CPU time of a solve.
final class Lines {

    /// Jumps that [#balance] takes at a time.
    static final int GROUP = 4;

    /// Whether the Vector API is used.
    static final boolean VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && VectorLines.wide();

    private Lines() {}

    /// z(k) = (b(k) + Σ rate(j) · z(at(j) + line)) · inverse(k) for the eight lanes from k on, with j from
    /// `first` to `last` − 1, a multiple of [#GROUP].
    static void balance(
            float[] z, int k, int line, float[] rate, int[] at, int first, int last, float[] b, float[] inverse) {
        if (VECTORS) {
            VectorLines.balance(z, k, line, rate, at, first, last, b, inverse);
        } else {
            ScalarLines.balance(z, k, line, rate, at, first, last, b, inverse);
        }
    }

    /// w(k) = diagonal · z(k) − Σ jump(j) · (z(y) − z(k)) − Σ djump(j − base) · (v(y) − v(k)) for the eight
    /// lanes from k on, where y is the same lane of state `target(j)`, with j from `first` to `last` − 1.
    static void move(
            float[] diagonal,
            float[] z,
            float[] v,
            float[] w,
            int k,
            int line,
            int lanes,
            int[] target,
            float[] jump,
            int first,
            int last,
            float[] djump,
            int base) {
        if (VECTORS) {
            VectorLines.move(diagonal, z, v, w, k, line, lanes, target, jump, first, last, djump, base);
        } else {
            ScalarLines.move(diagonal, z, v, w, k, line, lanes, target, jump, first, last, djump, base);
        }
    }

    /// f(k) += Σ jump(j) · (v(y) − v(k)) in double precision for the eight lanes from k on, where y is the
    /// same lane of state `target(j)`, with j from `first` to `last` − 1.
    static void drift(
            double[] v, double[] f, int k, int line, int lanes, int[] target, double[] jump, int first, int last) {
        if (VECTORS) {
            VectorLines.drift(v, f, k, line, lanes, target, jump, first, last);
        } else {
            ScalarLines.drift(v, f, k, line, lanes, target, jump, first, last);
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

    /// Σ a(j) · b(j) for j from `first` to `last` − 1, whole lines: in single precision each lane by itself,
    /// then the lanes in double precision.
    static double dot(float[] a, float[] b, int first, int last) {
        return VECTORS ? VectorLines.dot(a, b, first, last) : ScalarLines.dot(a, b, first, last);
    }
}
