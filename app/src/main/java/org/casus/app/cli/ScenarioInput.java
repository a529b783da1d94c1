package org.casus.app.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.scenario.Edits;
import org.casus.scenario.Nearest;
import org.casus.scenario.Policy;
import org.casus.scenario.Position;
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
    /// More than the reader takes, so that it is the reader that refuses.
    private static final int MOST_BYTES = 4_000_000;

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
        policy.ifPresent(id -> known(file.scenario(), id));
        return file.with(new Edits(policy, sets(), List.of(), List.of()));
    }

    /// The settings as given.
    List<String> settings() {
        return settings;
    }

    private static ScenarioFile file(String asked, Talk talk, Shelf shelf) throws ScenarioException {
        try {
            if (asked.equals("-")) {
                return ScenarioFile.of(
                        "stdin", "standard-input", text(talk.console.in().readNBytes(MOST_BYTES)));
            }
            return ScenarioFile.load(shelf.find(asked));
        } catch (IOException e) {
            throw Failure.io("The scenario " + asked + " could not be read", e);
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Failure(Exit.INVALID, "Standard input is not UTF-8 text.", "A scenario is plain text.");
        }
    }

    private List<Policy.Setting> sets() {
        var sets = new ArrayList<Policy.Setting>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new Failure(
                        Exit.USAGE,
                        "“" + setting + "” is no setting.",
                        "Write --set 'path=value', as --set 'azerbaijan looks ahead=6 months'.",
                        "casus explain SCENARIO --judgements lists the paths.");
            }
            sets.add(new Policy.Setting(
                    setting.substring(0, equals).strip(),
                    setting.substring(equals + 1).strip(),
                    new Position("--set", 1, 1, setting.length())));
        }
        return sets;
    }

    private static void known(Scenario scenario, String id) {
        var ids = scenario.policies().stream().map(Policy::id).toList();
        if (ids.contains(id) || id.equals(AS_IS)) {
            return;
        }
        var advice = new ArrayList<String>();
        Nearest.of(id, ids).ifPresent(near -> advice.add("Did you mean " + near + "?"));
        advice.add(ids.isEmpty() ? "It has no policies." : "Its policies: " + String.join(", ", ids) + ".");
        throw new Failure(Exit.USAGE, "The scenario " + scenario.name() + " has no policy “" + id + "”.", advice);
    }
}
