package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The two ways of [Lines] give the same numbers to the last bit, and those are the sums they should be.
class LinesTest {

    private static final int STATES = 40;
    private static final int LANES = 2 * Layout.LINE;
    private static final int SIZE = STATES * LANES;

    @BeforeEach
    void wideVectors() {
        boolean there = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        if (System.getProperty("casus.vectors") != null) {
            assertThat(there)
                    .as("started with --add-modules=jdk.incubator.vector")
                    .isTrue();
        }
        assumeTrue(there, "this JVM was started without vectors");
        assumeTrue(VectorLines.wide(), "this machine has no vectors of eight floats");
    }

    @Test
    void balanceIsTheSameEitherWay() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int jumps = Lines.GROUP * random.nextInt(6);
            int line = random.nextBoolean() ? 0 : Layout.LINE;
            int k = random.nextInt(STATES) * LANES + line;
            float[] rate = floats(random, jumps);
            int[] at = random.ints(jumps, 0, STATES).map(y -> y * LANES).toArray();
            float[] b = floats(random, SIZE);
            float[] diagonal = floats(random, LANES);
            float out = 2 + random.nextFloat();
            float[] scalar = floats(random, SIZE);
            float[] vector = scalar.clone();
            float[] before = scalar.clone();
            ScalarLines.balance(scalar, k, line, rate, at, 0, jumps, b, diagonal, out);
            VectorLines.balance(vector, k, line, rate, at, 0, jumps, b, diagonal, out);
            assertThat(vector).as("seed %d", seed).isEqualTo(scalar);
            double sum = b[k + 3];
            for (int j = 0; j < jumps; j++) {
                sum += (double) rate[j] * before[at[j] + line + 3];
            }
            assertThat((double) scalar[k + 3])
                    .as("seed %d", seed)
                    .isCloseTo(sum / (diagonal[line + 3] + out), within(sum));
            scalar[k + 3] = before[k + 3];
            assertThat(scalar[(k + LANES) % SIZE]).as("seed %d", seed).isEqualTo(before[(k + LANES) % SIZE]);
        }
    }

    @Test
    void moveIsTheSameEitherWay() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int jumps = random.nextInt(20);
            int first = random.nextInt(3);
            int slot = random.nextInt(4);
            int line = random.nextBoolean() ? 0 : Layout.LINE;
            int k = random.nextInt(STATES) * LANES + line;
            float[] diagonal = floats(random, LANES);
            float[] z = floats(random, SIZE);
            int last = first + jumps;
            int[] target = random.ints(last, 0, STATES).toArray();
            float[] jump = floats(random, jumps + slot);
            float[] scalar = new float[SIZE];
            float[] vector = new float[SIZE];
            float[] across = new float[jumps * LANES];
            float[] too = new float[jumps * LANES];
            ScalarLines.move(diagonal, z, scalar, k, line, LANES, target, first, last, jump, slot, across);
            VectorLines.move(diagonal, z, vector, k, line, LANES, target, first, last, jump, slot, too);
            assertThat(vector).as("seed %d", seed).isEqualTo(scalar);
            assertThat(too).as("seed %d", seed).isEqualTo(across);
            double sum = (double) diagonal[line] * z[k];
            for (int j = 0; j < jumps; j++) {
                float d = z[target[first + j] * LANES + line] - z[k];
                assertThat(across[j * LANES + line]).as("seed %d", seed).isEqualTo(d);
                sum -= (double) jump[slot + j] * d;
            }
            assertThat((double) scalar[k]).as("seed %d", seed).isCloseTo(sum, within(sum));
        }
    }

    @Test
    void respondIsTheSameEitherWay() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int changes = random.nextInt(9);
            int line = random.nextBoolean() ? 0 : Layout.LINE;
            int k = random.nextInt(STATES) * LANES + line;
            float[] v = floats(random, SIZE);
            float[] scalar = floats(random, SIZE);
            float[] vector = scalar.clone();
            float[] change = floats(random, changes);
            int first = random.nextInt(3);
            int jumps = random.nextInt(3);
            int[] target = random.ints(jumps + 7L, 0, STATES).toArray();
            int[] jump = random.ints(first + changes, 0, 7).toArray();
            float[] sums = floats(random, 2 * LANES);
            float[] cleared = sums.clone();
            double sum = (double) scalar[k] - sums[LANES + line];
            ScalarLines.respond(v, scalar, k, line, LANES, target, jumps, jump, first, change, changes, sums);
            VectorLines.respond(v, vector, k, line, LANES, target, jumps, jump, first, change, changes, cleared);
            assertThat(vector).as("seed %d", seed).isEqualTo(scalar);
            assertThat(cleared).as("seed %d", seed).isEqualTo(sums);
            for (int l = 0; l < changes; l++) {
                int y = target[jumps + jump[first + l]] * LANES + line;
                sum -= (double) change[l] * (v[y] - v[k]);
            }
            assertThat((double) scalar[k]).as("seed %d", seed).isCloseTo(sum, within(sum));
            for (int i = 0; i < LANES; i++) {
                boolean mine = i >= line && i < line + Layout.LINE;
                assertThat(sums[i] == 0 && sums[LANES + i] == 0)
                        .as("seed %d", seed)
                        .isEqualTo(mine);
            }
        }
    }

    @Test
    void driftIsTheSameEitherWay() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int jumps = random.nextInt(20);
            int base = random.nextInt(3);
            int line = random.nextBoolean() ? 0 : Layout.LINE;
            int k = random.nextInt(STATES) * LANES + line;
            int at = random.nextInt(3) * Layout.LINE;
            double[] v = random.doubles(SIZE, -1, 1).toArray();
            double[] scalar = random.doubles(4 * Layout.LINE, -1, 1).toArray();
            double[] vector = scalar.clone();
            double[] jump = random.doubles(jumps).toArray();
            int last = base + jumps;
            int[] target = random.ints(last, 0, STATES).toArray();
            double sum = scalar[at + 5];
            ScalarLines.drift(v, k, line, LANES, target, base, last, jump, base, scalar, at);
            VectorLines.drift(v, k, line, LANES, target, base, last, jump, base, vector, at);
            assertThat(vector).as("seed %d", seed).isEqualTo(scalar);
            for (int j = 0; j < jumps; j++) {
                sum += jump[j] * (v[target[base + j] * LANES + line + 5] - v[k + 5]);
            }
            assertThat(scalar[at + 5]).as("seed %d", seed).isCloseTo(sum, Offset.offset(1e-12));
        }
    }

    @Test
    void expIsTheSameEitherWayAndThatOfMath() {
        for (long seed = 0; seed < 50; seed++) {
            var random = new Random(seed);
            int count = random.nextInt(70);
            double[] scalar = random.doubles(count, -720, 700).toArray();
            for (int j = 0; j < count; j += 3) {
                scalar[j] = random.nextGaussian();
            }
            if (count > 5) {
                scalar[0] = Double.NaN;
                scalar[1] = Double.NEGATIVE_INFINITY;
                scalar[2] = 0;
                scalar[4] = -708;
            }
            double[] vector = scalar.clone();
            double[] is = scalar.clone();
            Exponential.scalar(scalar, 0, count);
            int whole = VectorExponential.exp(vector, count);
            Exponential.scalar(vector, whole, count);
            assertThat(vector).as("seed %d", seed).isEqualTo(scalar);
            for (int j = 0; j < count; j++) {
                double math = is[j] < Exponential.LEAST ? 0 : Math.exp(is[j]);
                assertThat(scalar[j])
                        .as("e^%s", is[j])
                        .satisfies(e -> assertThat(
                                        Double.isNaN(math) ? Double.isNaN(e) : Math.abs(e - math) <= 2 * Math.ulp(math))
                                .isTrue());
            }
        }
    }

    @Test
    void gatherIsTheSameEitherWay() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int jumps = random.nextInt(20);
            int line = random.nextBoolean() ? 0 : Layout.LINE;
            int k = random.nextInt(STATES) * LANES + line;
            double[] z = random.doubles(SIZE, -1, 1).toArray();
            double[] scalar = random.doubles(SIZE, -1, 1).toArray();
            double[] vector = scalar.clone();
            double[] rate = random.doubles(jumps).toArray();
            int[] source = random.ints(jumps, 0, STATES).toArray();
            double sum = scalar[k + 6];
            ScalarLines.gather(z, scalar, k, line, LANES, source, rate, 0, jumps);
            VectorLines.gather(z, vector, k, line, LANES, source, rate, 0, jumps);
            assertThat(vector).as("seed %d", seed).isEqualTo(scalar);
            for (int j = 0; j < jumps; j++) {
                sum += rate[j] * z[source[j] * LANES + line + 6];
            }
            assertThat(scalar[k + 6]).as("seed %d", seed).isCloseTo(sum, Offset.offset(1e-12));
        }
    }

    @Test
    void acrossIsTheSameEitherWay() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int jumps = 1 + random.nextInt(20);
            int line = random.nextBoolean() ? 0 : Layout.LINE;
            int k = random.nextInt(STATES) * LANES + line;
            double[] z = random.doubles(SIZE, -1, 1).toArray();
            double[] v = random.doubles(SIZE, -1, 1).toArray();
            double[] scalar = random.doubles(jumps, -1, 1).toArray();
            double[] vector = scalar.clone();
            int[] target = random.ints(jumps, 0, STATES).toArray();
            double sum = scalar[jumps - 1];
            ScalarLines.across(z, v, scalar, k, line, LANES, target, 0, jumps);
            VectorLines.across(z, v, vector, k, line, LANES, target, 0, jumps);
            assertThat(vector).as("seed %d", seed).isEqualTo(scalar);
            for (int i = 0; i < Layout.LINE; i++) {
                sum += z[k + i] * (v[target[jumps - 1] * LANES + line + i] - v[k + i]);
            }
            assertThat(scalar[jumps - 1]).as("seed %d", seed).isCloseTo(sum, Offset.offset(1e-12));
        }
    }

    @Test
    void dotIsTheSameEitherWay() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int first = Layout.LINE * random.nextInt(4);
            int last = first + Layout.LINE * random.nextInt(40);
            float[] a = floats(random, SIZE);
            float[] b = floats(random, SIZE);
            double scalar = ScalarLines.dot(a, b, first, last);
            assertThat(VectorLines.dot(a, b, first, last)).as("seed %d", seed).isEqualTo(scalar);
            double sum = 0;
            for (int j = first; j < last; j++) {
                sum += (double) a[j] * b[j];
            }
            assertThat(scalar).as("seed %d", seed).isCloseTo(sum, within(sum));
        }
    }

    private static float[] floats(Random random, int count) {
        float[] floats = new float[count];
        for (int k = 0; k < count; k++) {
            floats[k] = random.nextFloat() * 2 - 1;
        }
        return floats;
    }

    private static Offset<Double> within(double sum) {
        return Offset.offset(1e-4 * (1 + Math.abs(sum)));
    }
}
