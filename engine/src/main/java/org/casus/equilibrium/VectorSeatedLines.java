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
            float[] diagonal,
            float out) {
        FloatVector inverse = FloatVector.broadcast(LINE, 1)
                .div(FloatVector.fromArray(LINE, diagonal, line).add(out));
        FloatVector even = FloatVector.fromArray(LINE, b, k);
        FloatVector odd = FloatVector.zero(LINE);
        for (int j = first; j < last; j += 2) {
            FloatVector one = FloatVector.fromArray(LINE, z, at[j], turns, turn[j] + line);
            FloatVector two = FloatVector.fromArray(LINE, z, at[j + 1], turns, turn[j + 1] + line);
            even = one.fma(FloatVector.broadcast(LINE, rate[j]), even);
            odd = two.fma(FloatVector.broadcast(LINE, rate[j + 1]), odd);
        }
        even.add(odd).mul(inverse).intoArray(z, k);
    }

    static void move(
            float[] diagonal,
            float[] z,
            float[] w,
            int k,
            int line,
            Layout layout,
            int first,
            int last,
            float[] jump,
            int slot,
            float[] across) {
        int[] turns = layout.turns;
        int[] target = layout.game.jumpTo;
        FloatVector zk = FloatVector.fromArray(LINE, z, k);
        FloatVector sum = FloatVector.zero(LINE);
        int at = line;
        int rate = slot;
        for (int j = first; j < last; j++) {
            FloatVector d = FloatVector.fromArray(LINE, z, target[j] * layout.lanes, turns, layout.jumpTurn[j] + line)
                    .sub(zk);
            d.intoArray(across, at);
            sum = d.fma(FloatVector.broadcast(LINE, jump[rate++]), sum);
            at += layout.lanes;
        }
        FloatVector.fromArray(LINE, diagonal, line).mul(zk).sub(sum).intoArray(w, k);
    }

    static void respond(
            float[] v,
            float[] w,
            int k,
            int line,
            Layout layout,
            int jumps,
            int first,
            float[] change,
            int count,
            float[] sums) {
        FloatVector vk = FloatVector.fromArray(LINE, v, k);
        FloatVector sum = FloatVector.fromArray(LINE, sums, layout.lanes + line);
        Leads leads = layout.leads;
        for (int l = 0; l < count; l++) {
            int j = jumps + leads.jump[first + l];
            FloatVector there = FloatVector.fromArray(
                    LINE, v, leads.target[j] * layout.lanes, layout.turns, layout.jumpTurn[j] + line);
            sum = there.sub(vk).fma(FloatVector.broadcast(LINE, change[l]), sum);
        }
        FloatVector.fromArray(LINE, w, k).sub(sum).intoArray(w, k);
        FloatVector.zero(LINE).intoArray(sums, line);
        FloatVector.zero(LINE).intoArray(sums, layout.lanes + line);
    }

    static void drift(
            double[] v,
            int k,
            int line,
            Layout layout,
            int first,
            int last,
            double[] jump,
            int base,
            double[] f,
            int at) {
        int[] turns = layout.turns;
        int[] target = layout.game.jumpTo;
        DoubleVector lowHere = DoubleVector.fromArray(HALF, v, k);
        DoubleVector highHere = DoubleVector.fromArray(HALF, v, k + 4);
        DoubleVector low = DoubleVector.fromArray(HALF, f, at);
        DoubleVector high = DoubleVector.fromArray(HALF, f, at + 4);
        for (int j = first; j < last; j++) {
            DoubleVector rate = DoubleVector.broadcast(HALF, jump[j - base]);
            int y = target[j] * layout.lanes;
            int turn = layout.jumpTurn[j] + line;
            low = DoubleVector.fromArray(HALF, v, y, turns, turn).sub(lowHere).fma(rate, low);
            high = DoubleVector.fromArray(HALF, v, y, turns, turn + 4)
                    .sub(highHere)
                    .fma(rate, high);
        }
        low.intoArray(f, at);
        high.intoArray(f, at + 4);
    }
}
