package org.casus.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlookTest {

    private static final double[] TIMES = {26, 0, 0.01, 3.7};

    @Test
    void aDeathProcessSurvivesExponentially() {
        var chain = Chains.chain(new double[][] {{0, 0.5}, {0, 0}}, 0);
        var outlook = Outlook.of(chain, new double[] {3, 0}, TIMES, 1);
        for (int t = 0; t < TIMES.length; t++) {
            assertThat(outlook.value()[t][0]).isEqualTo(3 * Math.exp(-0.5 * TIMES[t]), within(1e-14));
            assertThat(outlook.value()[t][1]).isZero();
        }
    }

    /// Backward once for all starts, forward once for each: the same odds.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void backwardIsForwardFromEveryStart(long seed) {
        var random = new SplittableRandom(seed);
        int n = random.nextInt(1, 25);
        double[][] rates = Chains.rates(random, n, 0.2);
        BitSet where = Chains.set(random, n, 0.3);
        for (boolean ever : new boolean[] {false, true}) {
            double[][] odds = null;
            for (int start = 0; start < n; start++) {
                var chain = Chains.chain(rates, start);
                chain = ever ? chain.stoppedAt(where) : chain;
                if (odds == null) {
                    var pay = new double[n];
                    where.stream().forEach(x -> pay[x] = 1);
                    odds = Outlook.of(chain, pay, TIMES, 2).value();
                }
                var forward = Transient.of(chain, Transient.Question.odds(TIMES, List.of(Classes.in(where, n))), 1);
                for (int t = 0; t < TIMES.length; t++) {
                    assertThat(odds[t][start])
                            .as("seed %d start %d time %s", seed, start, TIMES[t])
                            .isEqualTo(forward.odds()[t][0][1], within(1e-13));
                }
            }
        }
    }

    @Test
    void oneThreadAndManyAgreeBitForBit() {
        int n = 20_000;
        var chain = Chains.line(n, 3, 4, 0);
        var pay = new SplittableRandom(3).doubles(n).toArray();
        var one = Outlook.of(chain, pay, TIMES, 1);
        for (int threads = 2; threads <= 4; threads++) {
            assertThat(Outlook.of(chain, pay, TIMES, threads).value()).isDeepEqualTo(one.value());
        }
    }

    /// Where the start no longer matters, the pass ends.
    @Test
    void anImmenseTimeEndsEarly() {
        int n = 12;
        var chain = Chains.line(n, 7, 10, 0);
        var pay = new double[n];
        pay[0] = 1;
        var outlook = Outlook.of(chain, pay, new double[] {1e7}, 1);
        double empty = 0.3 / (1 - Math.pow(0.7, n));
        for (double odds : outlook.value()[0]) {
            assertThat(odds).isEqualTo(empty, within(1e-10));
        }
        assertThat(outlook.products()).isLessThan(100_000);
    }

    @Test
    void whatIsNoQuestionIsRefused() {
        var chain = Chains.chain(new double[][] {{0, 1}, {1, 0}}, 0);
        assertThatThrownBy(() -> Outlook.of(chain, new double[1], TIMES, 1)).hasMessage("1 pays for 2 states");
        assertThatThrownBy(() -> Outlook.of(chain, new double[] {1, -1}, TIMES, 1))
                .hasMessage("a pay of -1.0");
        assertThatThrownBy(() -> Outlook.of(chain, new double[2], new double[] {-1}, 1))
                .hasMessage("a time of -1.0");
        assertThatThrownBy(() -> Outlook.of(chain, new double[2], new double[] {1e12}, 1))
                .isInstanceOf(TooFastException.class);
    }
}
