package org.casus.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTest {

    /// Gambler's ruin: from x of n, up at p and down at q, odds of n before 0 are (1 − r^x) / (1 − r^n), r = q / p.
    @ParameterizedTest
    @CsvSource({"10, 1, 1", "10, 3, 2", "40, 2, 3", "3000, 1, 1", "3000, 1, 1.01", "3000, 1.01, 1"})
    void gamblersAreRuinedAsTheyShould(int n, double up, double down) throws UnresolvedException {
        var chain = Chains.line(n + 1, up, down, n / 2);
        List<Hitting> ends = Passage.first(chain, List.of(Chains.set(0), Chains.set(n)));
        double r = down / up;
        for (int x = 0; x <= n; x += Math.max(1, n / 50)) {
            double odds = r == 1 ? (double) x / n : Math.expm1(x * Math.log(r)) / Math.expm1(n * Math.log(r));
            assertThat(ends.get(1).value()[x]).isEqualTo(odds, within(1e-9));
            assertThat(ends.get(0).value()[x]).isEqualTo(1 - odds, within(1e-9));
        }
        assertThat(ends.get(1).error()).isLessThan(1e-6);
        assertThat(ends.get(1).residual()).isLessThan(1e-12);
    }

    /// Expected length of a fair game from x of n with both steps at rate 1: x (n − x) / 2.
    @Test
    void fairGamesLastAsLongAsTheyShould() throws UnresolvedException {
        int n = 2000;
        Hitting time = Passage.time(Chains.line(n + 1, 1, 1, 700), Chains.set(0, n));
        for (int x = 0; x <= n; x += 100) {
            assertThat(time.value()[x]).isEqualTo(x * (n - x) / 2.0, within(1e-3));
        }
        assertThat(Math.abs(time.atStart() - 700 * 650.0)).isLessThan(time.error());
    }

    /// A queue that empties: busy period of M/M/1 with arrivals a and service s lasts 1 / (s − a).
    @Test
    void aBusyPeriodLastsAsLongAsItShould() throws UnresolvedException {
        Hitting time = Passage.time(Chains.line(400, 7, 10, 1), Chains.set(0));
        assertThat(time.atStart()).isEqualTo(1 / 3.0, within(1e-10));
    }

    @Test
    void timesAreInfiniteWhereTheTargetMayBeMissed() throws UnresolvedException {
        // 0 goes to 1 or to the trap 2; 3 goes to 1 only.
        var chain = Chains.chain(new double[][] {{0, 1, 3, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}, {0, 2, 0, 0}}, 0);
        assertThat(Passage.time(chain, Chains.set(1)).value())
                .containsExactly(Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, 0.5);
        assertThat(Passage.odds(chain, Chains.set(1)).value()).containsExactly(0.25, 1, 0, 1);
        assertThat(Passage.timeIn(chain, Chains.set(0, 3)).value()).containsExactly(0.25, 0, 0, 0.5);
        assertThat(Passage.timeIn(chain, Chains.set(2)).value())
                .containsExactly(Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, 0);
        assertThat(Passage.odds(chain, new BitSet()).value()).containsExactly(0, 0, 0, 0);
        assertThat(Passage.time(chain, new BitSet()).atStart()).isInfinite();
    }

    @Test
    void timeIsInfiniteWhereItKeepsComingBack() throws UnresolvedException {
        var chain = Chains.chain(new double[][] {{0, 1, 0}, {2, 0, 0}, {1, 0, 0}}, 2);
        assertThat(Passage.timeIn(chain, Chains.set(1)).atStart()).isInfinite();
        assertThat(Passage.timeIn(chain, Chains.set(2)).atStart()).isEqualTo(1, within(1e-14));
    }

    @Test
    void aStateInTwoTargetsCountsForTheFirst() throws UnresolvedException {
        var chain = Chains.chain(new double[][] {{0, 1, 2}, {0, 0, 0}, {0, 0, 0}}, 0);
        List<Hitting> first = Passage.first(chain, List.of(Chains.set(1), Chains.set(1, 2)));
        assertThat(first.get(0).atStart()).isEqualTo(1 / 3.0, within(1e-14));
        assertThat(first.get(1).atStart()).isEqualTo(2 / 3.0, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void randomChainsAgreeWithDenseSolves(long seed) throws UnresolvedException {
        var random = new SplittableRandom(seed);
        int n = random.nextInt(2, 30);
        var chain = Chains.chain(Chains.rates(random, n, 2.0 / n), random.nextInt(n));
        BitSet a = Chains.set(random, n, 0.15);
        BitSet b = Chains.set(random, n, 0.15);
        b.andNot(a);
        double[] odds = Passage.odds(chain, a).value();
        double[] time = Passage.time(chain, a).value();
        double[] in = Passage.timeIn(chain, a).value();
        List<Hitting> first = Passage.first(chain, List.of(a, b));
        SimpleMatrix stopped = everAfter(chain.stoppedAt(a));
        var both = (BitSet) a.clone();
        both.or(b);
        SimpleMatrix race = everAfter(chain.stoppedAt(both));
        for (int x = 0; x < n; x++) {
            assertThat(odds[x]).as("seed %d state %d", seed, x).isEqualTo(sum(stopped, x, a), within(1e-7));
            assertThat(first.get(0).value()[x]).as("seed %d", seed).isEqualTo(sum(race, x, a), within(1e-7));
            assertThat(first.get(1).value()[x]).as("seed %d", seed).isEqualTo(sum(race, x, b), within(1e-7));
            int from = x;
            boolean[][] free = closure(chain, new BitSet());
            boolean[][] unmet = closure(chain, a);
            boolean missed = IntStream.range(0, n)
                    .anyMatch(y -> unmet[from][y] && a.stream().noneMatch(z -> free[y][z]));
            boolean forEver = IntStream.range(0, n)
                    .anyMatch(y -> free[from][y]
                            && a.stream().anyMatch(z -> free[y][z])
                            && IntStream.range(0, n)
                                    .noneMatch(e -> free[y][e] && a.stream().noneMatch(z -> free[e][z])));
            assertThat(Double.isInfinite(time[x]))
                    .as("seed %d state %d", seed, x)
                    .isEqualTo(missed);
            assertThat(Double.isInfinite(in[x])).as("seed %d state %d", seed, x).isEqualTo(forEver);
        }
        compareTimes(seed, chain, a, time, in);
    }

    /// Which states can come to which without leaving a state of `stop` (Warshall).
    private static boolean[][] closure(Chain chain, BitSet stop) {
        int n = chain.states();
        var can = new boolean[n][n];
        for (int x = 0; x < n; x++) {
            for (int y = 0; y < n; y++) {
                can[x][y] = x == y || (!stop.get(x) && chain.rate(x, y) > 0);
            }
        }
        for (int k = 0; k < n; k++) {
            for (int x = 0; x < n; x++) {
                for (int y = 0; y < n; y++) {
                    can[x][y] |= can[x][k] && can[k][y];
                }
            }
        }
        return can;
    }

    /// exp(G t) for a t so long that only the end matters.
    private static SimpleMatrix everAfter(Chain chain) {
        return Dense.exp(Dense.generator(chain).scale(1e5));
    }

    private static double sum(SimpleMatrix m, int x, BitSet over) {
        return over.stream().mapToDouble(y -> m.get(x, y)).sum();
    }

    /// Finite times, by dense solves on the states that have one.
    private static void compareTimes(long seed, Chain chain, BitSet a, double[] time, double[] in) {
        int[] finite = IntStream.range(0, time.length)
                .filter(x -> !a.get(x) && Double.isFinite(time[x]))
                .toArray();
        int[] visiting = IntStream.range(0, in.length)
                .filter(x -> in[x] > 0 && Double.isFinite(in[x]))
                .toArray();
        SimpleMatrix slow = solve(chain, finite, x -> 1);
        SimpleMatrix inside = solve(chain, visiting, x -> a.get(x) ? 1 : 0);
        for (int s = 0; s < finite.length; s++) {
            assertThat(time[finite[s]]).as("seed %d", seed).isEqualTo(slow.get(s), within(1e-8 * slow.get(s)));
        }
        for (int s = 0; s < visiting.length; s++) {
            assertThat(in[visiting[s]]).as("seed %d", seed).isEqualTo(inside.get(s), within(1e-8 * inside.get(s)));
        }
    }

    private static SimpleMatrix solve(Chain chain, int[] states, java.util.function.IntToDoubleFunction b) {
        var matrix = new SimpleMatrix(Math.max(1, states.length), Math.max(1, states.length));
        var rhs = new SimpleMatrix(Math.max(1, states.length), 1);
        matrix.set(0, 0, 1);
        for (int s = 0; s < states.length; s++) {
            rhs.set(s, b.applyAsDouble(states[s]));
            for (int t = 0; t < states.length; t++) {
                matrix.set(s, t, s == t ? chain.outflow(states[s]) : -chain.rate(states[s], states[t]));
            }
        }
        return matrix.solve(rhs);
    }

    /// Two worlds that the chain hardly ever leaves, at rates the doubles can still tell apart.
    @Test
    void slowEscapesAreBoundedHonestly() throws UnresolvedException {
        double slow = 1e-8;
        double[][] rates = {{0, 1, slow, 0}, {2, 0, 0, 3 * slow}, {0, 0, 0, 0}, {0, 0, 0, 0}};
        var chain = Chains.chain(rates, 0);
        Hitting odds = Passage.odds(chain, Chains.set(2));
        double exact = (2 + 3 * slow) * slow / ((1 + slow) * (2 + 3 * slow) - 2);
        assertThat(odds.atStart()).isEqualTo(exact, within(1e-7));
        assertThat(Math.abs(odds.atStart() - exact)).isLessThan(odds.error() + 1e-15);
        Hitting time = Passage.time(chain, Chains.set(2, 3));
        assertThat(time.atStart()).isEqualTo(3 / 5.0 / slow, within(1e-6 * 3 / 5.0 / slow));
    }

    @Test
    void escapesTooSlowForNumbersAreNotAnswered() {
        double slow = 1e-18;
        var chain = Chains.chain(new double[][] {{0, 1, slow, 0}, {1, 0, 0, slow}, {0, 0, 0, 0}, {0, 0, 0, 0}}, 0);
        assertThatThrownBy(() -> Passage.odds(chain, Chains.set(2)))
                .isInstanceOfSatisfying(UnresolvedException.class, e -> {
                    assertThat(e).hasMessageContaining("too slowly");
                    assertThat(e.partial().error()).isGreaterThan(1e-6);
                });
    }
}
