package org.casus.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.casus.app.run.Given;
import org.casus.scenario.Policy;
import org.casus.scenario.Scenario;
import picocli.CommandLine.Option;

/// Values changed on the command line.
final class SetOption {

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change a value by its path, the file's own words: --set 'azerbaijan looks ahead=6 months'. "
                    + "May be given several times.")
    private List<String> settings = List.of();

    /// The settings as given.
    List<String> asGiven() {
        return settings;
    }

    /// The settings as the reader takes them; `scenario` is what they are for.
    ///
    /// @throws Failure if one is none
    List<Policy.Setting> read(Scenario scenario) {
        var sets = new ArrayList<Policy.Setting>();
        for (String setting : settings) {
            try {
                sets.add(Given.setting(setting, "--set"));
            } catch (IllegalArgumentException e) {
                throw new Failure(
                        Exit.USAGE,
                        "“" + setting + "” is no setting.",
                        "Write --set 'path=value', as --set '"
                                + scenario.actors().getFirst().id() + " looks ahead=6 months'.",
                        "casus explain SCENARIO --judgements lists the paths.");
            }
        }
        return sets;
    }
}
