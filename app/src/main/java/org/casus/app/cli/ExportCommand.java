package org.casus.app.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.casus.app.Version;
import org.casus.app.json.Json;
import org.casus.app.json.RunJson;
import org.casus.app.run.Answers;
import org.casus.app.run.Solved;
import org.casus.app.text.Sentences;
import org.casus.chain.Chain;
import org.casus.chain.CsvExport;
import org.casus.chain.PrismExport;
import org.casus.chain.Sink;
import org.casus.equilibrium.Settings;
import org.casus.scenario.Policy;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the solved game to a folder, for other tools to check and to go on with.
@Command(
        name = "export",
        customSynopsis = "casus export [OPTIONS] --format=FORMAT SCENARIO DIR",
        header = "Write the whole solved game, for R, Python or PRISM.",
        description = {
            "The folder appears complete or not at all. run.json in it says what made it. docs/reference/export.md "
                    + "describes the files."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus export nagorno-karabakh-2020 --format csv tables",
            "  casus export my-crisis --policy no-pact --format prism model"
        })
final class ExportCommand implements Callable<Integer> {

    /// The formats there are.
    enum Format {
        CSV,
        PRISM;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Talk talk;
    private final Shelf shelf;

    @Parameters(index = "1", paramLabel = "DIR", description = "The folder to make.")
    private String second = "";

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description =
                    "Required. csv: tables of actors, states, moves, leads and chance; prism: PRISM's explicit files.")
    private Format format = Format.CSV;

    @Option(names = "--force", description = "Replace the folder if an export wrote it.")
    private boolean force;

    @Mixin
    private final ScenarioInput input = new ScenarioInput();

    @Mixin
    private final SolverOptions solver = new SolverOptions();

    ExportCommand(Talk talk, Shelf shelf) {
        this.talk = talk;
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws ScenarioException {
        String first = input.asked();
        // The other order is understood where only the second of the two is a scenario.
        boolean swapped = !isScenario(first) && isScenario(second);
        String asked = swapped ? second : first;
        Path target = target(swapped ? first : second);
        Folder.refuse(target, force);
        try (Progress progress = solver.progress(talk)) {
            var settings = solver.settings();
            // Files of states and plays name actors, so that every order of alike actors is a state of its own.
            Scenario scenario = input.read(asked, talk, shelf).withoutAlike();
            Solved solved = solver.solve(scenario, progress);
            if (solved.failure().isPresent()) {
                throw new Failure(
                        Exit.UNSOLVED,
                        scenario.name() + " is not solved, and nothing was written. "
                                + solved.failure().get());
            }
            progress.at(scenario.name() + ": writing");
            Folder.write(target, force, folder -> {
                Sink sink = name -> Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
                write(solved, settings.tolerance(), sink);
                var manifest = RunJson.of(solved, manifest(scenario, settings.tolerance(), progress.seconds()));
                Files.writeString(folder.resolve(Folder.MANIFEST), Json.text(manifest));
            });
            progress.wipe();
            var game = solved.solution().game();
            talk.say("Wrote " + Sentences.count(game.states, "state") + " and " + Sentences.count(game.plays(), "move")
                    + " to " + target + ".");
            return Exit.OK.code();
        }
    }

    private void write(Solved solved, double tolerance, Sink sink) throws java.io.IOException {
        var solution = solved.solution();
        var space = solved.structure().space();
        switch (format) {
            case CSV -> {
                var about = new LinkedHashMap<String, String>();
                about.put("version", Version.current());
                about.put("tolerance", Double.toString(tolerance));
                CsvExport.write(solution, space, about, sink);
            }
            case PRISM -> PrismExport.write(Chain.of(solution), space, sink);
        }
    }

    private RunJson.Run manifest(Scenario scenario, double tolerance, double seconds) {
        var words = new ArrayList<>(List.of("casus", "export", scenario.name(), "--format", format.toString()));
        if (!scenario.policy().equals(Policy.AS_IS)) {
            words.addAll(List.of("--policy", scenario.policy()));
        }
        input.settings().forEach(setting -> words.addAll(List.of("--set", setting)));
        if (tolerance != Settings.standard().tolerance()) {
            words.addAll(List.of("--tolerance", Double.toString(tolerance)));
        }
        words.add("DIR");
        String command = words.stream().map(ExportCommand::quoted).collect(Collectors.joining(" "));
        return new RunJson.Run(command, input.settings(), Answers.seed(scenario), tolerance, seconds);
    }

    /// A word as a POSIX shell takes it for one.
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=:,%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private boolean isScenario(String operand) {
        try {
            return operand.equals("-") || Files.exists(shelf.find(operand));
        } catch (Failure e) {
            return false;
        }
    }

    private static Path target(String operand) {
        try {
            return Path.of(operand);
        } catch (InvalidPathException e) {
            throw new Failure(Exit.USAGE, "“" + operand + "” cannot be the name of a folder.");
        }
    }
}
