package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.casus.chain.Watch;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.scenario.Condition;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

class DealsTest {

    private static final double WITHIN = 3;

    private static final String SECOND = """
              border-deal:
                between: [east, west]
                if: line is new
                brokers: {east: 50%}
                then: line to new
            """;

    /// By small steps: whoever signs is noted where it then stands, and followed from there.
    @Test
    void signedAndBrokenAgreeWithSmallSteps() throws Exception {
        Variant variant = Sample.variant(Sample.file(""), "");
        Solution solution = Sample.solved(variant);
        StateSpace space = variant.structure().space();
        Game game = solution.game();
        Condition fighting = Deals.fighting(space.scenario()).orElseThrow();
        List<Deal> deals = new Deals(space, game, fighting, WITHIN).of(game, solution.rate());
        assertThat(deals).hasSize(1);
        Deal deal = deals.getFirst();

        double[] just = just(space, solution);
        double signed = Arrays.stream(just).sum();
        BitSet where = space.where(fighting);
        double recurs = 0;
        for (int y = 0; y < game.states; y++) {
            if (just[y] > 0) {
                var from = new double[game.states];
                from[y] = just[y];
                var question = new Watch.Question(WITHIN, List.of(where), List.of(), false);
                recurs += Watch.of(game, solution.rate(), from, question).met()[0];
            }
        }
        assertThat(deal.agreement()).isEqualTo("ceasefire");
        assertThat(deal.signed()).isEqualTo(signed, within(1e-6)).isBetween(0.1, 0.999);
        assertThat(deal.stillFighting()).as("it ends the fighting").isZero();
        assertThat(deal.recurs()).isEqualTo(recurs / signed, within(1e-6)).isBetween(0.01, 0.9);
    }

    /// Where each first signature that completes the ceasefire leaves the chain.
    private static double[] just(StateSpace space, Solution solution) {
        Game game = solution.game();
        int table = space.scenario().agreements().getFirst().table();
        var p = new double[game.states];
        var just = new double[game.states];
        p[game.start] = 1;
        int steps = 20_000;
        double h = game.horizon / steps;
        for (int k = 0; k < steps; k++) {
            // Heun's step: the slope at both ends.
            var first = new double[game.states];
            var one = slope(space, solution, table, p, first);
            var ahead = p.clone();
            for (int x = 0; x < p.length; x++) {
                ahead[x] += h * one[x];
            }
            var second = new double[game.states];
            var two = slope(space, solution, table, ahead, second);
            for (int x = 0; x < p.length; x++) {
                p[x] += h / 2 * (one[x] + two[x]);
                just[x] += h / 2 * (first[x] + second[x]);
            }
        }
        return just;
    }

    private static double[] slope(StateSpace space, Solution solution, int table, double[] p, double[] just) {
        Game game = solution.game();
        var slope = new double[p.length];
        for (int x = 0; x < p.length; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int q = game.entry(x, e);
                String id = space.scenario().moves().get(game.playMove[q]).id();
                for (int l = game.leadStart[q]; l < game.leadStart[q + 1]; l++) {
                    double flow = p[x] * solution.rate()[e] * game.leadOdds[l];
                    boolean last = id.endsWith("/sign-ceasefire") && space.level(game.leadTo(x, l), table) == 0;
                    slope[x] -= flow;
                    (last ? just : slope)[game.leadTo(x, l)] += flow;
                }
            }
            for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                slope[x] -= p[x] * game.chanceRate[k];
                slope[game.chanceTo(x, k)] += p[x] * game.chanceRate[k];
            }
        }
        return slope;
    }

    @Test
    void severalAgreementsAreAlsoTakenTogether() throws Exception {
        String text = Sample.TEXT.replace("moves:\n", SECOND + "moves:\n");
        ScenarioFile file = Sample.of(text);
        Variant variant = Sample.variant(file, "");
        Solution solution = Sample.solved(variant);
        Condition fighting = Deals.fighting(variant.scenario()).orElseThrow();
        List<Deal> deals = new Deals(variant.structure().space(), solution.game(), fighting, WITHIN)
                .of(solution.game(), solution.rate());
        assertThat(deals.stream().map(Deal::agreement)).containsExactly(Deals.ANY, "ceasefire", "border-deal");
        assertThat(deals.get(0).signed())
                .isGreaterThanOrEqualTo(deals.get(1).signed())
                .isLessThanOrEqualTo(deals.get(1).signed() + deals.get(2).signed() + 1e-12);
        assertThat(deals.get(2).stillFighting()).as("it ends no fighting").isPositive();
        assertThat(deals.get(2).recurs()).isGreaterThanOrEqualTo(deals.get(2).stillFighting());
    }

    @Test
    void whatIsNeverSignedHasNoAfter() throws Exception {
        ScenarioFile file = Sample.file("");
        Variant variant = Sample.without(file, "ceasefire");
        Solution solution = Sample.solved(variant);
        var deals = new Deals(
                        variant.structure().space(),
                        solution.game(),
                        Deals.fighting(variant.scenario()).orElseThrow(),
                        WITHIN)
                .of(solution.game(), solution.rate());
        assertThat(deals.getFirst().signed()).isZero();
        assertThat(deals.getFirst().recurs()).isNaN();
        Variant toy = Sample.variant(Toy.file(""), "");
        assertThat(Deals.fighting(toy.scenario())).isEmpty();
        Solution noise = Sample.solved(toy);
        var none = new Deals(toy.structure().space(), noise.game(), Condition.always(), WITHIN);
        assertThat(none.of(noise.game(), noise.rate())).isEmpty();
    }
}
