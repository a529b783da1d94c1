package org.casus.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.casus.app.edit.Interview;
import org.casus.app.edit.OpenFile;
import org.casus.app.edit.SaveException;
import org.casus.app.json.BoardJson;
import org.casus.app.json.DraftJson;
import org.casus.app.json.InterviewJson;
import org.casus.app.live.Desk;
import org.casus.app.live.Stage;
import org.casus.app.live.View;
import org.casus.equilibrium.Settings;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import tools.jackson.databind.JsonNode;

/// What is written: a scenario over the text it was made from, or a new one in a folder of its own. Nothing is ever
/// written elsewhere, and nothing that somebody else wrote is written over.
final class Keeping {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?");
    /// Answers after which there is a game to solve.
    private static final List<String> ENOUGH = List.of("who", "changes", "wants");

    private final Library library;
    private final Settings settings;

    Keeping(Library library, Settings settings) {
        this.library = library;
        this.settings = settings;
    }

    /// Saves `text` over the file that `base` is the hash of, or under the name `as` beside the others.
    JsonNode save(String id, InputStream body) throws IOException {
        JsonNode asked = Drafts.read(body);
        String text = Drafts.text(asked, "text");
        Optional<String> as = Drafts.optional(asked, "as");
        if (as.isPresent()) {
            return create(as.get(), text);
        }
        Library.Entry entry = library.find(id);
        if (entry.shipped()) {
            throw new Refusal(
                    403,
                    "This scenario came with Casus and stays as it is.",
                    "Save it under a name of your own: that makes a copy in " + library.shown() + ".");
        }
        String base = Drafts.text(asked, "base");
        OpenFile file = OpenFile.read(entry.file());
        if (!file.hash().equals(base)) {
            throw new Refusal(
                    409,
                    entry.file().getFileName() + " has been changed since it was opened; nothing was written.",
                    "Load it again, or save under another name.");
        }
        try {
            return saved(id, file.save(text).hash());
        } catch (SaveException e) {
            int status = switch (e.reason()) {
                case CHANGED -> 409;
                case UNWRITABLE -> 500;
                case TOO_LARGE -> Refusal.TOO_LARGE;
            };
            throw new Refusal(status, String.valueOf(e.getMessage()), e.advice(), List.of());
        }
    }

    /// The interview with the answers so far, and odds as soon as there is a game.
    JsonNode questions(InputStream body) throws IOException {
        JsonNode asked = Drafts.read(body);
        Map<String, String> answers = answers(asked);
        String name =
                Drafts.optional(asked, "name").filter(given -> !given.isEmpty()).orElse("my-crisis");
        var interview = new Interview(name, today());
        var document = InterviewJson.of(interview, answers);
        boolean enough =
                ENOUGH.stream().allMatch(id -> !answers.getOrDefault(id, "").isBlank());
        String text = document.path("text").stringValue("");
        document.set("board", enough ? board(name, text) : tools.jackson.databind.node.NullNode.getInstance());
        return document;
    }

    private JsonNode board(String name, String text) {
        try {
            var desk = new Desk(ScenarioFile.of(name, name, text), settings);
            return BoardJson.of(desk.board(View.AS_IS, Stage.RETHOUGHT), 0, 0);
        } catch (Exception e) {
            return org.casus.app.json.TroubleJson.of(Trouble.of(e).sentence(), List.of(), List.of());
        }
    }

    /// Writes what the answers make.
    JsonNode begin(InputStream body) throws IOException {
        JsonNode asked = Drafts.read(body);
        String name = Drafts.text(asked, "name");
        return create(name, new Interview(name, today()).draft(answers(asked)).text());
    }

    private static Map<String, String> answers(JsonNode asked) {
        var answers = new HashMap<String, String>();
        for (String id : Interview.IDS) {
            Drafts.optional(asked.path("answers"), id).ifPresent(answer -> answers.put(id, answer));
        }
        return answers;
    }

    /// A scenario of its own in the folder where Casus was started.
    private JsonNode create(String name, String text) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new Refusal(
                    400,
                    "“" + name + "” is no name for a scenario.",
                    "Small letters, digits and hyphens, as my-crisis; at most 60.");
        }
        var problems = new ArrayList<org.casus.scenario.Problem>();
        try {
            ScenarioFile.of(name, name, text);
        } catch (ScenarioException e) {
            problems.addAll(e.problems());
        }
        if (!problems.isEmpty()) {
            throw new Refusal(422, "What would be saved is no scenario yet.", List.of(), problems);
        }
        Path folder = library.folder().resolve(name);
        Path file = folder.resolve(ScenarioFile.NAME);
        if (Files.exists(file)) {
            throw new Refusal(409, "There is a scenario called " + name + " already.", "Take another name.");
        }
        Files.createDirectories(folder);
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return saved(name, OpenFile.read(file).hash());
    }

    /// As the user's calendar has it.
    private static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    private static JsonNode saved(String id, String hash) {
        return DraftJson.saved(id, hash);
    }
}
