package org.casus.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.casus.chain.RandomScenario.Solved;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Forecasts of random scenarios against dense algebra and plain counting.
class ForecastTest {

    private static final double[] TIMES = {20, 0, 2, 2};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void oddsAndTimesAreThoseOfTheMatrixExponential(long seed) throws Exception {
        Solved solved = RandomScenario.solved(seed, Choice.INTENTIONS);
        var forecast = Forecasts.of(solved.solution(), solved.space(), TIMES, 2);
        assertThat(forecast.times()).containsExactly(0, 2, 13.5, 20);
        assertThat(forecast.horizon()).isEqualTo(2);
        SimpleMatrix generator = Dense.generator(Chain.of(solved.solution()));
        for (int t = 0; t < forecast.times().length; t++) {
            SimpleMatrix odds = Dense.exp(generator.scale(forecast.times()[t]));
            SimpleMatrix spent = Dense.integral(generator, forecast.times()[t]);
            var outcomes = new double[2][3];
            var levels = new double[2][forecast.levels()[t].length][4];
            for (int x = 0; x < solved.space().size(); x++) {
                double[] both = {
                    odds.get(solved.space().start(), x),
                    spent.get(solved.space().start(), x)
                };
                for (int kind = 0; kind < 2; kind++) {
                    outcomes[kind][solved.space().outcome(x)] += both[kind];
                    for (int row = 0; row < levels[kind].length; row++) {
                        levels[kind][row][solved.space().level(x, row)] += both[kind];
                    }
                }
            }
            assertThat(forecast.outcomes()[t]).as("seed %d", seed).containsExactly(outcomes[0], within(1e-11));
            assertThat(forecast.spentInOutcomes()[t]).as("seed %d", seed).containsExactly(outcomes[1], within(1e-9));
            for (int row = 0; row < levels[0].length; row++) {
                double[] mine = Arrays.copyOf(forecast.levels()[t][row], 4);
                double[] time = Arrays.copyOf(forecast.spentOnLevels()[t][row], 4);
                assertThat(mine).as("seed %d", seed).containsExactly(levels[0][row], within(1e-11));
                assertThat(time).as("seed %d", seed).containsExactly(levels[1][row], within(1e-9));
            }
        }
        assertThat(forecast.oddsError()).isBetween(0.0, 1e-9);
    }

