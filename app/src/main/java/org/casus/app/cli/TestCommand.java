package org.casus.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.casus.app.json.Json;
import org.casus.app.json.TestJson;
import org.casus.app.run.StudyAnswer;
import org.casus.app.text.JUnitXml;
import org.casus.app.text.TestView;
import org.casus.scenario.ScenarioException;
import org.casus.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tests the claims of a scenario over many worlds.
@Command(
        name = "test",
        header = "Test what a scenario's claims say, over many worlds.",
        description = {
            "Each claim holds (true in at least 80%% of worlds), fails (in at most 20%%), depends (the judgement that "
                    + "splits the worlds is named, if one does better than chance), is assumed (it follows from one input without solving) or "
                    + "untestable."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus test my-crisis",
            "  casus test my-crisis --worlds 256 --run runs/claims",
            "  casus test my-crisis --junit claims.xml       for continuous integration",
            "",
            "Exit codes: 0 no error-level claim fails, 1 one does, 2 usage, 3 errors in the",
            "scenario, 4 solved in no world, 5 a file or the run folder, 70 Casus itself,",
            "130 interrupted."
        })
final class TestCommand implements Callable<Integer> {

    /// How many are drawn where nothing is said.
    private static final int WORLDS = 64;

    private final Talk talk;
    private final Shelf shelf;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the verdicts as JUnit XML as well.")
    private Optional<String> junit = Optional.empty();

    @Mixin
    private final StudyOptions options = new StudyOptions(WORLDS);

    @Option(names = "--json", description = "Write one JSON document, as docs/reference/json.md describes it.")
    private boolean json;

    TestCommand(Talk talk, Shelf shelf) {
        this.talk = talk;
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws ScenarioException {
        try (Progress progress = options.solver.progress(talk)) {
            Optional<Path> report = junit.map(TestCommand::path);
            var file = options.file(talk, shelf);
            var command = new ArrayList<>(List.of("test", options.asked()));
            var done = new StudyWork(talk, file, options, progress).run(Study.Wanted.test(), command, "test");
            progress.wipe();
            StudyAnswer answer = done.found();
            report.ifPresent(target -> write(target, JUnitXml.of(answer)));
            talk.print(json ? Json.text(TestJson.of(answer, done.facts())) : shown(answer));
            if (answer.solvedWorlds() == 0 && answer.verdicts().stream().allMatch(verdict -> verdict.worlds() == 0)) {
                talk.say(talk.errStyle().red("casus:") + " " + answer.about().scenario() + " is solved in no world.");
                return Exit.UNSOLVED.code();
            }
            return (failed(answer) ? Exit.CLAIMS : Exit.OK).code();
        }
    }

    private String shown(StudyAnswer answer) {
        return talk.plain ? TestView.plain(answer, talk.outStyle()) : TestView.of(answer, talk.outStyle());
    }

    private static boolean failed(StudyAnswer answer) {
        for (int k = 0; k < answer.verdicts().size(); k++) {
            if (JUnitXml.fails(answer.study().claims().get(k), answer.verdicts().get(k))) {
                return true;
            }
        }
        return false;
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new Failure(Exit.USAGE, "“" + name + "” cannot be the name of a file.");
        }
    }

    private static void write(Path target, String text) {
        try {
            Files.writeString(target, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failure.io("The file " + target + " could not be written", e);
        }
    }
}
