package org.casus.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.casus.scenario.Outcome;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What stories must show on the reference crisis.
@Tag("slow")
class ReferenceStoriesTest {

    private static final long SEED = 20201012;

    private final Scenario scenario;
    private final Crisis crisis;

    ReferenceStoriesTest() throws Exception {
        scenario = ScenarioFile.load(Path.of("..", "scenarios", "nagorno-karabakh-2020", "scenario.yaml"))
                .scenario();
        crisis = Crisis.of(scenario, Map.of());
    }

    @Test
    void runsDotsAndStories() throws Exception {
        aMillionRunsAgreeWithTheExactOdds();
        fewLettersChangeUnderASmallChange();
        conditionedRunsAreThoseThatHappenToEndSo();
        Outcome likeliest = scenario.outcomes().stream()
                .max(Comparator.comparingDouble(one -> of(one).odds()))
                .orElseThrow();
        for (Outcome outcome : new Outcome[] {likeliest, crisis.outcome("great-power-war")}) {
            Stories stories = of(outcome);
            assertThat(stories.lines().stream()
                            .limit(5)
                            .mapToDouble(Storyline::exactly)
                            .sum())
                    .as("runs to %s that one of five storylines tells exactly", outcome.id())
                    .isGreaterThan(0.5);
        }
        assertThat(of(crisis.outcome("great-power-war")).odds()).isLessThan(0.01);
    }

    private void aMillionRunsAgreeWithTheExactOdds() {
        var simulation = crisis.simulation(crisis.dice(SEED));
        var tallied = new Tallied(crisis, crisis.space().where(crisis.outcome("dictated-peace")));
        Run run = simulation.blank();
        for (int k = 0; k < 1_000_000; k++) {
            simulation.run(k, run);
            tallied.add(run);
        }
        tallied.fit();
    }

    private void conditionedRunsAreThoseThatHappenToEndSo() {
        Goal goal = Goal.outcome(crisis.space(), crisis.outcome("dictated-peace"));
        List<Run> given =
                Conditioned.of(crisis.space(), crisis.solution(), goal, 2).runs(20_000, SEED);
        ConditionedTest.alike(crisis, goal, given, ConditionedTest.rejected(crisis, goal, 50_000));
    }

    private void fewLettersChangeUnderASmallChange() throws Exception {
        int dots = 20_000;
        Crisis moved = Crisis.of(scenario, Map.of("breakthrough odds", 0.05));
        int[] before = crisis.simulation(crisis.dice(SEED)).outcomes(dots, 2);
        int[] common = moved.simulation(crisis.dice(SEED)).outcomes(dots, 2);
        int[] fresh = moved.simulation(crisis.dice(SEED + 1)).outcomes(dots, 2);
        assertThat(Coupling.of(before, common).changed())
                .isPositive()
                .isLessThan(Coupling.of(before, fresh).changed() / 3);
    }

    private Stories of(Outcome outcome) {
        return Stories.of(crisis.space(), crisis.solution(), Goal.outcome(crisis.space(), outcome), 5000, SEED, 2);
    }
}
