package org.casus.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.casus.app.report.BriefRun;
import org.casus.app.report.BriefRun.Found;
import org.casus.app.run.Solved;
import org.casus.app.run.StudyRun;
import org.casus.app.store.StudyTables;
import org.casus.equilibrium.NotSolvedException;
import org.casus.scenario.Outcome;
import org.casus.scenario.Policy;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.casus.study.Study;
import org.casus.study.Variant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes the brief on a scenario.
@Command(
        name = "report",
        header = "Write the brief: one file to send, with odds, policies, claims and sources.",
        description = {
            "Solves the scenario, compares its policies and tests its claims over many worlds, finds what the odds hang "
                    + "on, and writes all of it as one HTML file that opens from disk without a network, or as Markdown."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus report my-crisis -o brief.html",
            "  casus report my-crisis --worlds 256 --run runs/brief -o brief.html",
            "  casus report my-crisis -o brief.md --pictures figures --bib brief.bib",
            "",
            "Exit codes: 0 done, 2 usage, 3 errors in the scenario, 4 not solved, 5 a file or",
            "the run folder, 70 Casus itself, 130 interrupted."
        })
final class ReportCommand implements Callable<Integer> {

    /// How many are drawn where nothing is said.
    private static final int WORLDS = 64;

    private final Talk talk;
    private final Shelf shelf;

    @Mixin
    private final ReportFiles files = new ReportFiles();

    @Option(
            names = "--outcome",
            paramLabel = "A,B",
            hideParamSyntax = true,
            split = ",",
            description = "The outcomes of which to say what matters (default: the likeliest).")
    private List<String> outcomes = List.of();

    @Mixin
    private final PolicyOptions compared = new PolicyOptions();

    @Mixin
    private final StudyOptions options = new StudyOptions(WORLDS);

    ReportCommand(Talk talk, Shelf shelf) {
        this.talk = talk;
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws ScenarioException {
        files.refuse(options.worlds().folder());
        try (Progress progress = options.solver.progress(talk)) {
            ScenarioFile file = options.file(talk, shelf);
            Scenario scenario = file.scenario();
            var endings = scenario.outcomes().stream().map(Outcome::id).toList();
            outcomes.forEach(id -> MattersCommand.known(scenario, "outcome", id.strip(), endings));
            List<String> policies = compared.policies(scenario);
            double within = compared.within(scenario);
            var wanted = new Study.Wanted(policies, true, OptionalDouble.of(within));
            var work = new StudyWork(talk, file, options, progress);
            Study study = work.compiled(() -> Study.of(file, wanted));
            // The middle world first: where that is not solved there is nothing to wait for.
            Solved solved = middle(study, progress);
            var asked = options.asked(scenario, wanted, true);
            var run = new BriefRun(study, solved, asked, outcomes);
            var topic = new StudyWork.Topic<Found>(
                    command(),
                    "report " + String.join(", ", policies) + "; recurs within " + within,
                    run::worlds,
                    Found::study,
                    told -> StudyTables.of(told.study()));
            Found told = work.run(asked, topic).found();
            if (told.unsolved()) {
                throw new Failure(
                        Exit.UNSOLVED,
                        scenario.name() + " is solved under all policies in no world, and nothing was written.",
                        "casus compare " + options.asked() + " shows what fails.");
            }
            var brief = run.brief(
                    told,
                    options.solver.settings(solved, progress),
                    again(scenario, asked),
                    what -> progress.at(scenario.name() + ": " + what),
                    e -> untold(scenario, e));
            progress.wipe();
            files.write(brief, talk).forEach(talk::say);
            return Exit.OK.code();
        }
    }

    private Solved middle(Study study, Progress progress) {
        Variant asIs = study.variant(Policy.AS_IS);
        Solved solved = options.solver.solve(asIs.scenario(), asIs.structure(), progress);
        if (solved.failure().isPresent()) {
            throw new Failure(
                    Exit.UNSOLVED,
                    study.scenario().name() + " is not solved with every judgement at its middle, and nothing was "
                            + "written. " + solved.failure().get(),
                    "casus solve " + options.asked() + " shows how far it went.");
        }
        return solved;
    }

    private void untold(Scenario scenario, NotSolvedException e) {
        talk.say(talk.errStyle().yellow("casus:") + " The brief does not tell how it may unfold: what the values of "
                + scenario.name() + " are made of cannot be found as accurately as asked. " + e.getMessage());
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of("report", options.asked()));
        command.addAll(words());
        return command;
    }

    /// The options of its own, as typed.
    private List<String> words() {
        var words = new ArrayList<String>();
        if (!outcomes.isEmpty()) {
            words.addAll(List.of("--outcome", String.join(",", outcomes)));
        }
        words.addAll(compared.words());
        return words;
    }

    /// The command that makes the same brief, whatever the machine and the places of files.
    private String again(Scenario scenario, StudyRun.Asked asked) {
        var words = new ArrayList<>(List.of("casus", "report", scenario.name()));
        words.addAll(words());
        words.addAll(options.words(asked));
        return words.stream().map(ExportCommand::quoted).collect(Collectors.joining(" "));
    }
}
