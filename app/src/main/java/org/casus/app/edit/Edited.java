package org.casus.app.edit;

import java.util.List;
import java.util.Optional;
import org.casus.scenario.Problem;
import org.casus.scenario.ScenarioFile;

/// What edits made of a text.
///
/// @param text the text with every edit up to the first that failed; with that one too where it could be made and what
///     came out is no scenario
/// @param problems what is wrong with it, by line and column of `text`, or with the path of an edit; empty if all is
/// well
/// @param made how many edits are in the text
/// @param file what the text says; empty if it is no scenario
public record Edited(String text, List<Problem> problems, int made, Optional<ScenarioFile> file) {

    /// Whether every edit was made and the text is a scenario.
    public boolean sound() {
        return problems.isEmpty() && file.isPresent();
    }
}
