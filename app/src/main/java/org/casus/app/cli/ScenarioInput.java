package org.casus.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.scenario.Edits;
import org.casus.scenario.Policy;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import picocli.CommandLine.Option;

/// Under which policy and settings a scenario is read: what every command that reads one has in common.
final class ScenarioInput {

    /// What commands say of their first parameter.
    static final String SCENARIO =
            "A file, a folder with a scenario.yaml, - for standard input, or the name of a shipped scenario.";

    private static final String AS_IS = "as-is";

    @Option(
            names = "--policy",
            paramLabel = "ID",
            description = "Put one of the scenario's policies in force (as-is is none of them).")
    private Optional<String> policy = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change a value by its path, the file's own words: --set 'azerbaijan looks ahead=6 months'. "
                    + "May be given several times.")
    private List<String> settings = List.of();

    /// The scenario asked for, with its edits in force.
    ///
    /// @param asked a path, a name, or `-`
    /// @throws Failure if there is none, it cannot be read, or it has no such policy
    /// @throws ScenarioException if something in it, or in a setting, is wrong
    Scenario read(String asked, Talk talk, Shelf shelf) throws ScenarioException {
        ScenarioFile file = file(asked, talk, shelf);
        var sets = sets();
        var inForce = policy.filter(id -> !id.equals(AS_IS) || hasPolicy(file.scenario(), AS_IS));
        inForce.ifPresent(id -> known(file.scenario(), id));
        if (inForce.isEmpty() && sets.isEmpty()) {
            return file.scenario();
        }
        return file.with(new Edits(inForce, sets, List.of(), List.of())).scenario();
    }

    /// The settings as given.
    List<String> settings() {
        return settings;
    }

    private ScenarioFile file(String asked, Talk talk, Shelf shelf) throws ScenarioException {
        try {
            if (asked.equals("-")) {
                return ScenarioFile.read("stdin", "-", talk.console.in());
            }
            Path path = shelf.find(asked);
            return ScenarioFile.load(path);
        } catch (IOException e) {
            throw Failure.io("The scenario " + asked + " could not be read", e);
        }
    }

    private List<Edits.Setting> sets() {
        var sets = new ArrayList<Edits.Setting>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new Failure(
                        Exit.USAGE,
                        "“" + setting + "” is no setting.",
                        "Write --set 'path=value', as --set 'azerbaijan looks ahead=6 months'; casus explain "
                                + "SCENARIO --judgements lists the paths.");
            }
            sets.add(new Edits.Setting(
                    setting.substring(0, equals).strip(),
                    setting.substring(equals + 1).strip()));
        }
        return sets;
    }

    private static boolean hasPolicy(Scenario scenario, String id) {
        return scenario.policies().stream().anyMatch(policy -> policy.id().equals(id));
    }

    private static void known(Scenario scenario, String id) {
        if (hasPolicy(scenario, id)) {
            return;
        }
        var ids = scenario.policies().stream().map(Policy::id).toList();
        var advice = new ArrayList<String>();
        Nearest.of(id, ids).ifPresent(near -> advice.add("Did you mean " + near + "?"));
        advice.add(ids.isEmpty() ? "It has no policies." : "Its policies: " + String.join(", ", ids) + ".");
        throw new Failure(Exit.USAGE, "The scenario " + scenario.name() + " has no policy “" + id + "”.", advice);
    }
}
