package org.casus.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {

    private static final double UNTIL = 4.3;

    /// Each thing watched on its own, by the exponential of a generator with one more state to end in.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomGamesAgreeWithTheMatrixExponential(long seed) throws Exception {
        var solved = RandomScenario.solved(seed, Choice.INTENTIONS);
        Game game = solved.solution().game();
        double[] rates = solved.solution().rate();
        var random = new SplittableRandom(seed);
        List<BitSet> targets = new ArrayList<>();
        List<BitSet> plays = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            targets.add(Chains.set(random, game.states, 0.15));
            plays.add(Chains.set(random, game.plays(), 0.1));
        }
        plays.add(new BitSet());
        var watch = Watch.of(game, rates, new Watch.Question(UNTIL, targets, plays, true));
        var transient0 = Transient.of(
                Chain.of(game, rates),
                new Transient.Question(new double[] {UNTIL}, List.of(Chains.each(game.states)), UNTIL),
                1);
        assertThat(watch.at()).as("seed %d", seed).containsExactly(transient0.odds()[0][0], within(1e-12));
        assertThat(watch.spent()).as("seed %d", seed).containsExactly(transient0.occupation(), within(1e-11));
        for (int j = 0; j < targets.size(); j++) {
            assertThat(watch.met()[j])
                    .as("target %d, seed %d", j, seed)
                    .isEqualTo(ended(game, rates, targets.get(j), new BitSet()), within(1e-10));
        }
        for (int j = 0; j < plays.size(); j++) {
            assertThat(watch.made()[j])
                    .as("plays %d, seed %d", j, seed)
                    .isEqualTo(ended(game, rates, new BitSet(), plays.get(j)), within(1e-10));
            assertThat(watch.before()[j])
                    .as("before %d, seed %d", j, seed)
                    .containsExactly(before(game, rates, plays.get(j)), within(1e-9));
        }
    }

    /// A start drawn at random is the mixture of its starts.
    @Test
    void aStartMayBeDrawn() throws Exception {
        var solved = RandomScenario.solved(3, Choice.INTENTIONS);
        Game game = solved.solution().game();
        double[] rates = solved.solution().rate();
        var target = Chains.set(new SplittableRandom(3), game.states, 0.2);
        var question = new Watch.Question(2, List.of(target), List.of(), false);
        var mixed = new double[game.states];
        mixed[0] = 0.3;
        mixed[game.states - 1] = 0.5;
        var first = new double[game.states];
        first[0] = 1;
        var last = new double[game.states];
        last[game.states - 1] = 1;
        double expected = 0.3 * Watch.of(game, rates, first, question).met()[0]
                + 0.5 * Watch.of(game, rates, last, question).met()[0];
        assertThat(Watch.of(game, rates, mixed, question).met()[0]).isEqualTo(expected, within(1e-13));
        assertThatThrownBy(() -> Watch.of(game, rates, new double[1], question))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noTimeAndNoMotionAreNoTrouble() {
        Game game = Chains.game(new double[3][3], 1);
        var question = new Watch.Question(5, List.of(Chains.set(0), Chains.set(1)), List.of(new BitSet()), true);
        var watch = Watch.of(game, new double[0], question);
        assertThat(watch.at()).containsExactly(new double[] {0, 1, 0}, within(1e-15));
        assertThat(watch.met()).containsExactly(new double[] {0, 1}, within(1e-15));
        assertThat(watch.made()).containsExactly(0);
        assertThat(watch.before()[0][1]).isEqualTo(5, within(1e-12));
        var now = Watch.of(game, new double[0], new Watch.Question(0, List.of(), List.of(), false));
        assertThat(now.at()).containsExactly(0, 1, 0);
        assertThat(now.spent()).containsExactly(0, 0, 0);
    }

    @Test
    void nonsenseIsRefused() {
        Game game = Chains.game(new double[][] {{0, 1e9}, {1e9, 0}}, 0);
        var none = List.<BitSet>of();
        assertThatThrownBy(() -> Watch.of(game, new double[1], new Watch.Question(1, none, none, false)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Watch.of(game, new double[0], new Watch.Question(-1, none, none, false)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Watch.of(game, new double[0], new Watch.Question(10, none, none, false)))
                .isInstanceOf(TooFastException.class);
    }

    @Test
    void interruptingEndsIt() {
        Game game = Chains.game(new double[][] {{0, 1}, {1, 0}}, 0);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Watch.of(game, new double[0], new Watch.Question(1, List.of(), List.of(), false)))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /// Odds of the last of R + 1 states, in which the chain ends when it enters `states` or makes one of
    /// `plays`.
    private static double ended(Game game, double[] rates, BitSet states, BitSet plays) {
        SimpleMatrix exp = Dense.exp(ending(game, rates, states, plays).scale(UNTIL));
        return exp.get(states.get(game.start) ? game.states : game.start, game.states);
    }

    private static double[] before(Game game, double[] rates, BitSet plays) {
        SimpleMatrix integral = Dense.integral(ending(game, rates, new BitSet(), plays), UNTIL);
        var before = new double[game.states];
        for (int x = 0; x < game.states; x++) {
            before[x] = integral.get(game.start, x);
        }
        return before;
    }

    private static SimpleMatrix ending(Game game, double[] rates, BitSet states, BitSet plays) {
        int n = game.states;
        var g = new SimpleMatrix(n + 1, n + 1);
        for (int x = 0; x < n; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int p = game.entry(x, e);
                if (plays.get(e)) {
                    add(g, x, n, rates[e]);
                    continue;
                }
                for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                    int y = game.leadTo(x, l);
                    add(g, x, states.get(y) ? n : y, rates[e] * game.leadOdds[l]);
                }
            }
            for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                int y = game.chanceTo(x, k);
                add(g, x, states.get(y) ? n : y, game.chanceRate[k]);
            }
        }
        return g;
    }

    private static void add(SimpleMatrix g, int x, int y, double rate) {
        g.set(x, y, g.get(x, y) + rate);
        g.set(x, x, g.get(x, x) - rate);
    }
}
