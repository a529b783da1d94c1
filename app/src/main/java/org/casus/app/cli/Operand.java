package org.casus.app.cli;

import java.io.IOException;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import picocli.CommandLine.Parameters;

/// The scenario that a command is about.
final class Operand {

    /// What commands say of their first parameter.
    private static final String SCENARIO =
            "A file, a folder with a scenario.yaml, - for standard input, or the name of a shipped scenario.";

    @Parameters(index = "0", paramLabel = "SCENARIO", description = SCENARIO, completionCandidates = ShippedNames.class)
    private String asked = "";

    /// What was asked for: a path, a name, or `-`.
    String asked() {
        return asked;
    }

    /// The file asked for, as it is.
    ///
    /// @throws Failure if there is none or it cannot be read
    /// @throws ScenarioException if something in it is wrong
    static ScenarioFile file(String asked, Talk talk, Shelf shelf) throws ScenarioException {
        try {
            return asked.equals("-")
                    ? ScenarioFile.load("stdin", "stdin", talk.console.in())
                    : ScenarioFile.load(shelf.find(asked));
        } catch (IOException e) {
            throw Failure.io("The scenario " + asked + " could not be read", e);
        }
    }
}
