package org.casus.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Packed rows are the lists they were made of, and multiply like them to the last bit.
class PackedTest {

    private static final int SEEDS = 60;

    /// A grid with moves to neighbours, some of them blocked, at few rates, and now and then a jump to a home
    /// that so has a long row.
    private static Lists grid(long seed) {
        var random = new SplittableRandom(seed);
        int wide = random.nextInt(3, 40);
        int n = wide * random.nextInt(3, 40) + random.nextInt(8);
        int home = random.nextInt(n);
        double sentHome = random.nextDouble() < 0.5 ? 0.6 : 0.01;
        var builder = new JumpsBuilder(n);
        var rates = new double[n][];
        var to = new int[n][];
        for (int x = 0; x < n; x++) {
            var targets = new BitSet();
            for (int stride : new int[] {-wide, -1, 1, wide}) {
                if (x + stride >= 0 && x + stride < n && random.nextDouble() < 0.95) {
                    targets.set(x + stride);
                }
            }
            if (random.nextDouble() < sentHome) {
                targets.set(home);
            }
            targets.clear(x);
            to[x] = targets.stream().toArray();
            rates[x] = new double[to[x].length];
            for (int k = 0; k < rates[x].length; k++) {
                rates[x][k] = 0.3 * (1 + (to[x][k] > x ? 1 : 0) + x / (4 * wide));
                builder.count(x, to[x][k]);
            }
        }
        builder.allocate();
        for (int x = 0; x < n; x++) {
            for (int k = 0; k < rates[x].length; k++) {
                builder.put(x, to[x][k], rates[x][k]);
            }
        }
        double[] stay = random.doubles(n).toArray();
        return new Lists(builder.build(), stay, 1 / random.nextDouble(1, 9));
    }

    /// Without a JVM that has vectors too: slot by slot as the record says.
    @Test
    void slotsHoldTheJumpsOfTheirRows() {
        int packedOnes = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Lists lists = grid(seed);
            var packed = Packed.of(lists);
            if (packed.isEmpty()) {
                continue;
            }
            packedOnes++;
            Packed p = packed.get();
            for (int y = 0; y < lists.jumps().rows(); y++) {
                int s = y / Packed.LANES;
                int l = y % Packed.LANES;
                int at = lists.jumps().start()[y];
                int end = lists.jumps().start()[y + 1];
                if (lists.isLong(y)) {
                    assertThat(p.longRows()).as("seed %d", seed).contains(y);
                    assertThat(p.stay()[y]).isZero();
                    at = end;
                }
                for (int j = p.first()[s]; j < p.first()[s + 1]; j++) {
                    double rate = p.line()[p.slot()[3 * j + 2] + l];
                    int source = p.slot()[3 * j] + p.pattern()[p.slot()[3 * j + 1] + l];
                    assertThat(source).as("seed %d", seed).isBetween(0, p.stay().length - 1);
                    if (at < end) {
                        assertThat(source)
                                .as("seed %d row %d", seed, y)
                                .isEqualTo(lists.jumps().other()[at]);
                        assertThat(rate)
                                .as("seed %d row %d", seed, y)
                                .isEqualTo(lists.jumps().rate()[at]);
                        at++;
                    } else {
                        assertThat(rate).as("seed %d row %d", seed, y).isZero();
                    }
                }
                assertThat(at).as("seed %d row %d", seed, y).isEqualTo(end);
            }
        }
        assertThat(packedOnes).isGreaterThan(SEEDS / 4);
    }

    @Test
    void vectorsMultiplyLikeLists() {
        boolean there = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        if (System.getProperty("casus.vectors") != null) {
            assertThat(there)
                    .as("started with --add-modules=jdk.incubator.vector")
                    .isTrue();
        }
        assumeTrue(there && VectorSlices.wide(), "no vectors of four doubles");
        for (long seed = 0; seed < SEEDS; seed++) {
            Lists lists = grid(seed);
            var packed = Packed.of(lists);
            if (packed.isPresent()) {
                int rows = lists.jumps().rows();
                double[] p = Arrays.copyOf(
                        new SplittableRandom(seed).doubles(rows, -1, 1).toArray(), Packed.length(rows));
                double[] scalar = new double[p.length];
                double[] vector = new double[p.length];
                int cut = rows / 16 * 8;
                double most = Math.max(lists.multiply(p, scalar, 0, cut), lists.multiply(p, scalar, cut, rows));
                double same = Math.max(
                        packed.get().multiply(p, vector, 0, cut), packed.get().multiply(p, vector, cut, rows));
                assertThat(vector).as("seed %d", seed).isEqualTo(scalar);
                assertThat(same).as("seed %d", seed).isEqualTo(most);
            }
        }
    }

    @Test
    void whatDoesNotRepeatItselfStaysLists() {
        int n = 3000;
        var random = new SplittableRandom(5);
        int[] start = IntStream.rangeClosed(0, n).map(y -> 3 * y).toArray();
        int[] other = random.ints(3L * n, 0, n).toArray();
        double[] rate = random.doubles(3L * n).toArray();
        var lists = new Lists(new Jumps(start, other, rate), new double[n], 1);
        assertThat(Packed.of(lists)).isEmpty();
    }
}
