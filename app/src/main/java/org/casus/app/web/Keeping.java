package org.casus.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.casus.app.edit.Interview;
import org.casus.app.edit.OpenFile;
import org.casus.app.edit.SaveException;
import org.casus.app.json.BoardJson;
import org.casus.app.json.DraftJson;
import org.casus.app.json.InterviewJson;
import org.casus.app.json.TroubleJson;
import org.casus.app.live.Desk;
import org.casus.app.live.Stage;
import org.casus.app.live.View;
import org.casus.app.run.Extent;
import org.casus.equilibrium.Settings;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// What is written: a scenario over the text it was made from, or a new one in a folder of its own. Nothing is ever
/// written elsewhere, and nothing that somebody else wrote is written over.
final class Keeping {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?");
    /// Names that are devices on Windows, whatever folder they stand in.
    private static final Pattern DEVICE = Pattern.compile("con|prn|aux|nul|(com|lpt)[0-9]");
    /// Letters of a wrong name that are told.
    private static final int SHOWN = 60;
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
        fits(id, entry.file().toString(), text);
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
    ///
    /// @param asked the name, and the answers so far
    JsonNode questions(JsonNode asked) {
        Map<String, String> answers = answers(asked);
        String name =
                Drafts.optional(asked, "name").filter(given -> !given.isEmpty()).orElse("my-crisis");
        var interview = new Interview(name, today());
        var document = InterviewJson.of(interview, answers);
        boolean enough = understood(document);
        String text = document.path("text").stringValue("");
        document.set("board", enough ? board(name, text) : NullNode.getInstance());
        return document;
    }

    /// Whether the answers that make a game are there, and nothing that was answered is misunderstood: odds of
    /// something else than what was written would be worse than none.
    private static boolean understood(JsonNode interview) {
        for (JsonNode question : interview.path("questions")) {
            boolean asked = ENOUGH.contains(question.path("id").asString());
            boolean empty = question.path("answer").asString().isBlank();
            if (!question.path("complaints").isEmpty() || (asked && empty)) {
                return false;
            }
        }
        return true;
    }

    private JsonNode board(String name, String text) {
        try {
            var desk = new Desk(ScenarioFile.of(name, name, text), settings);
            return BoardJson.of(
                    desk.board(View.AS_IS, Stage.RETHOUGHT),
                    desk.file().scenario().hash(),
                    0,
                    0);
        } catch (CancellationException e) {
            // Nobody waits for it any more.
            throw e;
        } catch (Exception e) {
            Refusal refusal = Trouble.of(e);
            return TroubleJson.of(refusal.sentence(), refusal.advice(), refusal.problems());
        }
    }

    /// Writes what the answers make.
    JsonNode begin(InputStream body) throws IOException {
        JsonNode asked = Drafts.read(body);
        String name = Drafts.text(asked, "name");
        named(name);
        Map<String, String> answers = answers(asked);
        var interview = new Interview(name, today());
        for (String id : Interview.IDS) {
            List<String> complaints = interview.complaints(id, answers);
            if (!complaints.isEmpty()) {
                throw new Refusal(
                        422,
                        "Not all answers are understood; nothing was written. "
                                + interview.question(id, Map.of()).asks(),
                        complaints.toArray(String[]::new));
            }
        }
        return create(name, interview.draft(answers).text());
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
        named(name);
        fits(name, name, text);
        Path folder = library.folder().resolve(name);
        boolean known = library.entries().stream().anyMatch(entry -> entry.id().equals(name));
        if (known || Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal(
                    409,
                    known
                            ? "There is a scenario called " + name + " already."
                            : "There is something called " + name + " in the folder already.",
                    "Take another name.");
        }
        // Fails where somebody else was quicker.
        Files.createDirectory(folder);
        Path file = folder.resolve(ScenarioFile.NAME);
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return saved(name, OpenFile.read(file).hash());
        } catch (IOException e) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
            throw e;
        }
    }

    private static void named(String name) {
        if (!NAME.matcher(name).matches() || DEVICE.matcher(name).matches()) {
            throw new Refusal(
                    400,
                    "“" + shown(name) + "” is no name for a scenario.",
                    "Small letters, digits and hyphens, as my-crisis; at most 60.");
        }
    }

    /// Whether a text can be shown once it is saved: a page that is sent to a scenario which cannot be read or solved
    /// would have nothing to show.
    ///
    /// @param label what its places are called by
    private static void fits(String name, String label, String text) {
        Scenario scenario;
        try {
            scenario = ScenarioFile.of(name, label, text).scenario();
        } catch (ScenarioException e) {
            throw new Refusal(
                    422, "What would be saved is no scenario yet; nothing was written.", List.of(), e.problems());
        }
        Extent.of(scenario).refusal().ifPresent(reason -> {
            List<String> lines = reason.lines().toList();
            throw new Refusal(
                    422,
                    "This would be too large to be solved; nothing was written. " + lines.getFirst(),
                    lines.subList(1, lines.size()),
                    List.of());
        });
    }

    /// A name as it was sent, fit for a sentence.
    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.codePointCount(0, plain.length()) <= SHOWN
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /// As the user's calendar has it.
    private static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    private static JsonNode saved(String id, String hash) {
        return DraftJson.saved(id, hash);
    }
}
