package org.casus.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Four lanes at once, through vectors, one by one, and by the formula.
class GroupsTest {

    private static final int SEEDS = 40;

    private static Groups random(long seed) {
        var random = new SplittableRandom(seed);
        int states = random.nextInt(1, 300);
        int masks = random.nextInt(1, 5);
        double[][] follow = {
            random.ints((long) masks * Groups.SIZE, 0, 2).asDoubleStream().toArray()
        };
        int[] start = starts(states, random);
        int jumps = start[states];
        var into = new Jumps(
                start,
                random.ints(jumps, 0, states).toArray(),
                random.doubles(jumps).toArray());
        int[] watchedStart = starts(states, random);
        int watched = watchedStart[states];
        return new Groups(
                into,
                new Watched(
                        watchedStart,
                        random.ints(watched, 0, states).toArray(),
                        random.doubles(watched).toArray(),
                        random.ints(watched, 0, masks).toArray(),
                        follow,
                        new Watched.Ends[0]),
                random.doubles(states).toArray(),
                1 / random.nextDouble(1, 9));
    }

    private static int[] starts(int states, SplittableRandom random) {
        var start = new int[states + 1];
        for (int y = 0; y < states; y++) {
            start[y + 1] = start[y] + random.nextInt(8);
        }
        return start;
    }

    private static double[] odds(Groups groups, long seed) {
        return new SplittableRandom(seed)
                .doubles((long) Groups.SIZE * groups.stay().length)
                .toArray();
    }

    @Test
    void lanesFollowTheFormula() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Groups groups = random(seed);
            double[] p = odds(groups, seed);
            double[] next = new double[p.length];
            groups.laneByLane(groups.watched().follow()[0], p, next);
            double[] single = new double[p.length];
            groups.single(0, p, single);
            for (int y = 0; y < groups.stay().length; y++) {
                assertThat(single[y * Groups.SIZE]).as("seed %d", seed).isEqualTo(next[y * Groups.SIZE]);
                for (int lane = 0; lane < Groups.SIZE; lane++) {
                    assertThat(next[y * Groups.SIZE + lane])
                            .as("seed %d, state %d, lane %d", seed, y, lane)
                            .isCloseTo(formula(groups, p, y, lane), offset(1e-13));
                }
            }
        }
    }

    private static double formula(Groups groups, double[] p, int y, int lane) {
        Jumps into = groups.into();
        Watched watched = groups.watched();
        double common = IntStream.range(into.start()[y], into.start()[y + 1])
                .mapToDouble(k -> into.rate()[k] * p[into.other()[k] * Groups.SIZE + lane])
                .sum();
        double apart = IntStream.range(watched.start()[y], watched.start()[y + 1])
                .filter(k -> watched.follow()[0][watched.mask()[k] * Groups.SIZE + lane] == 1)
                .mapToDouble(k -> watched.rate()[k] * p[watched.from()[k] * Groups.SIZE + lane])
                .sum();
        return groups.stay()[y] * p[y * Groups.SIZE + lane] + (common + apart) * groups.tick();
    }

    @Test
    void vectorsGiveTheSameBits() {
        boolean there = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        if (System.getProperty("casus.vectors") != null) {
            assertThat(there)
                    .as("started with --add-modules=jdk.incubator.vector")
                    .isTrue();
        }
        assumeTrue(there && VectorSlices.wide(), "no vectors of four doubles");
        for (long seed = 0; seed < SEEDS; seed++) {
            Groups groups = random(seed);
            double[] p = odds(groups, seed);
            double[] lanes = new double[p.length];
            double[] vectors = new double[p.length];
            groups.laneByLane(groups.watched().follow()[0], p, lanes);
            VectorGroups.step(groups, groups.watched().follow()[0], p, vectors);
            assertThat(vectors).as("seed %d", seed).isEqualTo(lanes);
        }
    }
}
