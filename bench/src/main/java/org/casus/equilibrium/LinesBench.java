package org.casus.equilibrium;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.casus.bench.Reference;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The innermost loops, once through the Vector API and once lane by lane: each over all states and jumps of
/// the reference case, on the order in which a solve meets them.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LinesBench {

    private final int states;
    private final int lanes;
    private final int[] start;
    private final int[] target;
    private final double[] rate;
    private final float[] jump;
    private final float[] across;
    private final float[] changes;
    private final int[] each;
    private final float[] sums;
    /// Jumps in a multiple of [Lines#GROUP], as sweeps have them.
    private final int[] groupStart;

    private final int[] groupAt;
    private final float[] groupRate;
    private final float[] z;
    private final float[] v;
    private final float[] w;
    private final float[] diagonal;
    private final double[] value;
    private final double[] slope;
    private final double[] byJump;

    public LinesBench() {
        Solution solution = Reference.load().solution();
        try (var work = new Workspace(solution.game(), Settings.standard().withThreads(1))) {
            var layout = work.layout;
            states = layout.states;
            lanes = layout.lanes;
            start = layout.game.jumpStart;
            target = layout.game.jumpTo;
            value = work.pad(solution.value());
            slope = new double[layout.size()];
            rate = work.field.play(value).jump();
        }
        byJump = new double[rate.length];
        jump = floats(rate);
        int most = 0;
        for (int x = 0; x < states; x++) {
            most = Math.max(most, start[x + 1] - start[x]);
        }
        across = new float[most * lanes];
        sums = new float[2 * lanes];
        changes = new float[most];
        Arrays.fill(changes, 0.1f);
        each = IntStream.range(0, most).toArray();
        v = floats(value);
        z = floats(value);
        w = new float[v.length];
        diagonal = new float[lanes];
        Arrays.fill(diagonal, 1);
        groupStart = new int[states + 1];
        for (int x = 0; x < states; x++) {
            int jumps = (start[x + 1] - start[x] + Lines.GROUP - 1) / Lines.GROUP * Lines.GROUP;
            groupStart[x + 1] = groupStart[x] + jumps;
        }
        groupAt = new int[groupStart[states]];
        groupRate = new float[groupAt.length];
        for (int x = 0; x < states; x++) {
            Arrays.fill(groupAt, groupStart[x], groupStart[x + 1], x * lanes);
            for (int j = start[x]; j < start[x + 1]; j++) {
                groupAt[groupStart[x] + j - start[x]] = target[j] * lanes;
                groupRate[groupStart[x] + j - start[x]] = 0.1f * jump[j];
            }
        }
    }

    private static float[] floats(double[] doubles) {
        float[] floats = new float[doubles.length];
        for (int k = 0; k < floats.length; k++) {
            floats[k] = (float) doubles[k];
        }
        return floats;
    }

    /// Half a sweep.
    @Benchmark
    public float[] balanceVector() {
        for (int line = 0; line < lanes; line += Layout.LINE) {
            for (int x = 0; x < states; x++) {
                int k = x * lanes + line;
                int first = groupStart[x];
                int last = groupStart[x + 1];
                VectorLines.balance(z, k, line, groupRate, groupAt, first, last, v, diagonal, 9);
            }
        }
        return z;
    }

    @Benchmark
    public float[] balanceScalar() {
        for (int line = 0; line < lanes; line += Layout.LINE) {
            for (int x = 0; x < states; x++) {
                int k = x * lanes + line;
                int first = groupStart[x];
                int last = groupStart[x + 1];
                ScalarLines.balance(z, k, line, groupRate, groupAt, first, last, v, diagonal, 9);
            }
        }
        return z;
    }

    /// A product with the derivative, but for responses.
    @Benchmark
    public float[] moveVector() {
        for (int line = 0; line < lanes; line += Layout.LINE) {
            for (int x = 0; x < states; x++) {
                int k = x * lanes + line;
                VectorLines.move(
                        diagonal, z, w, k, line, lanes, target, start[x], start[x + 1], jump, start[x], across);
            }
        }
        return w;
    }

    @Benchmark
    public float[] moveScalar() {
        for (int line = 0; line < lanes; line += Layout.LINE) {
            for (int x = 0; x < states; x++) {
                int k = x * lanes + line;
                ScalarLines.move(
                        diagonal, z, w, k, line, lanes, target, start[x], start[x + 1], jump, start[x], across);
            }
        }
        return w;
    }

    /// What responses add, one for each jump.
    @Benchmark
    public float[] respondVector() {
        for (int x = 0; x < states; x++) {
            int jumps = start[x + 1] - start[x];
            for (int line = 0; line < lanes; line += Layout.LINE) {
                int k = x * lanes + line;
                VectorLines.respond(v, w, k, line, lanes, target, start[x], each, 0, changes, jumps, sums);
            }
        }
        return w;
    }

    @Benchmark
    public float[] respondScalar() {
        for (int x = 0; x < states; x++) {
            int jumps = start[x + 1] - start[x];
            for (int line = 0; line < lanes; line += Layout.LINE) {
                int k = x * lanes + line;
                ScalarLines.respond(v, w, k, line, lanes, target, start[x], each, 0, changes, jumps, sums);
            }
        }
        return w;
    }

    /// e^x of as many numbers as there are jumps.
    @Benchmark
    public double[] expVector() {
        System.arraycopy(rate, 0, byJump, 0, rate.length);
        int done = VectorExponential.exp(byJump, byJump.length);
        Exponential.scalar(byJump, done, byJump.length);
        return byJump;
    }

    @Benchmark
    public double[] expScalar() {
        System.arraycopy(rate, 0, byJump, 0, rate.length);
        Exponential.scalar(byJump, 0, byJump.length);
        return byJump;
    }

    @Benchmark
    public double[] expLibrary() {
        for (int j = 0; j < rate.length; j++) {
            byJump[j] = Math.exp(rate[j]);
        }
        return byJump;
    }

    /// The drift of a field, in double precision.
    @Benchmark
    public double[] driftVector() {
        for (int line = 0; line < lanes; line += Layout.LINE) {
            for (int x = 0; x < states; x++) {
                int k = x * lanes + line;
                VectorLines.drift(value, k, line, lanes, target, start[x], start[x + 1], rate, 0, slope, k);
            }
        }
        return slope;
    }

    @Benchmark
    public double[] driftScalar() {
        for (int line = 0; line < lanes; line += Layout.LINE) {
            for (int x = 0; x < states; x++) {
                int k = x * lanes + line;
                ScalarLines.drift(value, k, line, lanes, target, start[x], start[x + 1], rate, 0, slope, k);
            }
        }
        return slope;
    }

    /// What a product with the transposed derivative takes from each jump, and what it gathers into each state, in
    /// double precision.
    @Benchmark
    public double[] acrossVector() {
        for (int line = 0; line < lanes; line += Layout.LINE) {
            for (int x = 0; x < states; x++) {
                VectorLines.across(value, value, byJump, x * lanes + line, line, lanes, target, start[x], start[x + 1]);
            }
        }
        return byJump;
    }

    @Benchmark
    public double[] acrossScalar() {
        for (int line = 0; line < lanes; line += Layout.LINE) {
            for (int x = 0; x < states; x++) {
                ScalarLines.across(value, value, byJump, x * lanes + line, line, lanes, target, start[x], start[x + 1]);
            }
        }
        return byJump;
    }

    @Benchmark
    public double[] gatherVector() {
        for (int line = 0; line < lanes; line += Layout.LINE) {
            for (int x = 0; x < states; x++) {
                VectorLines.gather(value, slope, x * lanes + line, line, lanes, target, rate, start[x], start[x + 1]);
            }
        }
        return slope;
    }

    @Benchmark
    public double[] gatherScalar() {
        for (int line = 0; line < lanes; line += Layout.LINE) {
            for (int x = 0; x < states; x++) {
                ScalarLines.gather(value, slope, x * lanes + line, line, lanes, target, rate, start[x], start[x + 1]);
            }
        }
        return slope;
    }

    /// A product of two vectors.
    @Benchmark
    public double dotVector() {
        return VectorLines.dot(v, w, 0, v.length);
    }

    @Benchmark
    public double dotScalar() {
        return ScalarLines.dot(v, w, 0, v.length);
    }
}
