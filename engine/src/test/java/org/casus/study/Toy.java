package org.casus.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.casus.equilibrium.Settings;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;

/// A line that falls by chance alone, by 10 weeks with odds 1 − (1 − p)¹⁰, and an actor that makes noise.
final class Toy {

    static final String TEXT = """
            format: casus/1
            title: A line
            as_of: 2026-01-01
            clock: {unit: week, horizon: 10}
            defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 6 months, sharpness: 20}
            board:
              line: {levels: [old, new], start: old}
              noise: {levels: [low, high, never], start: low}
            actors:
              watcher: {wants: {noise is high: 1 to 3}}
            moves:
              watcher/shout: {if: noise is low, costs: {always: 0.1 to 0.2, line is new: 3}, then: noise to high}
              watcher/hush: {if: noise is high, costs: 0.1, then: noise to low}
            chance:
              fall: {if: line is old, odds: 5% to 15% each week, then: line to new}
            outcomes:
              lost: {if: line is new}
              kept: otherwise
            """;

    private Toy() {}

    static ScenarioFile file(String more) throws ScenarioException {
        return Sample.of(TEXT + more.stripIndent());
    }

    /// Results of all worlds of the grid, shuffled: order must not matter.
    static List<WorldResult> run(Study study, Grid grid) {
        List<WorldResult> results = new ArrayList<>();
        var ensemble = new Ensemble(study, grid, Settings.standard(), Ensemble.Start.COLD);
        ensemble.run(ensemble.tasks(grid.count()), task -> false, 1, results::add, (done, failed, all) -> {});
        Collections.shuffle(results, new java.util.Random(new SplittableRandom(1).nextLong()));
        return results;
    }
}
