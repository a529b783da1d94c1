package org.casus.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.casus.chain.RandomScenario;
import org.casus.scenario.Actor;
import org.casus.scenario.Choice;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;
import org.junit.jupiter.api.Test;

class StakesTest {

    @Test
    void flowsAndPricesOfRandomGamesAreTheSumsOfTheirStakes() throws Exception {
        for (long seed = 1; seed <= 20; seed++) {
            check(RandomScenario.scenario(seed, Choice.INTENTIONS), "seed " + seed);
        }
    }

    @Test
    void flowsAndPricesOfTheReferenceCrisisAreTheSumsOfTheirStakes() throws Exception {
        Path file = Path.of("..", "scenarios", "nagorno-karabakh-2020", "scenario.yaml");
        check(ScenarioFile.load(file).scenario(), "reference");
    }

    @Test
    void aStakeSaysWhereItStandsInTheFile() throws Exception {
        Scenario scenario = ScenarioFile.of("one", "one.yaml", """
                        format: casus/1
                        title: One
                        as_of: 2026-01-01
                        clock: {unit: week, horizon: 10}
                        defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 10 weeks, sharpness: 20}
                        board:
                          line: {levels: [old, new], start: old}
                        actors:
                          one: {wants: {line is new: 4}, fears: {line is old: 0.5 each week}}
                        moves:
                          one/go: {if: line is old, costs: {always: 2, line is new: 9}, then: line to new}
                        outcomes: {gone: {if: line is new}, kept: otherwise}
                        """).scenario();
        var space = Structure.compile(scenario).space();
        List<Stake> stakes =
                Stakes.of(space, World.middle(scenario), scenario.actors().getFirst());
        assertThat(stakes)
                .extracting(Stake::kind)
                .containsExactly(Stake.Kind.WANT, Stake.Kind.FEAR, Stake.Kind.PRICE, Stake.Kind.PRICE);
        assertThat(stakes)
                .extracting(stake -> stake.judgement().position().line())
                .containsExactly(9, 9, 11, 11);
        assertThat(stakes.get(0).flow(1)).isCloseTo(0.4, within(1e-15));
        assertThat(stakes.get(0).flow(0)).isZero();
        assertThat(stakes.get(1).flow(0)).isEqualTo(-0.5);
        assertThat(stakes.get(2).paid(0, 0)).isEqualTo(-2);
        assertThat(stakes.get(3).paid(0, 0)).isZero();
        assertThat(stakes.get(0).paid(0, 0)).isZero();
    }

    private static void check(Scenario scenario, String name) throws SizeException {
        var structure = Structure.compile(scenario);
        var world = World.middle(scenario);
        Game game = structure.game(world);
        for (Actor actor : scenario.actors()) {
            List<Stake> stakes = Stakes.of(structure.space(), world, actor);
            for (int x = 0; x < game.states; x++) {
                double flow = 0;
                for (Stake stake : stakes) {
                    flow += stake.flow(x);
                }
                assertThat(flow)
                        .as("%s: flow of %s in %d", name, actor.id(), x)
                        .isCloseTo(game.flow(x, actor.index()), within(1e-13));
                for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                    int p = game.entry(x, e);
                    if (game.playActor[p] == actor.index()) {
                        double paid = 0;
                        for (Stake stake : stakes) {
                            paid += stake.paid(x, game.playMove[p]);
                        }
                        assertThat(-paid)
                                .as("%s: price of play %d", name, e)
                                .isCloseTo(game.playCost[p], within(1e-13));
                    }
                }
            }
        }
    }
}
