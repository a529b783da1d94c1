package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.casus.app.run.Diff;
import org.casus.app.run.DiffRun;
import org.casus.app.run.Solved;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Structure;
import org.casus.scenario.Revision;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

/// Changes whose game cannot be followed from the first file's solution: they are solved from nothing, and a
/// reader is told that this may have been a leap.
class DiffLostTest {

    private static final Settings SETTINGS = Settings.standard().withThreads(1);

    private static Solved solved(Scenario scenario) throws Exception {
        return Solved.of(scenario, Structure.compile(scenario), SETTINGS);
    }

    /// The same with values from which no way leads anywhere.
    private static Solved lost(Solved solved) {
        Solution s = solved.solution();
        double[] nowhere = s.value().clone();
        Arrays.fill(nowhere, 1e306);
        var solution = new Solution(
                s.game(),
                nowhere,
                s.worth(),
                s.rate(),
                s.correction(),
                s.payoffGap(),
                s.residual(),
                s.valueError(),
                s.settled(),
                s.iterations(),
                s.log());
        return new Solved(solved.scenario(), solved.structure(), solution, solved.failure());
    }

    @Test
    void aLostWayIsSaid() throws Exception {
        Revision revision = Revision.of(
                ScenarioFile.of("a", "a.yaml", Claims.TEXT),
                ScenarioFile.of(
                        "b",
                        "b.yaml",
                        Claims.TEXT
                                .replace("line is new: 2 to 6", "line is new: 3 to 7")
                                .replace("line is new: 3 to 5", "line is new: 2 to 5")));
        Solved before = solved(revision.before());
        Solved after = solved(revision.after());
        var straight = DiffRun.of(revision, before, after, 20, SETTINGS, (what, done, all) -> {});
        assertThat(straight.warnings()).isEmpty();
        var told = DiffRun.of(revision, lost(before), after, 20, SETTINGS, (what, done, all) -> {});
        assertThat(told.warnings()).hasSize(2);
        assertThat(told.warnings().get(0))
                .startsWith("There may be several equilibria: the one of the second file cannot");
        assertThat(told.warnings().get(1)).contains("put in alone, 2 changes could not be followed");
        assertThat(told.effects().steps())
                .hasSameSizeAs(straight.effects().steps())
                .hasSize(2);
        for (int k = 0; k < 2; k++) {
            assertThat(odds(told.effects().steps().get(k)))
                    .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-6 ? 0 : Double.compare(a, b))
                    .isEqualTo(odds(straight.effects().steps().get(k)));
        }
    }

    private static List<Double> odds(Diff.Step step) {
        return step.result() instanceof Diff.Result.Moves moves
                ? Arrays.stream(moves.split().strategic()).boxed().toList()
                : List.of();
    }
}
