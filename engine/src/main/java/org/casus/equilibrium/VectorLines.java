package org.casus.equilibrium;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// [Lines] through the Vector API. Two sums at a time, because one would wait for its last
/// addition.
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
        FloatVector inverse =
                FloatVector.broadcast(LINE, 1).div(value(diagonal, line).add(out));
        FloatVector even = FloatVector.fromArray(LINE, b, k);
        FloatVector odd = FloatVector.zero(LINE);
        for (int j = first; j < last; j += Lines.GROUP) {
            even = value(z, at[j] + line).fma(FloatVector.broadcast(LINE, rate[j]), even);
            odd = value(z, at[j + 1] + line).fma(FloatVector.broadcast(LINE, rate[j + 1]), odd);
            even = value(z, at[j + 2] + line).fma(FloatVector.broadcast(LINE, rate[j + 2]), even);
            odd = value(z, at[j + 3] + line).fma(FloatVector.broadcast(LINE, rate[j + 3]), odd);
        }
        even.add(odd).mul(inverse).intoArray(z, k);
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
        FloatVector zk = value(z, k);
        FloatVector sum = FloatVector.zero(LINE);
        int at = line;
        int rate = slot;
        for (int j = first; j < last; j++) {
            FloatVector d = value(z, target[j] * lanes + line).sub(zk);
            d.intoArray(across, at);
            sum = d.fma(FloatVector.broadcast(LINE, jump[rate++]), sum);
            at += lanes;
        }
        value(diagonal, line).mul(zk).sub(sum).intoArray(w, k);
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
        FloatVector vk = value(v, k);
        FloatVector sum = value(sums, lanes + line);
        for (int l = 0; l < count; l++) {
            int y = target[jumps + jump[first + l]] * lanes + line;
            sum = value(v, y).sub(vk).fma(FloatVector.broadcast(LINE, change[l]), sum);
        }
        value(w, k).sub(sum).intoArray(w, k);
        FloatVector.zero(LINE).intoArray(sums, line);
        FloatVector.zero(LINE).intoArray(sums, lanes + line);
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
        DoubleVector lowHere = DoubleVector.fromArray(HALF, v, k);
        DoubleVector highHere = DoubleVector.fromArray(HALF, v, k + 4);
        DoubleVector low = DoubleVector.fromArray(HALF, f, at);
        DoubleVector high = DoubleVector.fromArray(HALF, f, at + 4);
        for (int j = first; j < last; j++) {
            DoubleVector rate = DoubleVector.broadcast(HALF, jump[j - base]);
            int y = target[j] * lanes + line;
            low = DoubleVector.fromArray(HALF, v, y).sub(lowHere).fma(rate, low);
            high = DoubleVector.fromArray(HALF, v, y + 4).sub(highHere).fma(rate, high);
        }
        low.intoArray(f, at);
        high.intoArray(f, at + 4);
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
