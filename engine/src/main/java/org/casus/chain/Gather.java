package org.casus.chain;

/// The innermost loop of a product with [Packed] rows: through the Vector API where the JVM offers it
/// (started with `--add-modules jdk.incubator.vector`) and the machine has vectors of four doubles, else
/// lane by lane.
///
/// [ScalarGather] and [VectorGather] multiply, then add, jump after jump in the order of the row: the same
/// to the last bit as plain lists, P(y, y) p(y) first.
final class Gather {

    /// Whether the Vector API is used.
    static final boolean VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && VectorGather.wide();

    private Gather() {}

    /// next(y) = stay(y) p(y) + Σ_j rate(j) p(source(j)) for the slices `from` … `to` − 1; returns the largest
    /// |next(y)|.
    static double rows(Packed packed, double[] p, double[] next, int from, int to) {
        return VECTORS
                ? VectorGather.rows(packed, p, next, from, to)
                : ScalarGather.rows(packed, p, next, from, to);
    }
}
