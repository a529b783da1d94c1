package org.casus.app.json;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.casus.app.Version;
import org.casus.app.run.Clean;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import tools.jackson.databind.node.ObjectNode;

/// What the Library shows of the scenarios there are.
public final class LibraryJson {

    private LibraryJson() {}

    /// A scenario that can be opened.
    public record Entry(String id, Path file, boolean shipped) {}

    /// @param folder where Casus was started
    /// @param opened id of what was named at the start
    public static ObjectNode of(Path folder, Optional<String> opened, List<Entry> entries) {
        var document = Json.object();
        document.put("version", Version.current());
        document.put("folder", folder.toAbsolutePath().normalize().toString());
        opened.ifPresentOrElse(id -> document.put("open", id), () -> document.putNull("open"));
        var scenarios = Json.array();
        entries.forEach(entry -> scenarios.add(card(entry)));
        document.set("scenarios", scenarios);
        return document;
    }

    private static ObjectNode card(Entry entry) {
        var card = Json.object();
        card.put("id", entry.id());
        card.put("file", entry.file().toString());
        card.put("shipped", entry.shipped());
        try {
            describe(card, ScenarioFile.load(entry.file()).scenario());
            card.putNull("broken");
        } catch (ScenarioException e) {
            card.put("title", entry.id());
            card.put(
                    "broken",
                    e.problems().size() == 1 ? "1 error" : e.problems().size() + " errors");
        } catch (IOException e) {
            card.put("title", entry.id());
            card.put("broken", "cannot be read");
        }
        return card;
    }

    private static void describe(ObjectNode card, Scenario scenario) {
        card.put("title", Clean.text(scenario.title()));
        card.put("question", Clean.text(scenario.question()));
        card.put("asOf", scenario.asOf().toString());
        card.put("actors", scenario.actors().size());
        card.put("outcomes", scenario.outcomes().size());
        card.put("judgements", scenario.judgements().size());
        card.put(
                "guesses",
                scenario.judgements().stream().filter(Judgement::isGuess).count());
    }
}
