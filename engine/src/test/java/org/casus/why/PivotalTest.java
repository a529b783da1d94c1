package org.casus.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.casus.chain.Chain;
import org.casus.chain.Classes;
import org.casus.chain.Transient;
import org.casus.game.Game;
import org.casus.scenario.Choice;
import org.casus.scenario.Outcome;
import org.junit.jupiter.api.Test;

class PivotalTest {

    /// Effects against central differences of the odds with the move made more and less often there.
    @Test
    void effectsAreThoseOfMakingTheMoveMoreOften() throws Exception {
        for (long seed = 1; seed <= 6; seed++) {
            Solved solved = Solved.random(seed, Choice.INTENTIONS);
            Outcome outcome = solved.scenario().outcomes().get(1);
            Pivotal pivotal = solved.why().pivotal(outcome, 6);
            assertThat(pivotal.odds()).isCloseTo(odds(solved, outcome, none(), 1), within(1e-12));
            double before = Double.POSITIVE_INFINITY;
            for (Pivot pivot : pivotal.pivots()) {
                String name = "seed " + seed + ", " + pivot;
                double up = odds(solved, outcome, pivot, Math.exp(1e-4));
                double down = odds(solved, outcome, pivot, Math.exp(-1e-4));
                assertThat(pivot.effect()).as(name).isCloseTo((up - down) / 2e-4, within(1e-8));
                assertThat(pivot.without()).as(name).isCloseTo(odds(solved, outcome, pivot, 0), within(1e-12));
                assertThat(pivot.share()).as(name).isBetween(0.5, 1.0 + 1e-12);
                assertThat(pivot.weight()).as(name).isBetween(0.0, 1.0 + 1e-12);
                assertThat(pivot.made()).as(name).isPositive();
                assertThat(Math.abs(pivot.effect())).as(name).isLessThanOrEqualTo(before);
                assertThat(pivot.condition().holds(solved.space().board(pivot.state())))
                        .as(name)
                        .isTrue();
                assertThat(solved.why()
                                .decisions()
                                .of(pivot.actor(), pivot.state())
                                .orElseThrow()
                                .option(pivot.move()))
                        .as("%s: the move is open in its example", name)
                        .isPresent();
                assertThat(pivot.when()).hasSizeLessThanOrEqualTo(2);
                before = Math.abs(pivot.effect());
            }
        }
    }

    private static Pivot none() {
        return new Pivot(0, -1, List.of(), 0, 0, 0, 0, 0, 0);
    }

    private static double odds(Solved solved, Outcome outcome, Pivot pivot, double times) {
        Game game = solved.game();
        double[] rates = solved.solution().rate().clone();
        for (int x = 0; x < game.states; x++) {
            boolean there = pivot.condition().holds(solved.space().board(x));
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                rates[e] *= there && game.playMove[game.entry(x, e)] == pivot.move() ? times : 1;
            }
        }
        BitSet where = solved.space().where(outcome);
        var question = new Transient.Question(new double[] {game.horizon}, List.of(Classes.in(where, game.states)), 0);
        return Transient.of(Chain.of(game, rates), question, 1).odds()[0][0][1];
    }

    /// War comes of a strike while the border is open, and a strike while it is shut does nothing.
    @Test
    void theRowThatMattersIsNamed() throws Exception {
        Solved solved = Solved.text("""
                defaults: {acts: every week, drifts: every 4 weeks, looks ahead: 20 weeks, sharpness: 20}
                board:
                  border: {levels: [shut, open], start: shut}
                  weather: {levels: [fair, foul], start: fair}
                  alarm: {levels: [quiet, loud], start: quiet}
                  peace: {levels: [kept, lost], start: kept}
                actors:
                  one: {wants: {alarm is loud: 0.1}}
                moves:
                  one/shell-shut: {if: border is shut and alarm is quiet, then: alarm to loud}
                  one/shell: {if: peace is kept, then: {peace to lost: 40%, alarm to loud: rest}}
                chance:
                  opening: {if: border is shut, odds: 10% each week, then: border to open}
                  closing: {if: border is open, odds: 10% each week, then: border to shut}
                  rain: {if: weather is fair, odds: 30% each week, then: weather to foul}
                  sun: {if: weather is foul, odds: 30% each week, then: weather to fair}
                  calm: {if: alarm is loud, odds: 50% each week, then: alarm to quiet}
                  pardon: {if: peace is lost and border is shut, odds: 99% each day, then: peace to kept}
                outcomes: {war: {if: peace is lost and border is open, final: true}, no-war: otherwise}
                """);
        Outcome war = solved.scenario().outcomes().getFirst();
        Pivot pivot = solved.why().pivotal(war, 3).pivots().getFirst();
        assertThat(pivot.move()).isEqualTo(solved.move("one/shell"));
        assertThat(pivot.when()).hasSize(1);
        var row = solved.scenario().rows().get(pivot.when().getFirst().row());
        assertThat(row.id()).isEqualTo("border");
        assertThat(pivot.when().getFirst().names(row)).containsExactly("open");
        assertThat(pivot.share()).isGreaterThan(0.95);
        assertThat(pivot.effect()).isPositive();
        assertThat(pivot.without()).isLessThan(0.02);
    }
}
