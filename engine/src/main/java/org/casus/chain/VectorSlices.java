package org.casus.chain;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The innermost loop of [Packed]: a slice at once where vectors have eight doubles, else one half after
/// the other.
final class VectorSlices {

    private static final VectorSpecies<Double> PART = DoubleVector.SPECIES_PREFERRED.length() >= Packed.LANES
            ? DoubleVector.SPECIES_512
            : DoubleVector.SPECIES_256;

    private VectorSlices() {}

    /// Whether the machine has vectors of half a slice.
    static boolean wide() {
        return DoubleVector.SPECIES_PREFERRED.length() >= Packed.LANES / 2;
    }

    /// The slices `from` … `to` − 1 of the product; returns the largest |next(y)|.
    static double multiply(Packed packed, double[] p, double[] next, int from, int to) {
        int[] first = packed.first();
        int[] slot = packed.slot();
        int[] pattern = packed.pattern();
        double[] line = packed.line();
        double[] stay = packed.stay();
        double tick = packed.lists().tick();
        DoubleVector most = DoubleVector.zero(PART);
        for (int part = 0; part < Packed.LANES; part += PART.length()) {
            int j = 3 * first[from];
            for (int s = from; s < to; s++) {
                int y = s * Packed.LANES + part;
                DoubleVector inflow = DoubleVector.zero(PART);
                for (int end = 3 * first[s + 1]; j < end; j += 3) {
                    int at = slot[j + 1];
                    DoubleVector sources = at == 0
                            ? DoubleVector.fromArray(PART, p, slot[j] + part)
                            : DoubleVector.fromArray(PART, p, slot[j], pattern, at + part);
                    inflow = sources.mul(DoubleVector.fromArray(PART, line, slot[j + 2] + part))
                            .add(inflow);
                }
                DoubleVector sum = DoubleVector.fromArray(PART, stay, y)
                        .mul(DoubleVector.fromArray(PART, p, y))
                        .add(inflow.mul(tick));
                sum.intoArray(next, y);
                most = most.max(sum.abs());
            }
        }
        return most.reduceLanes(VectorOperators.MAX);
    }
}
