package org.casus.app.cli;

import java.util.List;
import org.casus.app.run.Answers;
import org.casus.app.run.StudyRun;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.casus.study.Study;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Of which scenario, with what settings, in how many worlds and how: what commands over many worlds have in
/// common.
final class StudyOptions {

    @Mixin
    private final Operand operand = new Operand();

    @Mixin
    private final WorldsOptions worlds;

    @Mixin
    private final SetOption set = new SetOption();

    @Mixin
    final SolverOptions solver = new SolverOptions();

    @Option(names = "--json", description = "Write one JSON document, as docs/reference/json.md describes it.")
    boolean json;

    /// @param worlds how many are drawn where nothing is said
    StudyOptions(int worlds) {
        this.worlds = new WorldsOptions(worlds);
    }

    /// What was asked for: a path, a name, or `-`.
    String asked() {
        return operand.asked();
    }

    /// The file asked for, with the settings in force for good.
    ///
    /// @throws Failure if there is none or it cannot be read
    /// @throws ScenarioException if something in it, or in a setting, is wrong
    ScenarioFile file(Talk talk, Shelf shelf) throws ScenarioException {
        ScenarioFile asIs = Operand.file(operand.asked(), talk, shelf);
        return asIs.always(set.read(asIs.scenario()));
    }

    WorldsOptions worlds() {
        return worlds;
    }

    /// The settings as given.
    List<String> settings() {
        return set.asGiven();
    }

    /// What is asked of a study of `scenario`, which has the settings in force.
    ///
    /// @param judged whether its claims are
    StudyRun.Asked asked(Scenario scenario, Study.Wanted wanted, boolean judged) {
        return new StudyRun.Asked(
                set.asGiven(),
                worlds.worlds(),
                worlds.seed().orElseGet(() -> Answers.seed(scenario)),
                worlds.start(),
                worlds.checks(),
                worlds.opinions(),
                !wanted.claims() || wanted.recursWithin().isPresent(),
                judged,
                wanted.recursWithin());
    }
}
