package org.casus.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.app.edit.Edit;
import org.casus.app.edit.Edited;
import org.casus.app.edit.Editor;
import org.casus.app.edit.FactSheet;
import org.casus.app.edit.LineDiff;
import org.casus.app.edit.OpenFile;
import org.casus.app.json.DraftJson;
import org.casus.app.json.SheetJson;
import org.casus.scenario.Problem;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Texts that somebody is writing: checked, changed by values, and at last kept. Nothing is written but by a save,
/// and that only over the text it was made from.
final class Drafts {

    private static final int MOST_EDITS = 1000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Library library;

    Drafts(Library library) {
        this.library = library;
    }

    /// All that can be shown of a scenario before it is solved.
    JsonNode sheet(String id) throws IOException, ScenarioException {
        Library.Entry entry = library.find(id);
        return SheetJson.of(
                FactSheet.of(ScenarioFile.load(entry.file()), entry.file().toString()));
    }

    /// The text as it lies on disk.
    JsonNode file(String id) throws IOException {
        OpenFile file = OpenFile.read(library.find(id).file());
        return DraftJson.file(file.text(), file.hash());
    }

    /// What is wrong with a text, and what it says if nothing is.
    JsonNode check(String id, InputStream body) throws IOException {
        Library.Entry entry = library.find(id);
        String text = text(read(body), "text");
        List<Problem> problems = new ArrayList<>();
        Optional<JsonNode> sheet = Optional.empty();
        try {
            ScenarioFile file = ScenarioFile.of(id, entry.file().toString(), text);
            sheet = Optional.of(SheetJson.of(FactSheet.of(file, entry.file().toString())));
        } catch (ScenarioException e) {
            problems.addAll(e.problems());
        }
        return DraftJson.check(problems, sheet);
    }

    /// A text with values changed, and the lines that changes.
    JsonNode edits(String id, InputStream body) throws IOException {
        Library.Entry entry = library.find(id);
        JsonNode asked = read(body);
        String text = text(asked, "text");
        List<Edit> edits = new ArrayList<>();
        for (JsonNode one : asked.path("edits")) {
            edits.add(
                    new Edit(text(one, "path"), optional(one, "value"), optional(one, "source"), optional(one, "why")));
        }
        if (edits.size() > MOST_EDITS) {
            throw new Refusal(400, "At most " + MOST_EDITS + " values can be changed at a time.");
        }
        Edited edited = new Editor(id, entry.file().toString()).apply(text, edits);
        return DraftJson.edited(edited, LineDiff.of(text, edited.text()));
    }

    static JsonNode read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes((int) Gate.MOST_BYTES + 1);
        if (bytes.length > Gate.MOST_BYTES) {
            throw Refusal.tooLarge();
        }
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw new Refusal(400, "The body is no JSON.");
        }
    }

    static String text(JsonNode asked, String name) {
        return optional(asked, name).orElseThrow(() -> new Refusal(400, "The body has no text “" + name + "”."));
    }

    static Optional<String> optional(JsonNode asked, String name) {
        JsonNode node = asked.path(name);
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }
}
