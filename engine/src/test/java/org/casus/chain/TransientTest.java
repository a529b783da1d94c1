package org.casus.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.casus.chain.Transient.Question;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransientTest {

    private static final double[] TIMES = {0, 0.01, 0.5, 1, 3.7, 26};

    @Test
    void twoStatesRelaxExponentially() {
        double a = 0.7;
        double b = 0.2;
        var chain = Chains.chain(new double[][] {{0, a}, {b, 0}}, 0);
        var answer = Transient.of(chain, new Question(TIMES, List.of(Chains.each(2)), 26), 1);
        for (int t = 0; t < TIMES.length; t++) {
            double away = a / (a + b) * -Math.expm1(-(a + b) * TIMES[t]);
            double spentAway = a / (a + b) * (TIMES[t] + Math.expm1(-(a + b) * TIMES[t]) / (a + b));
            assertThat(answer.odds()[t][0][1]).isEqualTo(away, within(1e-14));
            assertThat(answer.odds()[t][0][0]).isEqualTo(1 - away, within(1e-14));
            assertThat(answer.spent()[t][0][1]).isEqualTo(spentAway, within(1e-12));
        }
        assertThat(answer.occupation()).containsExactly(answer.spent()[5][0], within(1e-12));
    }

    /// A pure birth process counts the rings of a Poisson clock.
    @Test
    void aBirthProcessIsPoisson() {
        int n = 200;
        var chain = Chains.line(n, 2.5, 0, 0);
        var answer = Transient.of(chain, new Question(new double[] {10}, List.of(Chains.each(n)), 0), 1);
        var poisson = PoissonWeights.of(25, 1e-15);
        for (int k = 0; k < n - 1; k++) {
            assertThat(answer.odds()[0][0][k]).isEqualTo(poisson.at(k), within(1e-14));
        }
    }

    /// M/M/1 with room for n − 1: long after the start, geometric. The clock rings 1.7 million
    /// times.
    @Test
    void anImmenseTimeGivesTheStationaryQueue() {
        int n = 12;
        var chain = Chains.line(n, 7, 10, 0);
        var answer = Transient.of(chain, new Question(new double[] {1e5}, List.of(Chains.each(n)), 1e5), 1);
        double sum = (1 - Math.pow(0.7, n)) / 0.3;
        for (int x = 0; x < n; x++) {
            double odds = Math.pow(0.7, x) / sum;
            assertThat(answer.odds()[0][0][x]).isEqualTo(odds, within(1e-10));
            assertThat(answer.occupation()[x] / 1e5).isEqualTo(odds, within(1e-4));
        }
        assertThat(answer.drift()).isLessThan(1e-9);
        assertThat(answer.truncation()).isLessThan(1e-14);
        assertThat(Arrays.stream(answer.occupation()).sum()).isEqualTo(1e5, within(1e-4));
        assertThat(answer.products()).isLessThan(100_000);
    }

    /// With a clock that rings a million times odds at an early time and at all that follow come from one
    /// pass, which is over once nothing moves.
    @Test
    void earlyAndImmenseTimesShareAPass() {
        double a = 0.7;
        double b = 0.2;
        var chain = Chains.chain(new double[][] {{0, a}, {b, 0}}, 0);
        double[] times = {1e6, 2, 1e4, 0};
        var answer = Transient.of(chain, new Question(times, List.of(Chains.each(2)), 1e6), 1);
        for (int t = 0; t < times.length; t++) {
            double away = a / (a + b) * -Math.expm1(-(a + b) * times[t]);
            double spent = a / (a + b) * (times[t] + Math.expm1(-(a + b) * times[t]) / (a + b));
            assertThat(answer.odds()[t][0][1]).isEqualTo(away, within(1e-12));
            assertThat(answer.spent()[t][0][1]).isEqualTo(spent, within(1e-9 * (1 + times[t])));
        }
        assertThat(answer.occupation()).containsExactly(answer.spent()[0][0], within(1e-5));
        assertThat(answer.products()).isLessThan(300);
    }

    /// Between two states that are left equally fast P goes to and fro for ever: every second power is the same,
    /// and yet something moves.
    @Test
    void goingToAndFroIsNotStandingStill() {
        var chain = Chains.chain(new double[][] {{0, 1}, {1, 0}}, 0);
        var answer = Transient.of(chain, Question.odds(new double[] {1000}, List.of(Chains.each(2))), 1);
        assertThat(answer.products()).isGreaterThan(1000);
        assertThat(answer.odds()[0][0]).containsExactly(new double[] {0.5, 0.5}, within(1e-12));
    }

    /// What happens once in 1e15 steps still adds up, though nothing else moves any more.
    @Test
    void whatIsRareGoesOnComingAbout() {
        double rare = 1e-15;
        var chain = Chains.chain(new double[][] {{0, 2, 0}, {3, 0, rare}, {0, 0, 0}}, 0);
        double[] times = {100, 20_000};
        var answer = Transient.of(chain, Question.odds(times, List.of(Chains.each(3))), 1);
        for (int t = 0; t < times.length; t++) {
            double met = rare * 0.4 * (times[t] + Math.expm1(-5 * times[t]) / 5);
            assertThat(answer.odds()[t][0][2]).isEqualTo(met, within(1e-9 * met));
        }
    }

    /// Odds at one time need no sums before the clock can have rung that often; with `spent` they are formed at all.
    @Test
    void oddsAloneAreTheOddsOfAll() {
        var random = new SplittableRandom(7);
        var chain = Chains.chain(Chains.rates(random, 30, 0.2), 3);
        var classes = List.of(Chains.each(30), Classes.in(Chains.set(random, 30, 0.3), 30));
        var all = Transient.of(chain, new Question(TIMES, classes, 26), 1);
        var odds = Transient.of(chain, Question.odds(TIMES, classes), 1);
        assertThat(odds.odds()).isDeepEqualTo(all.odds());
        assertThat(odds.spent()[5][0]).containsOnly(0);
        assertThat(odds.occupation()).isEmpty();
    }

    @Test
    void chainsAreMadeOfAnyJumps() {
        int[] first = {0, 3, 4};
        var chain = Chain.of(1, first, new int[] {1, 1, 1, 0}, new double[] {1, 0.5, 2, 7});
        assertThat(chain.start()).isEqualTo(1);
        assertThat(chain.rate(0, 1)).isEqualTo(3.5);
        assertThat(chain.jumps()).isEqualTo(2);
        assertThatThrownBy(() -> Chain.of(0, first, new int[] {1, 0, 1, 0}, new double[] {1, 1, 1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a jump from 0 to 0 at 1.0");
        assertThatThrownBy(() -> Chain.of(0, first, new int[] {1, 1, 1, 0}, new double[] {1, 1, 1, 0}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void randomChainsAgreeWithTheMatrixExponential(long seed) {
        var random = new SplittableRandom(seed);
        int n = random.nextInt(1, 25);
        var chain = Chains.chain(Chains.rates(random, n, 0.2), random.nextInt(n));
        BitSet where = Chains.set(random, n, 0.3);
        var classes = List.of(Classes.in(where, n), Chains.each(n));
        var answer = Transient.of(chain, new Question(TIMES, classes, 3.7), 2);
        SimpleMatrix generator = Dense.generator(chain);
        for (int t = 0; t < TIMES.length; t++) {
            SimpleMatrix exact = Dense.exp(generator.scale(TIMES[t]));
            SimpleMatrix integral = Dense.integral(generator, TIMES[t]);
            double in = 0;
            for (int x = 0; x < n; x++) {
                double odds = exact.get(chain.start(), x);
                in += where.get(x) ? odds : 0;
                assertThat(answer.odds()[t][1][x]).as("seed %d", seed).isEqualTo(odds, within(1e-11));
                assertThat(answer.spent()[t][1][x])
                        .as("seed %d", seed)
                        .isEqualTo(integral.get(chain.start(), x), within(1e-9));
            }
            assertThat(answer.odds()[t][0][1]).as("seed %d", seed).isEqualTo(in, within(1e-11));
        }
        assertThat(answer.occupation()).as("seed %d", seed).containsExactly(answer.spent()[4][1], within(1e-12));
    }

    @Test
    void oneThreadAndManyAgreeBitForBit() {
        int n = 20_000;
        var chain = Chains.line(n, 3, 4, n / 2);
        var classes = List.of(every(n, 7), every(n, 64), every(n, 3), every(n, 30), every(n, 11));
        var question = new Question(TIMES, classes, 26);
        var one = Transient.of(chain, question, 1);
        for (int threads = 2; threads <= 5; threads++) {
            var many = Transient.of(chain, question, threads);
            assertThat(many.odds()).isDeepEqualTo(one.odds());
            assertThat(many.spent()).isDeepEqualTo(one.spent());
            assertThat(many.occupation()).isEqualTo(one.occupation());
        }
    }

    @Test
    void classesAddUpTheirStates() {
        int n = 600;
        var chain = Chains.line(n, 3, 4, n / 2);
        var classes = List.of(every(n, 7), every(n, 64), every(n, 3), every(n, 30), every(n, 11));
        var one = Transient.of(chain, new Question(TIMES, classes, 0), 2);
        double[] whole = Transient.of(chain, new Question(TIMES, List.of(Chains.each(n)), 0), 1)
                .odds()[5][0];
        for (int j = 0; j < classes.size(); j++) {
            var sums = new double[classes.get(j).count()];
            for (int x = 0; x < n; x++) {
                sums[classes.get(j).of()[x]] += whole[x];
            }
            assertThat(one.odds()[5][j]).containsExactly(sums, within(1e-13));
        }
    }

    private static Classes every(int n, int count) {
        var of = new int[n];
        Arrays.setAll(of, x -> x % count);
        return new Classes(count, of);
    }

    @Test
    void whereNothingMovesNothingChanges() {
        var chain = Chains.chain(new double[2][2], 1);
        var answer = Transient.of(chain, new Question(TIMES, List.of(Chains.each(2)), 3), 1);
        for (int t = 0; t < TIMES.length; t++) {
            assertThat(answer.odds()[t][0]).containsExactly(new double[] {0, 1}, within(1e-15));
            assertThat(answer.spent()[t][0][1]).isEqualTo(TIMES[t], within(1e-13));
        }
        assertThat(answer.occupation()[1]).isEqualTo(3, within(1e-14));
    }

    /// A chain stopped at its target has come there by t exactly when it is there at t.
    @Test
    void stoppedChainsTellOddsEverByATime() {
        var chain = Chains.chain(new double[][] {{0, 0.5, 0}, {2, 0, 0.1}, {5, 0, 0}}, 0);
        var stopped = chain.stoppedAt(Chains.set(1));
        var answer = Transient.of(stopped, new Question(TIMES, List.of(Chains.each(3)), 0), 1);
        for (int t = 0; t < TIMES.length; t++) {
            assertThat(answer.odds()[t][0][1]).isEqualTo(-Math.expm1(-0.5 * TIMES[t]), within(1e-14));
        }
        assertThat(stopped.outflow(1)).isZero();
        assertThat(stopped.jumps()).isEqualTo(2);
        assertThat(chain.jumps()).isEqualTo(4);
    }

    /// Odds far below the rounding of 1 keep their relative precision, because nothing is
    /// subtracted.
    @Test
    void smallOddsAreExactToo() {
        double slow = 1e-12;
        var chain = Chains.chain(new double[][] {{0, slow, 0, 0}, {0, 0, slow, 0}, {0, 0, 0, 0}, {7, 0, 0, 0}}, 0);
        var answer = Transient.of(chain, new Question(new double[] {2}, List.of(Chains.each(4)), 0), 1);
        assertThat(answer.odds()[0][0][1]).isEqualTo(2 * slow, within(1e-10 * slow));
        assertThat(answer.odds()[0][0][2]).isEqualTo(2 * slow * slow, within(1e-10 * slow * slow));
    }

    @Test
    void interruptedThreadsStop() {
        var chain = Chains.chain(new double[][] {{0, 1}, {1, 0}}, 0);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Transient.of(chain, new Question(TIMES, List.of(), 0), 1))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatIsNoChainIsRefused() {
        var game = Chains.game(new double[][] {{0, 1}, {1, 0}}, 0);
        assertThatThrownBy(() -> Chain.of(game, new double[1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 rates for 0 plays");
        assertThatThrownBy(() -> new Classes(2, new int[] {0, 2})).isInstanceOf(IllegalArgumentException.class);
        var chain = Chain.of(game, new double[0]);
        assertThatThrownBy(() -> Transient.of(chain, new Question(TIMES, List.of(), 0), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timesThatAreNoneAreRefused() {
        var chain = Chains.chain(new double[][] {{0, 1}, {1, 0}}, 0);
        for (double time : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e12}) {
            var question = new Question(new double[] {time}, List.of(), 0);
            assertThatThrownBy(() -> Transient.of(chain, question, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
