package org.casus.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Streams;
import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionsTest {

    @ParameterizedTest
    @EnumSource(Choice.class)
    void optionsAreTheMovesOpenAndWaitingTheBestFirst(Choice choice) throws Exception {
        for (long seed = 1; seed <= 5; seed++) {
            Solved solved = Solved.random(seed, choice);
            Decisions decisions = solved.why().decisions();
            double[] losses = decisions.losses();
            Game game = solved.game();
            for (int x = 0; x < game.states; x++) {
                int plays = 0;
                for (Decision decision : decisions.in(x)) {
                    String name = "seed " + seed + ", " + choice + ", " + decision;
                    int i = decision.actor();
                    double odds = 0;
                    double best = Double.POSITIVE_INFINITY;
                    for (Option option : decision.options()) {
                        assertThat(option.value()).as(name).isCloseTo(solved.worth(x, option.play(), i), within(1e-12));
                        assertThat(option.value()).as(name).isLessThanOrEqualTo(best);
                        assertThat(option.rate()).as(name).isCloseTo(option.odds() * game.acts[i], within(1e-12));
                        best = option.value();
                        odds += option.odds();
                        if (!option.waits()) {
                            assertThat(losses[option.play()]).as(name).isCloseTo(decision.loss(option), within(1e-12));
                            assertThat(decision.option(option.move().getAsInt()))
                                    .contains(option);
                        }
                    }
                    assertThat(odds).as(name).isCloseTo(1, within(1e-12));
                    assertThat(decision.margin()).as(name).isNotNegative();
                    assertThat(decision.waiting().value()).as(name).isEqualTo(solved.value(x, i));
                    assertThat(decision.likeliest().odds())
                            .as(name)
                            .isGreaterThanOrEqualTo(1.0 / decision.options().size() - 1e-12);
                    plays += decision.options().size() - 1;
                }
                assertThat(plays).isEqualTo(game.playStart[x + 1] - game.playStart[x]);
            }
        }
    }

    @Test
    void whoCanOnlyWaitDecidesNothing() throws Exception {
        Solved solved = Solved.text("""
                defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 20 weeks, sharpness: 20}
                board:
                  line: {levels: [old, new], start: old}
                actors:
                  one: {wants: {line is new: 4}}
                  two: {fears: {line is new: 4}}
                moves:
                  one/go: {if: line is old, costs: 1, then: line to new}
                outcomes: {gone: {if: line is new}, kept: otherwise}
                """);
        Decisions decisions = solved.why().decisions();
        assertThat(decisions.of(1, solved.space().start())).isEqualTo(Optional.empty());
        assertThat(decisions.in(solved.space().start())).hasSize(1);
        assertThat(solved.why().interests(1).value(1).sum()).isCloseTo(-4, within(1e-9));
    }

    /// The same numbers on one thread and on three, bit for bit.
    @Test
    void splitsDoNotDependOnThreads() throws Exception {
        Solved solved = Solved.random(7, Choice.INTENTIONS);
        Why one = solved.why();
        Why three = Why.of(solved.structure(), solved.world(), solved.solution(), Solved.SETTINGS.withThreads(3));
        for (int x = 0; x < solved.space().size(); x++) {
            assertThat(three.interests(0).value(x)).isEqualTo(one.interests(0).value(x));
        }
        assertThat(three.errors(0.2)).isEqualTo(one.errors(0.2));
        var outcome = solved.scenario().outcomes().get(1);
        assertThat(three.pivotal(outcome, 5)).isEqualTo(one.pivotal(outcome, 5));
        assertThat(three.undoings()).isEqualTo(one.undoings());
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() throws Exception {
        Solved solved = Solved.random(1, Choice.INTENTIONS);
        Solved other = Solved.random(2, Choice.INTENTIONS);
        assertThat(solved.space().size()).isNotEqualTo(other.space().size());
        assertThatThrownBy(() -> Why.of(solved.structure(), solved.world(), other.solution(), Solved.SETTINGS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Streams.worth(solved.game(), Solved.SETTINGS))
                .isInstanceOf(IllegalArgumentException.class)
                .isNotInstanceOf(NotSolvedException.class);
    }

    /// Sharpness is a judgement like any other: k² is twice κ, copies of a move included.
    @Test
    void aGameSharpenedIsTheGameOfSharperActors() throws Exception {
        Solved solved = Solved.random(3, Choice.INTENTIONS);
        Game twice = solved.game().sharpened(2);
        assertThat(solved.game().sharpened(1).same(solved.game())).isTrue();
        for (int i = 0; i < twice.actors; i++) {
            assertThat(twice.kappa[i]).isEqualTo(2 * solved.game().kappa[i]);
        }
        assertThat(twice.playWeight).isNotEqualTo(solved.game().playWeight);
    }
}
