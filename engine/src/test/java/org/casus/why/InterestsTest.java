package org.casus.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.casus.game.Game;
import org.casus.game.Stake;
import org.casus.game.Stakes;
import org.casus.scenario.Actor;
import org.casus.scenario.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InterestsTest {

    @ParameterizedTest
    @EnumSource(Choice.class)
    void interestsSumToTheWholeInEveryStateAndForEveryTwoOptions(Choice choice) throws Exception {
        for (long seed = 1; seed <= 6; seed++) {
            Solved solved = Solved.random(seed, choice);
            Why why = solved.why();
            for (Actor actor : solved.scenario().actors()) {
                Interests interests = why.interests(actor.index());
                for (int x = 0; x < solved.space().size(); x++) {
                    Split value = interests.value(x);
                    assertThat(value.whole()).isEqualTo(solved.value(x, actor.index()));
                    assertThat(value.sum())
                            .as("seed %d, %s, state %d", seed, choice, x)
                            .isCloseTo(value.whole(), within(1e-8));
                    differences(solved, why, actor.index(), x, "seed " + seed + ", " + choice);
                }
            }
        }
    }

    private static void differences(Solved solved, Why why, int actor, int x, String name) throws Exception {
        var decision = why.decisions().of(actor, x);
        if (decision.isEmpty()) {
            return;
        }
        for (Option one : decision.get().options()) {
            for (Option other : decision.get().options()) {
                Split split = why.split(decision.get(), one, other);
                double whole = solved.worth(x, one.play(), actor) - solved.worth(x, other.play(), actor);
                assertThat(split.whole()).as(name).isCloseTo(whole, within(1e-12));
                assertThat(split.sum()).as(name).isCloseTo(whole, within(1e-8));
            }
        }
    }

    /// Each part against a dense solve of its own equation, written down anew.
    @ParameterizedTest
    @EnumSource(Choice.class)
    void everyPartSolvesItsOwnEquation(Choice choice) throws Exception {
        for (long seed = 11; seed <= 13; seed++) {
            Solved solved = Solved.random(seed, choice);
            for (Actor actor : solved.scenario().actors()) {
                List<Stake> stakes = Stakes.of(solved.space(), solved.world(), actor);
                Interests interests = solved.why().interests(actor.index());
                double[][] matrix = matrix(solved, actor.index());
                for (int j = 0; j < stakes.size(); j++) {
                    double[] expected = Gauss.solve(matrix, pay(solved, actor.index(), stakes.get(j)));
                    for (int x = 0; x < expected.length; x++) {
                        assertThat(interests.value(x).parts().get(j).points())
                                .as(
                                        "seed %d, %s, %s in state %d",
                                        seed, actor.id(), stakes.get(j).name(), x)
                                .isCloseTo(expected[x], within(1e-9));
                    }
                }
                if (choice == Choice.TASTES) {
                    assertThat(interests.interests().getLast().kind()).isEqualTo(Interest.Kind.FREEDOM);
                }
            }
        }
    }

    private static boolean counted(Solved solved, int x, int e) {
        int i = solved.game().playActor[solved.game().entry(x, e)];
        return solved.game().choice != Choice.INTENTIONS || solved.worth(x, e, i) > solved.value(x, i);
    }

    private static double[][] matrix(Solved solved, int actor) {
        Game game = solved.game();
        double[][] matrix = new double[game.states][game.states];
        for (int x = 0; x < game.states; x++) {
            matrix[x][x] += game.discount[actor];
            for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                matrix[x][x] += game.chanceRate[k];
                matrix[x][game.chanceTo(x, k)] -= game.chanceRate[k];
            }
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int p = game.entry(x, e);
                if (game.playActor[p] != actor || counted(solved, x, e)) {
                    for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                        double rate = solved.solution().rate()[e] * game.leadOdds[l];
                        matrix[x][x] += rate;
                        matrix[x][game.leadTo(x, l)] -= rate;
                    }
                }
            }
        }
        return matrix;
    }

    private static double[] pay(Solved solved, int actor, Stake stake) {
        Game game = solved.game();
        double[] pay = new double[game.states];
        for (int x = 0; x < game.states; x++) {
            pay[x] = stake.flow(x);
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int p = game.entry(x, e);
                if (game.playActor[p] == actor && counted(solved, x, e)) {
                    pay[x] += solved.solution().rate()[e] * stake.paid(x, game.playMove[p]);
                }
            }
        }
        return pay;
    }

    /// A line falls at rate r: to hold it for ever is worth w, to see it fall some day w r / (r + ρ).
    @Test
    void aWantThatChanceBringsAboutIsDiscountedByTheWait() throws Exception {
        Solved solved = Solved.text("""
                defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 20 weeks, sharpness: 20}
                board:
                  line: {levels: [old, new], start: old}
                  noise: {levels: [low, high], start: low}
                actors:
                  one: {wants: {line is new: 4}, fears: {noise is high: 2}}
                moves:
                  one/shout: {if: noise is low, costs: 1, then: noise to high}
                chance:
                  fall: {if: line is old, odds: 10% each week, then: line to new}
                outcomes: {gone: {if: line is new}, kept: otherwise}
                """);
        double rate = -Math.log(0.9);
        int start = solved.space().start();
        Why why = solved.why();
        Split value = why.interests(0).value(start);
        assertThat(value.parts().get(0).points()).isCloseTo(4 * rate / (rate + 0.05), within(1e-10));
        assertThat(value.parts().get(1).points()).as("it means never to shout").isZero();
        Decision decision = why.decisions().of(0, start).orElseThrow();
        Split against =
                why.split(decision, decision.waiting(), decision.option(0).orElseThrow());
        assertThat(decision.best().waits()).isTrue();
        assertThat(decision.margin()).isCloseTo(3, within(1e-10));
        assertThat(against.largest(2))
                .extracting(part -> part.interest().name(), part -> Math.round(1e9 * part.points()) / 1e9)
                .containsExactly(tuple("fears noise is high", 2.0), tuple("one/shout costs", 1.0));
    }
}
