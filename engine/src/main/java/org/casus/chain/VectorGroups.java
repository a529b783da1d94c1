package org.casus.chain;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// [Groups] through the Vector API: products and sums in the same order, none of them fused.
final class VectorGroups {

    private static final VectorSpecies<Double> GROUP = DoubleVector.SPECIES_256;

    private VectorGroups() {}

    static void step(Groups groups, double[] follow, double[] p, double[] next) {
        int[] start = groups.into().start();
        int[] other = groups.into().other();
        double[] rate = groups.into().rate();
        int[] watchedStart = groups.watched().start();
        int[] watchedFrom = groups.watched().from();
        int[] watchedMask = groups.watched().mask();
        double[] watchedRate = groups.watched().rate();
        double[] stay = groups.stay();
        for (int y = 0; y < stay.length; y++) {
            DoubleVector inflow = DoubleVector.zero(GROUP);
            for (int k = start[y]; k < start[y + 1]; k++) {
                inflow = DoubleVector.fromArray(GROUP, p, other[k] * Groups.SIZE)
                        .mul(rate[k])
                        .add(inflow);
            }
            for (int k = watchedStart[y]; k < watchedStart[y + 1]; k++) {
                inflow = DoubleVector.fromArray(GROUP, p, watchedFrom[k] * Groups.SIZE)
                        .mul(DoubleVector.fromArray(GROUP, follow, watchedMask[k] * Groups.SIZE))
                        .mul(watchedRate[k])
                        .add(inflow);
            }
            int here = y * Groups.SIZE;
            DoubleVector.fromArray(GROUP, p, here)
                    .mul(stay[y])
                    .add(inflow.mul(groups.tick()))
                    .intoArray(next, here);
        }
    }
}
