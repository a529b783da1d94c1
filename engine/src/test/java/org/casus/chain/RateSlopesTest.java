package org.casus.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateSlopesTest {

    /// Value and slopes by rates of play against a dense matrix exponential, for every kind of question.
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5})
    void agreesWithTheMatrixExponential(long seed) throws Exception {
        Solution solution = RandomScenario.solved(seed, Choice.INTENTIONS).solution();
        Game game = solution.game();
        var random = new SplittableRandom(seed);
        var where = new BitSet();
        for (int x = 0; x < game.states; x++) {
            where.set(x, x != game.start && random.nextInt(3) == 0);
        }
        int move = game.playMove[random.nextInt(game.playMove.length)];
        int[] watched = {0, game.plays() / 2, game.plays() - 1};
        int[] watchedIn = {game.start, game.start, game.states - 1};
        double time = 7.5;
        var asked = List.of(
                Functional.odds(where, game.states, time),
                Functional.ever(where, game.states, time),
                Functional.timeIn(where, game.states, time),
                Functional.everMade(game, move, time),
                Functional.made(game, watchedIn, watched, time));
        for (Functional one : asked) {
            var slopes = RateSlopes.of(solution, one, 1);
            double[] rate = solution.rate().clone();
            assertThat(slopes.value())
                    .as("seed %d, value of %s", seed, one)
                    .isCloseTo(dense(game, rate, one), within(1e-11));
            for (int e = 0; e < rate.length; e += 1 + rate.length / 12) {
                double h = 1e-4;
                rate[e] += h;
                double up = dense(game, rate, one);
                rate[e] -= 2 * h;
                double down = dense(game, rate, one);
                rate[e] += h;
                assertThat(slopes.play()[e])
                        .as("seed %d, play %d of %s", seed, e, one)
                        .isCloseTo((up - down) / (2 * h), within(1e-6));
            }
        }
    }

    /// q from the generator with one more state, in which it has ended: the integral of pay and the end.
    private static double dense(Game game, double[] rate, Functional asked) {
        int n = game.states;
        var g = new SimpleMatrix(n + 1, n + 1);
        var pay = new double[n + 1];
        for (int x = 0; x < n; x++) {
            pay[x] += asked.whilst()[x];
            if (asked.stopped().get(x)) {
                continue;
            }
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int p = game.entry(x, e);
                if (game.playMove[p] == asked.last()) {
                    jump(g, x, n, rate[e]);
                    pay[x] += rate[e];
                    continue;
                }
                for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                    jump(g, x, game.leadTo(x, l), rate[e] * game.leadOdds[l]);
                }
            }
            for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                jump(g, x, game.chanceTo(x, k), game.chanceRate[k]);
            }
        }
        for (int k = 0; k < asked.watched().length; k++) {
            pay[asked.watchedIn()[k]] += rate[asked.watched()[k]];
        }
        SimpleMatrix end = Dense.exp(g.scale(asked.time()));
        SimpleMatrix spent = Dense.integral(g, asked.time());
        double q = 0;
        for (int x = 0; x < n; x++) {
            q += end.get(game.start, x) * asked.atEnd()[x] + spent.get(game.start, x) * pay[x];
        }
        return q;
    }

    private static void jump(SimpleMatrix g, int from, int to, double rate) {
        g.set(from, to, g.get(from, to) + rate);
        g.set(from, from, g.get(from, from) - rate);
    }

    /// The slopes by the odds of leads, weighted with them, are the slope by the rate, scaled.
    @Test
    void leadsAndPlaysAgree() throws Exception {
        Solution solution = RandomScenario.solved(7, Choice.MISTAKES).solution();
        Game game = solution.game();
        var where = new BitSet();
        where.set(game.states / 2, game.states);
        var slopes = RateSlopes.of(solution, Functional.odds(where, game.states, 5), 1);
        var byRate = new double[game.playCost.length];
        for (int x = 0; x < game.states; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                byRate[game.entry(x, e)] += solution.rate()[e] * slopes.play()[e];
            }
        }
        for (int p = 0; p < byRate.length; p++) {
            double sum = 0;
            for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                sum += game.leadOdds[l] * slopes.lead()[l];
            }
            assertThat(sum).isCloseTo(byRate[p], within(1e-14));
        }
    }

    /// p = a/(a + b) (1 − e^{−(a+b) t}), so long after the start ∂p/∂a = b/(a+b)² and
    /// ∂p/∂b = −a/(a+b)². The clock rings some 14,000 times, so checkpoints are three levels deep.
    @Test
    void twoStatesForALongTime() {
        double a = 7;
        double b = 3;
        var where = new BitSet();
        where.set(1);
        Solution solution = solution(Chains.game(new double[][] {{0, a}, {b, 0}}, 0));
        var slopes = RateSlopes.of(solution, Functional.odds(where, 2, 2000), 1);
        assertThat(slopes.value()).isCloseTo(0.7, within(1e-12));
        assertThat(slopes.chance()).containsExactly(new double[] {0.03, -0.07}, within(1e-11));
        assertThat(slopes.truncation()).isLessThan(1e-14);
    }

    /// Ever entered: 1 − e^{−a t}, whatever the rate back, and what is slow to begin with has a slope too.
    @Test
    void everKnowsNoWayBack() {
        double a = 0.2;
        var where = new BitSet();
        where.set(1);
        Game game = Chains.game(new double[][] {{0, a}, {0.7, 0}}, 0);
        var slopes = RateSlopes.of(solution(game), Functional.ever(where, 2, 3), 1);
        assertThat(slopes.value()).isCloseTo(-Math.expm1(-0.6), within(1e-14));
        assertThat(slopes.chance()).containsExactly(new double[] {3 * Math.exp(-0.6), 0}, within(1e-13));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        int n = 9000;
        double[][] rows = new double[2][];
        var where = new BitSet();
        where.set(n / 300, n);
        for (int threads = 1; threads <= 2; threads++) {
            var solution = solution(line(n));
            rows[threads - 1] = RateSlopes.of(solution, Functional.odds(where, n, 20), 2 * threads - 1)
                    .chance();
        }
        assertThat(rows[1]).containsExactly(rows[0]);
        assertThat(rows[0][0]).isNotZero();
    }

    private static Game line(int n) {
        var b = new Game.Builder();
        b.actors = 1;
        b.states = n;
        b.acts = new double[] {1};
        b.drifts = new double[] {1};
        b.discount = new double[] {1};
        b.kappa = new double[] {1};
        b.flow = new double[n];
        b.playStart = new int[n + 1];
        b.leadStart = new int[1];
        b.chanceStart = new int[n + 1];
        b.chanceTo = new int[n - 1];
        b.chanceRate = new double[n - 1];
        b.chanceEvent = new int[n - 1];
        for (int x = 0; x < n - 1; x++) {
            b.chanceTo[x] = x + 1;
            b.chanceRate[x] = 1 + x % 3;
            b.chanceStart[x + 1] = x + 1;
        }
        b.chanceStart[n] = n - 1;
        return b.build();
    }

    private static Solution solution(Game game) {
        double[] none = new double[game.states * game.actors];
        var iterations = new Solution.Iterations(0, 0, 0, 0);
        return new Solution(game, none, none, new double[game.plays()], none, 0, 0, 0, 0, iterations, List.of());
    }

    @Test
    void nothingAskedNothingDone() {
        Solution solution = solution(Chains.game(new double[][] {{0, 1}, {1, 0}}, 0));
        var slopes = RateSlopes.of(solution, Functional.odds(new BitSet(), 2, 5), 1);
        assertThat(slopes.value()).isZero();
        assertThat(slopes.chance()).containsOnly(0);
    }

    @Test
    void refusesWhatHasNoAnswer() {
        Solution solution = solution(Chains.game(new double[][] {{0, 1}, {1, 0}}, 0));
        var where = new BitSet();
        assertThatThrownBy(() -> Functional.odds(where, 2, -1)).hasMessageContaining("a time of -1");
        assertThatThrownBy(() -> RateSlopes.of(solution, Functional.odds(where, 3, 1), 1))
                .hasMessage("3 states, not 2");
        assertThatThrownBy(() -> RateSlopes.of(solution, Functional.odds(where, 2, 1e12), 1))
                .isInstanceOf(TooFastException.class);
        assertThatThrownBy(() -> new Functional(1, new double[2], new double[3], where, new int[0], new int[0], -1))
                .hasMessage("lengths differ");
    }
}
