package org.casus.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.game.Structure;
import org.casus.scenario.Actor;
import org.casus.scenario.Judgement;
import org.casus.scenario.Outcome;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The reference crisis, as solved everywhere else: every split in every state, every decision.
@Tag("slow")
class ReferenceWhyTest {

    private static final double ERROR = 1e-8;

    private final Scenario scenario;
    private final Structure structure;
    private final Settings settings = Settings.standard();
    private final Why why;

    ReferenceWhyTest() throws Exception {
        scenario = ScenarioFile.load(Path.of("..", "scenarios", "nagorno-karabakh-2020", "scenario.yaml"))
                .scenario();
        structure = Structure.compile(scenario);
        var world = World.middle(scenario);
        why = Why.of(structure, world, Equilibrium.solveQuickly(structure.game(world), settings), settings);
    }

    @Test
    void everyActorsInterestsSumToItsValuesAndDifferencesInEveryState() throws Exception {
        double values = 0;
        double differences = 0;
        for (Actor actor : scenario.actors()) {
            Interests interests = why.interests(actor.index());
            for (int x = 0; x < why.space().size(); x++) {
                Split value = interests.value(x);
                values = Math.max(values, Math.abs(value.sum() - value.whole()));
                var decision = why.decisions().of(actor.index(), x);
                if (decision.isPresent()) {
                    Option best = decision.get().best();
                    for (Option other : decision.get().options()) {
                        Split split = why.split(decision.get(), best, other);
                        differences = Math.max(differences, Math.abs(split.sum() - split.whole()));
                    }
                }
            }
        }
        assertThat(values).isLessThan(ERROR);
        assertThat(differences).isLessThan(ERROR);
    }

    @Test
    void partsOfEveryOutcomeSumToItsOdds() {
        Errors errors = why.errors(Errors.CLEAR);
        for (Outcome outcome : scenario.outcomes()) {
            double odds = why.pivotal(outcome, 0).odds();
            Blame blame = errors.blame().get(outcome.index());
            assertThat(Math.abs(blame.odds() - odds)).as(outcome.id()).isLessThan(1e-12);
            assertThat(Math.abs(blame.exact() + blame.slips() + blame.clear() - odds))
                    .as(outcome.id())
                    .isLessThan(1e-12);
        }
    }

    /// The closest choice at the start: what turns it, seen again in games solved from nothing.
    @Test
    void turnsAreConfirmedByGamesSolvedFromNothing() throws Exception {
        Decision decision = why.decisions().in(why.space().start()).stream()
                .filter(one -> scenario.actors().get(one.actor()).id().equals("russia"))
                .findFirst()
                .orElseThrow();
        Flips flips = why.flips(decision, decision.best(), decision.next(), 2);
        assertThat(flips.turns()).isNotEmpty();
        for (Flip.Turn turn : flips.turns()) {
            assertThat(again(decision, turn, turn.value())).as("%s", turn).isNegative();
            assertThat(again(decision, turn, turn.before())).as("%s", turn).isGreaterThan(-2e-6);
        }
    }

    private double again(Decision decision, Flip.Turn turn, List<Double> values) throws Exception {
        double[] written =
                scenario.judgements().stream().mapToDouble(Judgement::middle).toArray();
        for (int k = 0; k < values.size(); k++) {
            written[turn.judgements().get(k).index()] = values.get(k);
        }
        var game = structure.game(World.of(scenario, written));
        return Slope.difference(
                Equilibrium.solveQuickly(game, settings),
                decision.actor(),
                decision.state(),
                decision.best().play(),
                decision.next().play());
    }
}
