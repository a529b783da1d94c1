package org.casus.chain;

/// The rows of P = I + G / q, to be multiplied: next(y) = stay(y) p(y) + (Σ_j rate(j) p(source(j))) / q.
///
/// [Lists] does it for any chain, [Packed] several times as fast for those in which moves and rates repeat
/// themselves, where the JVM offers the Vector API. Both multiply, then add, in the order of the row, so that
/// they agree to the last bit.
sealed interface Rows permits Lists, Packed {

    /// Rows with more jumps are added up four sums at a time, in either form.
    int LONGEST = 256;

    /// Works out next(y) for `from` ≤ y < `to`, which are multiples of eight or the end; returns the largest |next(y)|.
    double multiply(double[] p, double[] next, int from, int to);

    /// Packed if that pays, else the lists themselves.
    static Rows of(Lists lists) {
        return Packed.VECTORS ? Packed.of(lists).<Rows>map(packed -> packed).orElse(lists) : lists;
    }
}
