package org.casus.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.casus.app.json.Json;
import org.casus.app.json.ScenarioSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a folder with a small scenario that checks and solves, to be changed line by line.
@Command(
        name = "init",
        header = "Start a crisis of your own from a small one that solves.",
        description = {
            "Writes the folder NAME with scenario.yaml, the JSON Schema that lets an editor complete and explain its "
                    + "words, and a README. What is there already is never overwritten."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus init my-crisis",
            "  casus init my-crisis --from nagorno-karabakh-2020     a copy of a shipped one",
            "  casus init my-crisis --interview                      five questions",
            "  casus init my-crisis --interview < answers.txt        the same, a line for each"
        })
final class InitCommand implements Callable<Integer> {

    static final String TEMPLATE = "border-crisis";
    static final String SCHEMA_FILE = "casus-1.schema.json";

    private final Talk talk;
    private final Shelf shelf;

    @Parameters(paramLabel = "NAME", description = "The folder to make; its last part names the scenario.")
    private String name = "";

    @Option(
            names = "--from",
            paramLabel = "TEMPLATE",
            description = "What to start from: border-crisis (the default), or the name or path of a scenario.")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--interview",
            description = "Ask five questions and write the scenario that the answers make. Answers may be piped in.")
    private boolean interview;

    InitCommand(Talk talk, Shelf shelf) {
        this.talk = talk;
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws IOException {
        Path target = target();
        String id = String.valueOf(target.getFileName());
        if (interview && from.isPresent()) {
            throw new Failure(Exit.USAGE, "--interview and --from are two ways to begin: choose one.");
        }
        Folder.refuse(target, false);
        String scenario = interview ? new Interviewer(talk, id, LocalDate.now(ZoneId.systemDefault())).ask() : begun();
        String readme = template("README.md")
                .replace(
                        "started from the template `${template}`",
                        interview
                                ? "begun by an interview"
                                : "started from the template `" + from.orElse(TEMPLATE) + "`")
                .replace("${name}", id);
        Folder.write(target, false, folder -> {
            Files.writeString(folder.resolve(Shelf.FILE), scenario);
            Files.writeString(folder.resolve(SCHEMA_FILE), Json.text(ScenarioSchema.document()));
            Files.writeString(folder.resolve("README.md"), readme);
        });
        talk.say("Made " + target + " with " + Shelf.FILE + ", " + SCHEMA_FILE + " and README.md.");
        talk.say("Next: casus solve " + target);
        return Exit.OK.code();
    }

    private String begun() throws IOException {
        String asked = from.orElse(TEMPLATE);
        return asked.equals(TEMPLATE) ? template(Shelf.FILE) : copied(asked);
    }

    private Path target() {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            throw new Failure(Exit.USAGE, "“" + name + "” cannot be the name of a folder.");
        }
        Path last = path.getFileName();
        if (last == null || !last.toString().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new Failure(
                    Exit.USAGE,
                    "“" + name + "” cannot name a scenario: names are lower-case words joined by -, as my-crisis.");
        }
        return path;
    }

    private String copied(String asked) throws IOException {
        Path source;
        try {
            source = shelf.find(asked);
        } catch (Failure e) {
            var advice = new ArrayList<>(e.advice());
            advice.add("Templates: " + TEMPLATE + ".");
            throw new Failure(e.exit(), String.valueOf(e.getMessage()), advice);
        }
        String text = Files.readString(source);
        String modelines = "# yaml-language-server: $schema=./" + SCHEMA_FILE + "\n# $schema: ./" + SCHEMA_FILE + "\n";
        return text.contains("yaml-language-server: $schema=") ? text : modelines + text;
    }

    /// A file of the template, from the jar.
    static String template(String file) throws IOException {
        String place = "/org/casus/app/templates/" + TEMPLATE + "/" + file;
        try (InputStream in = InitCommand.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks its template: " + place);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
