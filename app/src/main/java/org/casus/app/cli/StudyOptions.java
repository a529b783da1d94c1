package org.casus.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.casus.app.run.Answers;
import org.casus.app.run.StudyRun;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.casus.study.Study;
import picocli.CommandLine.Mixin;

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

    /// The options in full, as a command line has them, but for the folder: what makes the same again.
    List<String> words(StudyRun.Asked asked) {
        var words = new ArrayList<>(
                List.of("--worlds", Integer.toString(asked.worlds()), "--seed", Long.toString(asked.seed())));
        // As people write it: 1e-9.
        String tolerance = Double.toString(solver.settings().tolerance()).replace(".0E", "e");
        words.addAll(List.of("--tolerance", tolerance));
        worlds.kept().forEach((name, value) -> words.addAll(List.of("--" + name, value)));
        asked.settings().forEach(setting -> words.addAll(List.of("--set", setting)));
        return List.copyOf(words);
    }
}
