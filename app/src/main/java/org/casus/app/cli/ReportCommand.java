package org.casus.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.casus.app.report.Brief;
import org.casus.app.run.Answer;
import org.casus.app.run.Answers;
import org.casus.app.run.Matters;
import org.casus.app.run.MattersRun;
import org.casus.app.run.Opinions;
import org.casus.app.run.Solved;
import org.casus.app.run.StudyAnswer;
import org.casus.app.run.Target;
import org.casus.app.run.Times;
import org.casus.scenario.Policy;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.casus.study.Ensemble;
import org.casus.study.Study;
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

    /// Fewer worlds than this do not tell judgements apart; slopes do.
    private static final int ENOUGH = 64;

    private final Talk talk;
    private final Shelf shelf;

    @Mixin
    private final Operand operand = new Operand();

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
    private final WorldsOptions worlds = new WorldsOptions();

    @Mixin
    private final SetOption set = new SetOption();

    @Mixin
    private final SolverOptions solver = new SolverOptions();

    ReportCommand(Talk talk, Shelf shelf) {
        this.talk = talk;
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws ScenarioException {
        files.refuse();
        try (Progress progress = solver.progress(talk)) {
            var asIs = Operand.file(operand.asked(), talk, shelf);
            ScenarioFile file = asIs.always(set.read(asIs.scenario()));
            var scenario = file.scenario();
            outcomes.forEach(id -> MattersCommand.known(scenario, id.strip()));
            List<String> policies = compared.policies(scenario);
            double within = compared.within(scenario);
            // The middle world first: where that is not solved there is nothing to wait for.
            Solved solved = solver.solve(scenario, progress);
            if (solved.failure().isPresent()) {
                throw new Failure(
                        Exit.UNSOLVED,
                        scenario.name() + " is not solved with every judgement at its middle, and nothing was written. "
                                + solved.failure().get(),
                        "casus solve " + operand.asked() + " shows how far it went.");
            }
            var command = new ArrayList<>(List.of("report", operand.asked()));
            command.addAll(compared.words());
            String question = "report " + String.join(", ", policies) + "; recurs within " + within;
            var wanted = new Study.Wanted(policies, true, OptionalDouble.of(within));
            StudyAnswer study = new StudyWork(talk, file, set, worlds, solver, progress)
                    .run(wanted, command, question)
                    .answer();
            if (study.comparison().orElseThrow().worlds() == 0) {
                throw new Failure(
                        Exit.UNSOLVED,
                        scenario.name() + " is solved under all policies in no world, and nothing was written.",
                        "casus compare " + operand.asked() + " shows what fails.");
            }
            progress.at(scenario.name() + ": odds over time");
            Answer middle = middle(solved, study);
            List<Matters> matters = new ArrayList<>();
            for (Target target : targets(study, solved)) {
                matters.add(matters(solved, study, target, progress));
            }
            var brief = Brief.of(study, middle, matters, again(study));
            progress.wipe();
            files.write(brief, talk).forEach(talk::say);
            return Exit.OK.code();
        }
    }

    private Answer middle(Solved solved, StudyAnswer study) {
        var settings = solver.settings();
        var clock = solved.scenario().clock();
        var asked = new Answers.Asked(
                set.asGiven(),
                Times.even(clock),
                settings.threads(),
                study.about().seed(),
                settings.tolerance(),
                List.of());
        return Answers.of(solved, asked, Opinions.none(), () -> 0);
    }

    /// The outcomes asked for, or the likeliest one in the median world.
    private List<Target> targets(StudyAnswer study, Solved solved) {
        var endings = solved.scenario().outcomes();
        var odds = study.comparison().orElseThrow().policies().getFirst().outcomes();
        List<String> ids = outcomes.isEmpty()
                ? endings.stream()
                        .max(Comparator.comparingDouble(
                                ending -> odds.get(ending.index()).median()))
                        .map(ending -> List.of(ending.id()))
                        .orElseThrow()
                : outcomes.stream().map(String::strip).distinct().toList();
        return ids.stream()
                .map(id -> Target.outcome(solved.scenario(), id).orElseThrow())
                .toList();
    }

    /// What matters to `target`, with what the worlds say where there are enough of them: they are solved.
    private Matters matters(Solved solved, StudyAnswer study, Target target, Progress progress) {
        var about = study.about();
        double[] known = about.worlds() < ENOUGH ? new double[0] : new double[about.worlds()];
        Arrays.fill(known, Double.NaN);
        if (known.length > 0) {
            study.results().stream()
                    .filter(result -> result.variant().equals(Policy.AS_IS) && result.world() != Ensemble.CENTRAL)
                    .forEach(result -> known[result.world()] = target.in(result));
        }
        var asked = new MattersRun.Asked(set.asGiven(), target, known.length, Optional.of(true), about.seed());
        return MattersRun.of(
                solved,
                solved.scenario(),
                asked,
                solver.settings(),
                known,
                what -> progress.at(solved.scenario().name() + ": " + target.id() + ", " + what));
    }

    /// The command that makes the same brief, whatever the machine and the places of files.
    private String again(StudyAnswer study) {
        var about = study.about();
        var words = new ArrayList<>(List.of("casus", "report", about.scenario()));
        if (!outcomes.isEmpty()) {
            words.addAll(List.of("--outcome", String.join(",", outcomes)));
        }
        words.addAll(compared.words());
        words.addAll(worlds.words(about.seed()));
        about.settings().forEach(setting -> words.addAll(List.of("--set", setting)));
        words.addAll(List.of("--tolerance", Double.toString(about.tolerance()).replace(".0E", "e")));
        return words.stream().map(ExportCommand::quoted).collect(Collectors.joining(" "));
    }
}
