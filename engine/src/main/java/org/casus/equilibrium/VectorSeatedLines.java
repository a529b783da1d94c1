package org.casus.equilibrium;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// [SeatedLines] through the Vector API.
final class VectorSeatedLines {

    private static final VectorSpecies<Float> LINE = FloatVector.SPECIES_256;
    /// Half a line in double precision.
    private static final VectorSpecies<Double> HALF = DoubleVector.SPECIES_256;

    private VectorSeatedLines() {}

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
            float[] inverse) {
        FloatVector even = FloatVector.fromArray(LINE, b, k);
        FloatVector odd = FloatVector.zero(LINE);
        for (int j = first; j < last; j += 2) {
            FloatVector one = FloatVector.fromArray(LINE, z, at[j], turns, turn[j] + line);
            FloatVector two = FloatVector.fromArray(LINE, z, at[j + 1], turns, turn[j + 1] + line);
            even = one.fma(FloatVector.broadcast(LINE, rate[j]), even);
            odd = two.fma(FloatVector.broadcast(LINE, rate[j + 1]), odd);
        }
        even.add(odd).mul(FloatVector.fromArray(LINE, inverse, k)).intoArray(z, k);
    }

    static void move(
            float[] diagonal,
            float[] z,
            float[] v,
            float[] w,
            int k,
            int line,
            Layout layout,
            float[] jump,
            int first,
            int last,
            float[] djump,
            int base) {
        int[] turns = layout.turns;
        FloatVector zk = FloatVector.fromArray(LINE, z, k);
        FloatVector vk = FloatVector.fromArray(LINE, v, k);
        FloatVector direct = FloatVector.zero(LINE);
        FloatVector response = FloatVector.zero(LINE);
        for (int j = first; j < last; j++) {
            int y = layout.jumpTo[j] * layout.lanes;
            int turn = layout.jumpTurn[j] + line;
            FloatVector zy = FloatVector.fromArray(LINE, z, y, turns, turn);
            FloatVector vy = FloatVector.fromArray(LINE, v, y, turns, turn);
            direct = zy.sub(zk).fma(FloatVector.broadcast(LINE, jump[j]), direct);
            response = vy.sub(vk).fma(FloatVector.broadcast(LINE, djump[j - base]), response);
        }
        FloatVector own = FloatVector.fromArray(LINE, diagonal, line);
        own.mul(zk).sub(direct.add(response)).intoArray(w, k);
    }

    static void drift(double[] v, double[] f, int k, int line, Layout layout, double[] jump, int first, int last) {
        int[] turns = layout.turns;
        DoubleVector lowHere = DoubleVector.fromArray(HALF, v, k);
        DoubleVector highHere = DoubleVector.fromArray(HALF, v, k + 4);
        DoubleVector low = DoubleVector.fromArray(HALF, f, k);
        DoubleVector high = DoubleVector.fromArray(HALF, f, k + 4);
        for (int j = first; j < last; j++) {
            DoubleVector rate = DoubleVector.broadcast(HALF, jump[j]);
            int y = layout.jumpTo[j] * layout.lanes;
            int turn = layout.jumpTurn[j] + line;
            low = DoubleVector.fromArray(HALF, v, y, turns, turn).sub(lowHere).fma(rate, low);
            high = DoubleVector.fromArray(HALF, v, y, turns, turn + 4)
                    .sub(highHere)
                    .fma(rate, high);
        }
        low.intoArray(f, k);
        high.intoArray(f, k + 4);
    }
}
