package org.casus.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.app.run.Variant;
import org.casus.scenario.Edits;
import org.casus.scenario.Nearest;
import org.casus.scenario.Policy;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Under which policy and settings a scenario is read: what every command that reads one has in
/// common.
final class ScenarioInput {

    @Mixin
    private final Operand operand = new Operand();

    @Option(
            names = "--policy",
            paramLabel = "ID",
            description = "Put one of the scenario's policies in force (as-is is none of them).")
    private Optional<String> policy = Optional.empty();

    @Mixin
    private final SetOption set = new SetOption();

    /// The scenario asked for, with its edits in force.
    ///
    /// @param asked a path, a name, or `-`
    /// @throws Failure if there is none, it cannot be read, or it has no such policy
    /// @throws ScenarioException if something in it, or in a setting, is wrong
    Scenario read(String asked, Talk talk, Shelf shelf) throws ScenarioException {
        return edited(file(asked, talk, shelf));
    }

    /// The file asked for, as it is.
    ///
    /// @throws Failure if there is none or it cannot be read
    /// @throws ScenarioException if something in it is wrong
    ScenarioFile file(String asked, Talk talk, Shelf shelf) throws ScenarioException {
        return Operand.file(asked, talk, shelf);
    }

    /// The scenario of `file` with the edits in force.
    Scenario edited(ScenarioFile file) throws ScenarioException {
        policy.ifPresent(id -> known(file.scenario(), id));
        return file.with(edits(set.read(file.scenario())));
    }

    /// The scenario without each of the edits in force, as far as it is one without it.
    List<Variant> without(ScenarioFile file) {
        var sets = set.read(file.scenario());
        var without = new ArrayList<Variant>();
        policy.filter(id -> !id.equals(Policy.AS_IS))
                .ifPresent(
                        id -> variant(file, "The policy " + id, new Edits(Optional.empty(), sets, List.of(), List.of()))
                                .ifPresent(without::add));
        for (int k = 0; k < sets.size(); k++) {
            var others = new ArrayList<>(sets);
            others.remove(k);
            variant(file, "The setting " + set.asGiven().get(k), edits(others)).ifPresent(without::add);
        }
        return without;
    }

    private static Optional<Variant> variant(ScenarioFile file, String edit, Edits others) {
        try {
            return Optional.of(new Variant(edit, file.with(others)));
        } catch (ScenarioException e) {
            // What cannot be left out is not idle.
            return Optional.empty();
        }
    }

    private Edits edits(List<Policy.Setting> sets) {
        return new Edits(policy, sets, List.of(), List.of());
    }

    /// What was asked for: a path, a name, or `-`.
    String asked() {
        return operand.asked();
    }

    /// The settings as given.
    List<String> settings() {
        return set.asGiven();
    }

    /// Refuses a policy that `scenario` does not have.
    static void known(Scenario scenario, String id) {
        var ids = scenario.policies().stream().map(Policy::id).toList();
        if (ids.contains(id) || id.equals(Policy.AS_IS)) {
            return;
        }
        var advice = new ArrayList<String>();
        Nearest.of(id, ids).ifPresent(near -> advice.add("Did you mean " + near + "?"));
        advice.add(ids.isEmpty() ? "It has no policies." : "Its policies: " + String.join(", ", ids) + ".");
        throw new Failure(Exit.USAGE, "The scenario " + scenario.name() + " has no policy “" + id + "”.", advice);
    }
}
