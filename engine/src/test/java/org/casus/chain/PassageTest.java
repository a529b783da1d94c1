package org.casus.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageTest {

    private static Passage to(Chain chain, int... target) throws UnresolvedException {
        return Passage.to(chain, Chains.set(target));
    }

    /// Gambler's ruin: from x of n, up at p and down at q, odds of n before 0 are (1 − r^x) / (1 −
    /// r^n), r = q / p.
    @ParameterizedTest
    @CsvSource({"10, 1, 1", "10, 3, 2", "40, 2, 3", "1000, 1, 1", "3000, 1, 1.01", "3000, 1.01, 1"})
    void gamblersAreRuinedAsTheyShould(int n, double up, double down) throws UnresolvedException {
        int x = n / 3;
        Passage ends = Passage.first(Chains.line(n + 1, up, down, x), List.of(Chains.set(0), Chains.set(n)));
        double r = down / up;
        double win = r == 1 ? (double) x / n : Math.expm1(x * Math.log(r)) / Math.expm1(n * Math.log(r));
        assertThat(ends.odds()[1]).isEqualTo(win, within(1e-10 * win));
        assertThat(ends.odds()[0]).isEqualTo(1 - win, within(1e-10));
        assertThat(ends.never()).isZero();
        assertThat(ends.residual()).isLessThan(1e-11);
        assertThat(ends.error()).isLessThan(1e-9);
    }

    /// Expected length of a fair game from x of n with both steps at rate 1: x (n − x) / 2.
    @Test
    void fairGamesLastAsLongAsTheyShould() throws UnresolvedException {
        double length = to(Chains.line(501, 1, 1, 170), 0, 500).time();
        assertThat(length).isEqualTo(170 * 330 / 2.0, within(1e-7));
    }

    /// A queue that empties: a busy period of M/M/1 with arrivals a and service s lasts 1 / (s − a).
    @Test
    void aBusyPeriodLastsAsLongAsItShould() throws UnresolvedException {
        assertThat(to(Chains.line(400, 7, 10, 1), 0).time()).isEqualTo(1 / 3.0, within(1e-12));
    }

    /// A queue that hardly ever fills: up from 0 to n takes Σ_{k<n} Σ_{j≤k} (s/a)^j / a, here 5e47
    /// clock units.
    @Test
    void whatHardlyEverHappensIsExactToo() throws UnresolvedException {
        double a = 0.1;
        double s = 10;
        int n = 25;
        double time = 0;
        for (int k = 0; k < n; k++) {
            for (int j = 0; j <= k; j++) {
                time += Math.pow(s / a, j) / a;
            }
        }
        Passage full = to(Chains.line(n + 1, a, s, 0), n);
        assertThat(full.time()).isEqualTo(time, within(1e-12 * time));
        assertThat(full.odds()).containsExactly(1);
    }

    @Test
    void timesAreInfiniteWhereTheTargetMayBeMissed() throws UnresolvedException {
        // 0 goes to 1 or to the trap 2; 3 goes to 1 only.
        double[][] rates = {{0, 1, 3, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}, {0, 2, 0, 0}};
        var chain = Chains.chain(rates, 0);
        assertThat(to(chain, 1).odds()).containsExactly(0.25);
        assertThat(to(chain, 1).never()).isEqualTo(0.75);
        assertThat(to(chain, 1).time()).isInfinite();
        assertThat(to(chain, 3).odds()).containsExactly(0);
        assertThat(to(chain, 3).never()).isEqualTo(1);
        assertThat(to(chain).time()).isInfinite();
        assertThat(to(chain, 0, 1).odds()).containsExactly(1);
        assertThat(to(chain, 0, 1).time()).isZero();
        assertThat(Stay.in(chain, Chains.set(0, 3)).time()).isEqualTo(0.25);
        assertThat(Stay.in(chain, Chains.set(3)).time()).isZero();
        assertThat(Stay.in(chain, Chains.set(2)).time()).isInfinite();
        var other = Chains.chain(rates, 3);
        assertThat(to(other, 1).odds()).containsExactly(1);
        assertThat(to(other, 1).time()).isEqualTo(0.5);
    }

    @Test
    void timeIsInfiniteWhereItKeepsComingBack() throws UnresolvedException {
        var chain = Chains.chain(new double[][] {{0, 1, 0}, {2, 0, 0}, {1, 0, 0}}, 2);
        assertThat(Stay.in(chain, Chains.set(1)).time()).isInfinite();
        assertThat(Stay.in(chain, Chains.set(2)).time()).isEqualTo(1, within(1e-14));
    }

    @Test
    void aStateInTwoTargetsCountsForTheFirst() throws UnresolvedException {
        var chain = Chains.chain(new double[][] {{0, 1, 2}, {0, 0, 0}, {0, 0, 0}}, 0);
        Passage first = Passage.first(chain, List.of(Chains.set(1), Chains.set(1, 2)));
        assertThat(first.odds()).containsExactly(new double[] {1 / 3.0, 2 / 3.0}, within(1e-15));
        assertThat(first.time()).isEqualTo(1 / 3.0, within(1e-15));
        assertThat(Passage.first(chain, List.of(Chains.set(2), Chains.set(0, 2)))
                        .odds())
                .containsExactly(0, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void randomChainsAgreeWithDenseSolves(long seed) throws UnresolvedException {
        var random = new SplittableRandom(seed);
        int n = random.nextInt(2, 120);
        BitSet a = Chains.set(random, n, 0.1);
        BitSet b = Chains.set(random, n, 0.1);
        b.andNot(a);
        var both = (BitSet) a.clone();
        both.or(b);
        double[][] rates = Chains.rates(random, n, 1.5 / n);
        for (int start = 0; start < n; start += 1 + n / 10) {
            var chain = Chains.chain(rates, start);
            boolean[][] can = closure(chain, new BitSet());
            boolean[][] unmet = closure(chain, both);
            Passage race = Passage.first(chain, List.of(a, b));
            int from = start;
            boolean missed = IntStream.range(0, n)
                    .anyMatch(y -> unmet[from][y] && both.stream().noneMatch(z -> can[y][z]));
            assertThat(Double.isInfinite(race.time()))
                    .as("seed %d from %d", seed, start)
                    .isEqualTo(missed);
            assertThat(race.never() > 0).as("seed %d from %d", seed, start).isEqualTo(missed);
            boolean forEver = IntStream.range(0, n)
                    .anyMatch(y -> can[from][y]
                            && a.stream().anyMatch(z -> can[y][z])
                            && IntStream.range(0, n)
                                    .noneMatch(e -> can[y][e] && a.stream().noneMatch(z -> can[e][z])));
            double in = Stay.in(chain, a).time();
            assertThat(Double.isInfinite(in)).as("seed %d from %d", seed, start).isEqualTo(forEver);
            int[] open = IntStream.range(0, n)
                    .filter(x -> !both.get(x) && both.stream().anyMatch(z -> can[x][z]))
                    .toArray();
            int home = Arrays.binarySearch(open, start);
            if (home >= 0) {
                double odds = solve(chain, open, x -> into(chain, x, a)).get(home);
                assertThat(race.odds()[0]).as("seed %d from %d", seed, start).isEqualTo(odds, within(1e-10));
                odds = solve(chain, open, x -> into(chain, x, b)).get(home);
                assertThat(race.odds()[1]).as("seed %d from %d", seed, start).isEqualTo(odds, within(1e-10));
                if (!missed) {
                    int[] sure = Arrays.stream(open)
                            .filter(x -> IntStream.range(0, n)
                                    .noneMatch(y -> unmet[x][y] && both.stream().noneMatch(z -> can[y][z])))
                            .toArray();
                    double time = solve(chain, sure, x -> 1).get(Arrays.binarySearch(sure, start));
                    assertThat(race.time()).as("seed %d from %d", seed, start).isEqualTo(time, within(1e-9 * time));
                }
            }
        }
    }

    private static double into(Chain chain, int x, BitSet target) {
        return target.stream().mapToDouble(y -> chain.rate(x, y)).sum();
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

    /// Σ_y rate(x, y) (h(x) − h(y)) = b(x) on `states`, h = 0 elsewhere, by dense elimination.
    private static SimpleMatrix solve(Chain chain, int[] states, IntToDoubleFunction b) {
        var matrix = new SimpleMatrix(states.length, states.length);
        var rhs = new SimpleMatrix(states.length, 1);
        for (int s = 0; s < states.length; s++) {
            rhs.set(s, b.applyAsDouble(states[s]));
            for (int t = 0; t < states.length; t++) {
                matrix.set(s, t, s == t ? chain.outflow(states[s]) : -chain.rate(states[s], states[t]));
            }
        }
        return matrix.solve(rhs);
    }

    /// Total time in a set of states that is left for good, against the dense solve.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void totalTimesAgreeWithDenseSolves(long seed) throws UnresolvedException {
        var random = new SplittableRandom(seed);
        int n = 90;
        double[][] rates = Chains.rates(random, n, 0.05);
        Arrays.fill(rates[n - 1], 0);
        for (int x = 0; x < n - 1; x++) {
            rates[x][n - 1] = 1e-3;
        }
        var chain = Chains.chain(rates, 0);
        BitSet where = Chains.set(random, n - 1, 0.3);
        int[] open = IntStream.range(0, n - 1).toArray();
        double time = solve(chain, open, x -> where.get(x) ? 1 : 0).get(0);
        assertThat(Stay.in(chain, where).time()).as("seed %d", seed).isEqualTo(time, within(1e-10 * time));
    }

    /// Two worlds that exchange hardly anything, each with a way out of its own; mirror images, so
    /// that from the
    /// middle both ways out are as likely.
    @Test
    void worldsApartAreBalanced() throws UnresolvedException {
        int n = 2 * 100 + 1;
        var rates = new double[n + 2][n + 2];
        for (int side = 0; side < 2; side++) {
            int base = 1 + 100 * side;
            for (int x = 0; x < 100; x++) {
                rates[base + x][base + (x + 1) % 100] = 1;
                rates[base + x][base + (x + 7) % 100] = 0.5;
            }
            rates[0][base] = 1;
            rates[base + 50][0] = 1e-13;
            rates[base + 20][n + side] = 1e-18;
        }
        Passage out = Passage.first(Chains.chain(rates, 0), List.of(Chains.set(n), Chains.set(n + 1)));
        assertThat(out.odds()).containsExactly(new double[] {0.5, 0.5}, within(1e-11));
        assertThat(out.time()).isEqualTo(1e20, within(1e15));
    }

    @Test
    void interruptedThreadsStop() {
        var chain = Chains.line(100, 1, 1, 50);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> to(chain, 0)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /// Rates so far apart that their products leave the range of doubles: refused, not answered.
    @Test
    void whatNumbersCannotHoldIsNotAnswered() {
        var chain = Chains.line(60, 1e-20, 1, 0);
        assertThatThrownBy(() -> to(chain, 59))
                .isInstanceOfSatisfying(
                        UnresolvedException.class,
                        e -> assertThat(e.residual() <= 1e-9).isFalse())
                .hasMessageContaining("could not be balanced");
    }
}
