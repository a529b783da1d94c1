package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

class HeldTest {

    private static final String POLICIES = """
            policies:
              watched: {allow: [north/send-watch]}
              peaceful: {forbid: [east/attack]}
              riskier: {set: {breakthrough odds: 30% each week, north/send-watch odds: 20%}}
              keener: {set: {east wants line is new: 9, flare odds: 30% each week}}
              guarded: {set: {watch start: present}}
              taller: {set: {mood levels: [calm, angry, furious]}}
            """;

    private record Both(Variant before, Solution asIs, Variant after, Solution rethought, Held held) {

        static Both of(String policy) throws Exception {
            ScenarioFile file = Sample.file(POLICIES);
            Variant before = Sample.variant(file, "");
            Variant after = Sample.variant(file, policy);
            Solution asIs = Sample.solved(before);
            Solution rethought = Sample.solved(after);
            var held = new Held(
                    before.structure().space(), asIs.game(), after.structure().space(), rethought.game());
            return new Both(before, asIs, after, rethought, held);
        }

        double[] rates() {
            return held.rates(asIs.rate(), Optional.of(rethought.rate()));
        }

        Readings.Values values(double[] rates) {
            return new Readings(after.structure().space(), rethought.game(), List.of()).of(rethought.game(), rates);
        }

        double[] outcomesBefore() {
            return new Readings(before.structure().space(), asIs.game(), List.of())
                    .of(asIs)
                    .outcomes();
        }
    }

    /// State by state and move by move, by the names of everything.
    @Test
    void ratesAreThoseOfTheSameMoveOnTheSameBoard() throws Exception {
        for (String policy : List.of("watched", "peaceful", "riskier", "keener")) {
            var both = Both.of(policy);
            double[] rates = both.rates();
            StateSpace after = both.after.structure().space();
            StateSpace before = both.before.structure().space();
            Game game = both.rethought.game();
            for (int x = 0; x < after.size(); x++) {
                int planned = before.state(after.board(x));
                for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                    String id = after.scenario()
                            .moves()
                            .get(game.playMove[game.entry(x, e)])
                            .id();
                    double expected = planned < 0 ? both.rethought.rate()[e] : rate(before, both.asIs, planned, id);
                    assertThat(rates[e]).as("%s in %d under %s", id, x, policy).isEqualTo(expected);
                }
            }
        }
    }

    private static double rate(StateSpace space, Solution solution, int state, String id) {
        Game game = solution.game();
        for (int e = game.playStart[state]; e < game.playStart[state + 1]; e++) {
            if (space.scenario()
                    .moves()
                    .get(game.playMove[game.entry(state, e)])
                    .id()
                    .equals(id)) {
                return solution.rate()[e];
            }
        }
        return 0;
    }

    @Test
    void newMovesAreNotMade() throws Exception {
        var both = Both.of("watched");
        var values = both.values(both.rates());
        assertThat(values.outcomes()).containsExactly(both.outcomesBefore(), within(1e-12));
        assertThat(both.held.strayed(values.spent())).isZero();
        assertThat(both.values(both.rethought.rate()).outcomes()[1]).isNotEqualTo(values.outcomes()[1]);
    }

    @Test
    void closedMovesVanishAndChanceIsThePolicys() throws Exception {
        var peaceful = Both.of("peaceful");
        double still = peaceful.values(peaceful.rates()).outcomes()[1];
        assertThat(still).isPositive().isLessThan(peaceful.outcomesBefore()[1]);
        var riskier = Both.of("riskier");
        assertThat(riskier.values(riskier.rates()).outcomes()[0]).isGreaterThan(riskier.outcomesBefore()[0] + 0.01);
    }

    /// What only changes wants moves nothing while plans are held.
    @Test
    void wantsAloneChangeNoPlans() throws Exception {
        var keener = Both.of("keener");
        double[] rates = keener.rates();
        Game game = keener.rethought.game();
        assertThat(rates).hasSize(game.plays()).isEqualTo(keener.asIs.rate());
    }

    @Test
    void whereNothingWasPlannedTheyThinkAgainAndItIsTold() throws Exception {
        var both = Both.of("guarded");
        assertThat(both.rates()).isEqualTo(both.rethought.rate());
        var values = both.values(both.rates());
        assertThat(both.held.strayed(values.spent())).isEqualTo(1, within(1e-12));
        assertThat(both.held.rates(both.asIs.rate(), Optional.empty())).containsOnly(0.0);
        assertThat(both.held.strayed(new double[both.after.structure().space().size()]))
                .isZero();
    }

    @Test
    void levelsAreMatchedByName() throws Exception {
        var both = Both.of("taller");
        assertThat(both.values(both.rates()).outcomes()).containsExactly(both.outcomesBefore(), within(1e-12));
    }
}