    /// What enters an outcome less what leaves it is what its odds gain; here counted play by
    /// play.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void movesAndEntriesAreCounted(long seed) throws Exception {
        Solved solved = RandomScenario.solved(seed, Choice.INTENTIONS);
        Solution solution = solved.solution();
        Game game = solution.game();
        var forecast = Forecasts.of(solution, solved.space(), TIMES, 1);
        SimpleMatrix spent = Dense.integral(Dense.generator(Chain.of(solution)), game.horizon);
        var times = new double[11];
        var gained = new double[3];
        var entered = new double[3];
        for (int x = 0; x < game.states; x++) {
            for (int y = 0; y < game.states; y++) {
                int from = solved.space().outcome(x);
                int to = solved.space().outcome(y);
                if (from != to) {
                    double jumps = spent.get(game.start, x) * Chain.of(solution).rate(x, y);
                    entered[to] += jumps;
                    gained[to] += jumps;
                    gained[from] -= jumps;
                }
            }
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                times[game.playMove[game.entry(x, e)]] += spent.get(game.start, x) * solution.rate()[e];
            }
        }
        gained[solved.space().outcome(game.start)] += 1;
        assertThat(forecast.outcomes()[forecast.horizon()]).as("seed %d", seed).containsExactly(gained, within(1e-9));
        for (Entries each : forecast.entries()) {
            assertThat(each.total()).as("seed %d", seed).isEqualTo(entered[each.outcome()], within(1e-9));
        }
        for (Played each : forecast.played()) {
            assertThat(each.times()).as("seed %d", seed).isEqualTo(times[each.move()], within(1e-9));
            assertThat(each.atDisadvantage()).isBetween(0.0, 1.0);
            assertThat(each.rate()).isBetween(0.0, game.acts[each.actor()]);
            assertThat(each.open()).isBetween(0.0, game.horizon * (1 + 1e-12));
            assertThat(each.actor())
                    .isEqualTo(
                            solved.space().scenario().moves().get(each.move()).actor());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void oddsEverAreThoseOfTheStoppedChain(long seed) throws Exception {
        Solved solved = RandomScenario.solved(seed, Choice.INTENTIONS);
        var chain = Chain.of(solved.solution());
        BitSet target = Chains.set(new SplittableRandom(seed), chain.states(), 0.2);
        target.clear(chain.start());
        Ever ever = Forecasts.ever(solved.solution(), List.of(target), new double[] {26, 3}, 1)
                .getFirst();
        for (int t = 0; t < 2; t++) {
            SimpleMatrix generator = Dense.generator(chain);
            for (int x = target.nextSetBit(0); x >= 0; x = target.nextSetBit(x + 1)) {
                for (int y = 0; y < chain.states(); y++) {
                    generator.set(x, y, 0);
                }
            }
            SimpleMatrix exact = Dense.exp(generator.scale(ever.times()[t]));
            double met = target.stream()
                    .mapToDouble(x -> exact.get(chain.start(), x))
                    .sum();
            assertThat(ever.odds()[t]).as("seed %d", seed).isEqualTo(met, within(1e-11));
            assertThat(ever.errors()[t]).as("seed %d", seed).isBetween(0.0, 1e-9);
        }
    }

    @Test
    void sharesAtADisadvantageAreThoseOfWorseMoves() {
        // One actor, moves to 1 (better by 2) and to 2 (worse by 1), made at rates 0.3 and 0.1.
        var b = new Game.Builder();
        b.actors = 1;
        b.states = 3;
        b.horizon = 4;
        b.acts = new double[] {1};
        b.drifts = new double[] {0.1};
        b.discount = new double[] {0.1};
        b.kappa = new double[] {1};
        b.flow = new double[3];
        b.playStart = new int[] {0, 3, 3, 3};
        b.playActor = new int[] {0, 0, 0};
        b.playMove = new int[] {0, 1, 1};
        b.playCost = new double[3];
        b.leadStart = new int[] {0, 1, 2, 3};
        b.leadTo = new int[] {1, 1, 2};
        b.leadOdds = new double[] {1, 1, 1};
        b.chanceStart = new int[4];
        double[] value = {0, 2, -1};
        var solution = new Solution(
                b.build(),
                value,
                value,
                new double[] {0.2, 0.3, 0.1},
                new double[3],
                0,
                0,
                0,
                1,
                new Solution.Iterations(0, 0, 0, 0),
                java.util.List.of());
        var transitory =
                Transient.of(Chain.of(solution), new Transient.Question(new double[] {4}, java.util.List.of(), 4), 1);
        double stayed = -Math.expm1(-0.6 * 4) / 0.6;
        var played = new Flux(solution, transitory.occupation()).played(3);
        assertThat(played).hasSize(2);
        assertThat(played.get(0).times()).isEqualTo(0.2 * stayed, within(1e-13));
        assertThat(played.get(0).atDisadvantage()).isZero();
        assertThat(played.get(1).times()).isEqualTo(0.4 * stayed, within(1e-13));
        assertThat(played.get(1).atDisadvantage()).isEqualTo(0.25, within(1e-13));
        assertThat(played.get(0).rate()).isEqualTo(0.2, within(1e-13));
    }

    /// Values put off on purpose: the error that is reported is the error that is made.
    @ParameterizedTest
    @ValueSource(longs = {3, 5, 6})
    void reportedErrorsAreTrueErrors(long seed) throws Exception {
        Solved solved = RandomScenario.solved(seed, Choice.INTENTIONS);
        Solution exact = solved.solution();
        double[] value = exact.value().clone();
        var correction = new double[value.length];
        for (int k = 0; k < value.length; k++) {
            correction[k] = 1e-5 * Math.cos(k);
            value[k] -= correction[k];
        }
        var off = new Solution(
                exact.game(),
                value,
                exact.worth(),
                Behaviour.of(exact.game(), value).rate(),
                correction,
                0,
                0,
                1e-5,
                exact.settled(),
                exact.iterations(),
                exact.log());
        var truth = Forecasts.of(exact, solved.space(), TIMES, 1);
        var forecast = Forecasts.of(off, solved.space(), TIMES, 1);
        double largest = 0;
        for (int t = 0; t < truth.times().length; t++) {
            for (int o = 0; o < 3; o++) {
                double error = Math.abs(forecast.outcomes()[t][o] - truth.outcomes()[t][o]);
                largest = Math.max(largest, error);
                assertThat(forecast.outcomeErrors()[t][o]).as("seed %d", seed).isEqualTo(error, within(1e-11));
            }
        }
        assertThat(largest).isBetween(1e-9, 1e-3);
        assertThat(forecast.oddsError()).isEqualTo(largest, within(1e-11));
    }

    /// The rates a solution comes with are those its values imply, worked out here by other code.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void ratesFollowFromValues(long seed) throws Exception {
        for (Choice choice : Choice.values()) {
            Solution solution = RandomScenario.solved(seed, choice).solution();
            assertThat(Behaviour.of(solution.game(), solution.value()).rate())
                    .as("seed %d", seed)
                    .containsExactly(solution.rate(), within(1e-13));
        }
    }

    @Test
    void oneThreadAndManyAgreeBitForBit() throws Exception {
        Solved solved = RandomScenario.solved(1, Choice.INTENTIONS);
        var one = Forecasts.of(solved.solution(), solved.space(), TIMES, 1);
        var many = Forecasts.of(solved.solution(), solved.space(), TIMES, 3);
        assertThat(many).usingRecursiveComparison().isEqualTo(one);
    }
}
