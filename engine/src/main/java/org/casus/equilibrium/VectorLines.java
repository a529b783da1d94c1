package org.casus.equilibrium;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// [Lines] through the Vector API. Two sums at a time, because one would wait for its last addition.
final class VectorLines {

    private static final VectorSpecies<Float> LINE = FloatVector.SPECIES_256;
    /// Half a line in double precision.
    private static final VectorSpecies<Double> HALF = DoubleVector.SPECIES_256;

    /// The upper two of four where the lower two were.
    private static final VectorShuffle<Double> TURNED = VectorShuffle.fromValues(HALF, 2, 3, 0, 1);

    private VectorLines() {}

    /// Whether the machine has vectors of a whole line.
    static boolean wide() {
        return FloatVector.SPECIES_PREFERRED.length() >= LINE.length();
    }

    static void balance(
            float[] z, int k, int line, float[] rate, int[] at, int first, int last, float[] b, float[] inverse) {
        FloatVector even = FloatVector.fromArray(LINE, b, k);
        FloatVector odd = FloatVector.zero(LINE);
        for (int j = first; j < last; j += Lines.GROUP) {
            even = value(z, at[j] + line).fma(FloatVector.broadcast(LINE, rate[j]), even);
            odd = value(z, at[j + 1] + line).fma(FloatVector.broadcast(LINE, rate[j + 1]), odd);
            even = value(z, at[j + 2] + line).fma(FloatVector.broadcast(LINE, rate[j + 2]), even);
            odd = value(z, at[j + 3] + line).fma(FloatVector.broadcast(LINE, rate[j + 3]), odd);
        }
        even.add(odd).mul(value(inverse, k)).intoArray(z, k);
    }

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
        FloatVector zk = value(z, k);
        FloatVector vk = value(v, k);
        FloatVector direct = FloatVector.zero(LINE);
        FloatVector response = FloatVector.zero(LINE);
        for (int j = first; j < last; j++) {
            int y = target[j] * lanes + line;
            direct = value(z, y).sub(zk).fma(FloatVector.broadcast(LINE, jump[j]), direct);
            response = value(v, y).sub(vk).fma(FloatVector.broadcast(LINE, djump[j - base]), response);
        }
        value(diagonal, line).mul(zk).sub(direct.add(response)).intoArray(w, k);
    }

    static void drift(
            double[] v, double[] f, int k, int line, int lanes, int[] target, double[] jump, int first, int last) {
        DoubleVector lowHere = DoubleVector.fromArray(HALF, v, k);
        DoubleVector highHere = DoubleVector.fromArray(HALF, v, k + 4);
        DoubleVector low = DoubleVector.fromArray(HALF, f, k);
        DoubleVector high = DoubleVector.fromArray(HALF, f, k + 4);
        for (int j = first; j < last; j++) {
            DoubleVector rate = DoubleVector.broadcast(HALF, jump[j]);
            int y = target[j] * lanes + line;
            low = DoubleVector.fromArray(HALF, v, y).sub(lowHere).fma(rate, low);
            high = DoubleVector.fromArray(HALF, v, y + 4).sub(highHere).fma(rate, high);
        }
        low.intoArray(f, k);
        high.intoArray(f, k + 4);
    }

    static void gather(
            double[] z, double[] w, int k, int line, int lanes, int[] source, double[] rate, int first, int last) {
        DoubleVector low = DoubleVector.fromArray(HALF, w, k);
        DoubleVector high = DoubleVector.fromArray(HALF, w, k + 4);
        for (int j = first; j < last; j++) {
            DoubleVector r = DoubleVector.broadcast(HALF, rate[j]);
            int x = source[j] * lanes + line;
            low = DoubleVector.fromArray(HALF, z, x).fma(r, low);
            high = DoubleVector.fromArray(HALF, z, x + 4).fma(r, high);
        }
        low.intoArray(w, k);
        high.intoArray(w, k + 4);
    }

    static void across(
            double[] z, double[] v, double[] into, int k, int line, int lanes, int[] target, int first, int last) {
        DoubleVector low = DoubleVector.fromArray(HALF, z, k);
        DoubleVector high = DoubleVector.fromArray(HALF, z, k + 4);
        DoubleVector lowHere = DoubleVector.fromArray(HALF, v, k);
        DoubleVector highHere = DoubleVector.fromArray(HALF, v, k + 4);
        for (int j = first; j < last; j++) {
            int y = target[j] * lanes + line;
            DoubleVector lower = DoubleVector.fromArray(HALF, v, y).sub(lowHere).mul(low);
            DoubleVector upper =
                    DoubleVector.fromArray(HALF, v, y + 4).sub(highHere).mul(high);
            DoubleVector four = lower.add(upper);
            DoubleVector two = four.add(four.rearrange(TURNED));
            into[j] += two.lane(0) + two.lane(1);
        }
    }

    static double dot(float[] a, float[] b, int first, int last) {
        FloatVector even = FloatVector.zero(LINE);
        FloatVector odd = FloatVector.zero(LINE);
        int j = first;
        for (; j < last - Layout.LINE; j += 2 * Layout.LINE) {
            even = value(a, j).fma(value(b, j), even);
            odd = value(a, j + Layout.LINE).fma(value(b, j + Layout.LINE), odd);
        }
        if (j < last) {
            even = value(a, j).fma(value(b, j), even);
        }
        FloatVector s = even.add(odd);
        return ((double) s.lane(0) + s.lane(1))
                + ((double) s.lane(2) + s.lane(3))
                + ((double) s.lane(4) + s.lane(5))
                + ((double) s.lane(6) + s.lane(7));
    }

    private static FloatVector value(float[] of, int k) {
        return FloatVector.fromArray(LINE, of, k);
    }
}
