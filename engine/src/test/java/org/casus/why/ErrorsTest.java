package org.casus.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.casus.chain.Chain;
import org.casus.chain.Classes;
import org.casus.chain.Transient;
import org.casus.equilibrium.Equilibrium;
import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorsTest {

    private static final double ABOVE = 0.3;

    @ParameterizedTest
    @EnumSource(Choice.class)
    void thePartsOfAnOutcomeSumToItsOdds(Choice choice) throws Exception {
        for (long seed = 1; seed <= 5; seed++) {
            Solved solved = Solved.random(seed, choice);
            double[] odds = odds(solved);
            for (Blame blame : solved.why().errors(ABOVE).blame()) {
                String name = "seed " + seed + ", " + blame;
                assertThat(blame.odds()).as(name).isCloseTo(odds[blame.outcome()], within(1e-12));
                assertThat(blame.exact() + blame.slips() + blame.clear())
                        .as(name)
                        .isCloseTo(blame.odds(), within(1e-12));
            }
        }
    }

    private static double[] odds(Solved solved) {
        var question = new Transient.Question(
                new double[] {solved.game().horizon}, List.of(Classes.outcomes(solved.space())), 0);
        return Transient.of(Chain.of(solved.solution()), question, 1).odds()[0][0];
    }

    /// Each part by a matrix exponential of the dense chain without the moves that would spoil it; the first
    /// error of one actor by that of two copies of the board, the others' errors leading nowhere.
    @Test
    void thePartsAreThoseOfChainsWithoutTheErrors() throws Exception {
        for (long seed = 21; seed <= 24; seed++) {
            Solved solved = Solved.random(seed, Choice.INTENTIONS);
            Errors errors = solved.why().errors(ABOVE);
            int states = solved.space().size();
            double horizon = solved.game().horizon;
            int start = solved.space().start();
            double[] exact = Exponential.odds(without(solved, 1e-6, -1), start, horizon);
            double[] unclear = Exponential.odds(without(solved, ABOVE, -1), start, horizon);
            for (Blame blame : errors.blame()) {
                String name = "seed " + seed + ", " + blame;
                double right = 0;
                double slips = 0;
                for (int x = 0; x < states; x++) {
                    if (solved.space().outcome(x) == blame.outcome()) {
                        right += exact[x];
                        slips += unclear[x] - exact[x];
                    }
                }
                assertThat(blame.exact()).as(name).isCloseTo(right, within(1e-11));
                assertThat(blame.slips()).as(name).isCloseTo(slips, within(1e-11));
                for (int i = 0; i < solved.game().actors; i++) {
                    double[] both = Exponential.odds(without(solved, ABOVE, i), start, horizon);
                    double first = 0;
                    for (int x = 0; x < states; x++) {
                        first += solved.space().outcome(x) == blame.outcome() ? both[states + x] : 0;
                    }
                    assertThat(blame.first().get(i)).as(name).isCloseTo(first, within(1e-11));
                }
            }
        }
    }

    /// The chain without moves of a loss above `above`; with an actor, those of its own lead to a second copy
    /// in which everything goes on as ever.
    private static double[][] without(Solved solved, double above, int actor) {
        Game game = solved.game();
        int states = game.states;
        double[][] g = new double[actor < 0 ? states : 2 * states][actor < 0 ? states : 2 * states];
        for (int copy = 0; copy < g.length / states; copy++) {
            for (int x = 0; x < states; x++) {
                int from = copy * states;
                for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                    add(g, from + x, from + game.chanceTo(x, k), game.chanceRate[k]);
                }
                for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                    int p = game.entry(x, e);
                    boolean error = copy == 0 && loss(solved, x, e) > above;
                    int into = error ? (game.playActor[p] == actor ? states : -1) : from;
                    double rate = solved.solution().rate()[e];
                    if (into < 0) {
                        g[x][x] -= rate;
                        continue;
                    }
                    double rest = 1;
                    for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                        add(g, from + x, into + game.leadTo(x, l), rate * game.leadOdds[l]);
                        rest -= game.leadOdds[l];
                    }
                    if (into != from) {
                        add(g, from + x, into + x, rate * rest);
                    }
                }
            }
        }
        return g;
    }

    private static void add(double[][] g, int from, int to, double rate) {
        g[from][to] += rate;
        g[from][from] -= rate;
    }

    private static double loss(Solved solved, int x, int play) {
        Game game = solved.game();
        int i = game.playActor[game.entry(x, play)];
        double best = solved.value(x, i);
        for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
            best = game.playActor[game.entry(x, e)] == i ? Math.max(best, solved.worth(x, e, i)) : best;
        }
        return best - solved.worth(x, play, i);
    }

    @Test
    void withoutErrorsPlayIsTheSameButForThem() throws Exception {
        for (long seed = 21; seed <= 24; seed++) {
            Solved solved = Solved.random(seed, Choice.MISTAKES);
            Errors errors = solved.why().errors(ABOVE);
            assertThat(errors.share()).isBetween(0.0, 1.0);
            for (int actor = -1; actor < solved.game().actors; actor++) {
                double[] odds =
                        Exponential.odds(spared(solved, actor), solved.space().start(), solved.game().horizon);
                for (Blame blame : errors.blame()) {
                    double expected = 0;
                    for (int x = 0; x < odds.length; x++) {
                        expected += solved.space().outcome(x) == blame.outcome() ? odds[x] : 0;
                    }
                    assertThat(actor < 0 ? blame.without() : blame.withoutOf().get(actor))
                            .as("seed %d, actor %d, %s", seed, actor, blame)
                            .isCloseTo(expected, within(1e-11));
                }
            }
        }
    }

    private static double[][] spared(Solved solved, int actor) {
        Game game = solved.game();
        double[][] g = new double[game.states][game.states];
        for (int x = 0; x < game.states; x++) {
            for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                add(g, x, game.chanceTo(x, k), game.chanceRate[k]);
            }
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int p = game.entry(x, e);
                boolean others = actor >= 0 && game.playActor[p] != actor;
                for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                    if (others || loss(solved, x, e) <= ABOVE) {
                        add(g, x, game.leadTo(x, l), solved.solution().rate()[e] * game.leadOdds[l]);
                    }
                }
            }
        }
        return g;
    }

    /// Nobody wants the blow: it falls by error alone, at one known rate.
    @Test
    void aBlowThatNobodyWantsIsAllError() throws Exception {
        Solved solved = Solved.text("""
                defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 4 weeks, sharpness: 20}
                board:
                  peace: {levels: [kept, lost], start: kept}
                actors:
                  one: {fears: {peace is lost: 1}}
                  two: {fears: {peace is lost: 0.2}}
                moves:
                  one/strike: {if: peace is kept, then: peace to lost}
                  two/strike: {if: peace is kept, then: peace to lost}
                outcomes: {war: {if: peace is lost, final: true}, no-war: otherwise}
                """);
        double[] h = solved.solution().rate();
        double odds = -Math.expm1(-12 * (h[0] + h[1]));
        Errors errors = solved.why().errors(0.5);
        Blame war = errors.blame().get(0);
        assertThat(war.odds()).isCloseTo(odds, within(1e-12));
        assertThat(war.exact()).isZero();
        assertThat(war.first().get(0))
                .as("its loss is near a point")
                .isCloseTo(odds * h[0] / (h[0] + h[1]), within(1e-12));
        assertThat(war.first().get(1)).isZero();
        assertThat(war.slips()).as("some fifth of a point").isCloseTo(odds * h[1] / (h[0] + h[1]), within(1e-12));
        assertThat(war.share()).isCloseTo(h[0] / (h[0] + h[1]), within(1e-12));
        assertThat(war.without()).as("two still slips").isCloseTo(-Math.expm1(-12 * h[1]), within(1e-12));
        assertThat(war.withoutOf().get(0)).isCloseTo(war.without(), within(1e-15));
        assertThat(war.withoutOf().get(1)).isCloseTo(odds, within(1e-12));
        assertThat(errors.share()).isCloseTo(war.clear(), within(1e-12));
        Blame peace = errors.blame().get(1);
        assertThat(peace.exact()).isCloseTo(1 - odds, within(1e-12));
        assertThat(peace.share()).isZero();
        Conduct one = errors.conduct().getFirst();
        assertThat(one.share()).isEqualTo(1);
        assertThat(one.clear()).isCloseTo(one.made(), within(1e-15));
        assertThat(one.made()).isCloseTo(odds * h[0] / (h[0] + h[1]), within(1e-12));
        assertThat(one.lost())
                .as("a strike costs its fear, less the other's strike to come")
                .isCloseTo(one.made() * -solved.worth(0, 0, 0) + one.made() * solved.value(0, 0), within(1e-12));
        assertThat(one.price()).isPositive();
        assertThat(solved.why().undoings()).isEmpty();
        assertThatThrownBy(() -> solved.why().errors(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /// W − V by its own formula in a game of one actor: everything lost by the horizon of its patience.
    @Test
    void sharperPlayMakesErrorsRarerAndIsFollowedFromTheGameItself() throws Exception {
        Solved solved = Solved.text("""
                defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 20 weeks, sharpness: 20}
                board:
                  peace: {levels: [kept, lost], start: kept}
                actors:
                  one: {fears: {peace is lost: 1}}
                moves:
                  one/strike: {if: peace is kept, then: peace to lost}
                outcomes: {war: {if: peace is lost, final: true}, no-war: otherwise}
                """);
        Sharper sharper = solved.why().sharper(List.of(2.0, 4.0));
        assertThat(sharper.lost()).isFalse();
        assertThat(sharper.reached()).isEqualTo(4);
        for (Sharper.Step step : sharper.steps()) {
            double w = Math.exp(-step.times() * Math.log(20)) / 8;
            double h = w / (1 + w);
            assertThat(step.odds().getFirst())
                    .as("times %s", step.times())
                    .isCloseTo(-Math.expm1(-12 * h), within(1e-10));
            assertThat(step.price().getFirst()).isCloseTo(h / (h + 0.05), within(1e-9));
        }
        assertThat(sharper.steps()).extracting(Sharper.Step::times).containsExactly(1.0, 2.0, 4.0);
        assertThatThrownBy(() -> solved.why().sharper(List.of(2.0, 2.0))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharperGamesAreThoseSolvedFromNothing() throws Exception {
        for (long seed = 1; seed <= 4; seed++) {
            Solved solved = Solved.random(seed, Choice.INTENTIONS);
            Sharper sharper = solved.why().sharper(List.of(1.5, 2.0));
            assertThat(sharper.steps()).as("seed %d", seed).hasSize(3);
            var there = new Solved(
                    solved.structure(),
                    solved.world(),
                    Equilibrium.solve(solved.game().sharpened(2), Solved.SETTINGS));
            double[] odds = odds(there);
            for (int outcome = 0; outcome < odds.length; outcome++) {
                assertThat(sharper.steps().getLast().odds().get(outcome))
                        .as("seed %d, outcome %d", seed, outcome)
                        .isCloseTo(odds[outcome], within(1e-7));
            }
        }
    }
}
