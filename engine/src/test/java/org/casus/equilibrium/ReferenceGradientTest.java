package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.casus.chain.Chain;
import org.casus.chain.Classes;
import org.casus.chain.Transient;
import org.casus.game.Game;
import org.casus.game.Structure;
import org.casus.scenario.Condition;
import org.casus.scenario.Guard;
import org.casus.scenario.Judgement;
import org.casus.scenario.Outcome;
import org.casus.scenario.Quantity;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;
import org.casus.study.Gradients;
import org.casus.study.Kinks;
import org.casus.study.Tornado;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Slopes on the reference crisis against central differences, for the judgements that matter most.
///
/// The differences are so small that few of some 100,000 plays cross a kink, and the games are solved so
/// well that they may be: by Newton's method from the solution in the middle, which is the same
/// equilibrium as long as the steps are small. Complete re-solves are compared on random games.
@Tag("slow")
class ReferenceGradientTest {

    private static final Settings EXACT = Settings.standard().withTolerance(1e-13);
    private static final double STEP = 2e-6;
    private static final int JUDGEMENTS = 10;
    private static final List<String> TANGENTS =
            List.of("truce-breaks odds", "defaults sharpness", "defaults looks ahead", "defaults drifts");

    private final Scenario scenario;
    private final Structure structure;
    private final Outcome outcome;

    ReferenceGradientTest() throws Exception {
        scenario = ScenarioFile.load(Path.of("..", "scenarios", "nagorno-karabakh-2020", "scenario.yaml"))
                .scenario();
        structure = Structure.compile(scenario);
        outcome = scenario.outcomes().stream()
                .filter(one -> one.id().equals("frozen-again"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void slopesAreThoseOfDifferences() throws Exception {
        var world = World.middle(scenario);
        Solution rough = Equilibrium.solve(
                structure.game(world), EXACT.withTolerance(1e-9).withStepTolerance(1));
        Solution middle = resolved(structure.game(world), rough);
        try (var gradients = new Gradients(structure, world, middle, EXACT)) {
            var gradient = gradients.of(quantity());
            assertThat(gradient.value()).isCloseTo(odds(middle), within(1e-12));
            assertThat(gradient.residual()).isLessThan(1e-10);
            assertThat(gradient.products()).isLessThan(rough.iterations().products());
            var checked = new ArrayList<String>();
            for (var bar : Tornado.of(scenario, world, gradient).bars().subList(0, JUDGEMENTS)) {
                Judgement judgement = bar.judgements().getFirst();
                double h = STEP * judgement.middle();
                Solution up = resolved(judgement, h, middle);
                Solution down = resolved(judgement, -h, middle);
                if (Kinks.between(up, down) == 0) {
                    double slope = gradient.slope(judgement);
                    assertThat(slope)
                            .as(judgement.id())
                            .isCloseTo((odds(up) - odds(down)) / (2 * h), within(1e-5 * Math.abs(slope)));
                    checked.add(judgement.id());
                }
            }
            assertThat(checked)
                    .as("judgements without a kink between, of %d", JUDGEMENTS)
                    .hasSizeGreaterThanOrEqualTo(JUDGEMENTS / 2);
        }
    }

    /// Tangents of all values, at the solution in the middle, by judgements of every kind.
    @Test
    void tangentsAreThoseOfDifferences() throws Exception {
        var world = World.middle(scenario);
        Solution rough = Equilibrium.solveQuickly(structure.game(world), EXACT.withTolerance(1e-9));
        Solution middle = resolved(structure.game(world), rough);
        int checked = 0;
        for (String id : TANGENTS) {
            Judgement judgement = scenario.judgements().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            double h = STEP * judgement.middle();
            Solution up = resolved(judgement, h, middle);
            Solution down = resolved(judgement, -h, middle);
            if (Kinks.between(up, down) == 0) {
                var tangent = Tangent.of(
                        middle,
                        new Tangent.Side(down.game(), h),
                        new Tangent.Side(up.game(), h),
                        EXACT.withTolerance(1e-7));
                double[] difference = new double[middle.value().length];
                double most = 0;
                for (int k = 0; k < difference.length; k++) {
                    difference[k] = (up.value()[k] - down.value()[k]) / (2 * h);
                    most = Math.max(most, Math.abs(difference[k]));
                }
                assertThat(tangent.residual()).as(id).isLessThan(1e-6);
                assertThat(tangent.products()).isLessThan(rough.iterations().products());
                assertThat(tangent.slope()).as(id).containsExactly(difference, within(1e-5 * most));
                checked++;
            }
        }
        assertThat(checked).as("judgements without a kink between").isGreaterThanOrEqualTo(TANGENTS.size() / 2);
    }

    /// An outcome is its condition and none before it.
    private Quantity quantity() {
        var parts = new ArrayList<Condition>();
        for (Outcome before : scenario.outcomes().subList(0, outcome.index())) {
            parts.add(new Condition.Not(before.when().test()));
        }
        parts.add(outcome.when().test());
        return new Quantity.OddsAt(new Guard(outcome.id(), new Condition.All(parts)));
    }

    private double odds(Solution solution) {
        var question = new Transient.Question(
                new double[] {solution.game().horizon}, List.of(Classes.outcomes(structure.space())), 0);
        return Transient.of(Chain.of(solution), question, 2).odds()[0][0][outcome.index()];
    }

    private Solution resolved(Judgement judgement, double by, Solution near) {
        double[] written =
                scenario.judgements().stream().mapToDouble(Judgement::middle).toArray();
        written[judgement.index()] += by;
        return resolved(structure.game(World.of(scenario, written)), near);
    }

    private static Solution resolved(Game game, Solution near) {
        try (var work = new Workspace(game, EXACT)) {
            double[] v = work.pad(near.value());
            assertThat(work.newton.finish(v)).isTrue();
            double[] value = near.value().clone();
            for (int x = 0; x < game.states; x++) {
                System.arraycopy(v, x * work.layout.lanes, value, x * game.actors, game.actors);
            }
            double[] none = new double[value.length];
            double[] rate = work.field.rates(v);
            return new Solution(game, value, none, rate, none, 0, 0, 0, 0, near.iterations(), List.of());
        }
    }
}
