package org.casus.equilibrium;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [Exponential] through the Vector API.
final class VectorExponential {

    private static final VectorSpecies<Double> HALF = DoubleVector.SPECIES_256;

    private VectorExponential() {}

    /// Returns how many are done, a multiple of four; the rest is the caller's.
    static int exp(double[] a, int count) {
        int whole = count / 4 * 4;
        DoubleVector perLn2 = DoubleVector.broadcast(HALF, Exponential.PER_LN2);
        DoubleVector round = DoubleVector.broadcast(HALF, Exponential.ROUND);
        DoubleVector high = DoubleVector.broadcast(HALF, -Exponential.LN2_HIGH);
        DoubleVector low = DoubleVector.broadcast(HALF, -Exponential.LN2_LOW);
        DoubleVector half = DoubleVector.broadcast(HALF, 0.5);
        DoubleVector one = DoubleVector.broadcast(HALF, 1);
        for (int j = 0; j < whole; j += 4) {
            DoubleVector x = DoubleVector.fromArray(HALF, a, j);
            DoubleVector shifted = x.fma(perLn2, round);
            DoubleVector n = shifted.sub(round);
            DoubleVector r = n.fma(low, n.fma(high, x));
            DoubleVector sum = r.fma(
                    DoubleVector.broadcast(HALF, Exponential.OVER_13),
                    DoubleVector.broadcast(HALF, Exponential.OVER_12));
            sum = sum.fma(r, DoubleVector.broadcast(HALF, Exponential.OVER_11));
            sum = sum.fma(r, DoubleVector.broadcast(HALF, Exponential.OVER_10));
            sum = sum.fma(r, DoubleVector.broadcast(HALF, Exponential.OVER_9));
            sum = sum.fma(r, DoubleVector.broadcast(HALF, Exponential.OVER_8));
            sum = sum.fma(r, DoubleVector.broadcast(HALF, Exponential.OVER_7));
            sum = sum.fma(r, DoubleVector.broadcast(HALF, Exponential.OVER_6));
            sum = sum.fma(r, DoubleVector.broadcast(HALF, Exponential.OVER_5));
            sum = sum.fma(r, DoubleVector.broadcast(HALF, Exponential.OVER_4));
            sum = sum.fma(r, DoubleVector.broadcast(HALF, Exponential.OVER_3));
            sum = sum.fma(r, half).fma(r, one).fma(r, one);
            LongVector power = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
            DoubleVector e = sum.reinterpretAsLongs().add(power).reinterpretAsDoubles();
            e = e.blend(0, x.compare(VectorOperators.LT, Exponential.LEAST));
            e.blend(x, x.compare(VectorOperators.NE, x)).intoArray(a, j);
        }
        return whole;
    }
}
