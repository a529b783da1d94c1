package org.casus.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.casus.app.Version;
import org.casus.app.json.DiffJson;
import org.casus.app.json.Json;
import org.casus.app.run.Clean;
import org.casus.app.run.Diff;
import org.casus.app.run.DiffRun;
import org.casus.app.run.Solved;
import org.casus.app.text.DiffPlainView;
import org.casus.app.text.DiffView;
import org.casus.game.SizeException;
import org.casus.game.Structure;
import org.casus.scenario.Change;
import org.casus.scenario.Edits;
import org.casus.scenario.Policy;
import org.casus.scenario.Revision;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.casus.study.Shifts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says how two scenarios differ in meaning, and what that does to the odds.
@Command(
        name = "diff",
        header = "Say what changed between two scenarios, by meaning, and what it does to the odds.",
        description = {
            "Comments, layout and the order of keys are no change. Each change is put into A alone and solved: what it "
                    + "does directly, everybody going on as planned, and because the actors think again. All odds are "
                    + "at the horizon, every judgement at its middle. With --policy and --set both are read under the "
                    + "same policy and settings."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus diff old.yaml new.yaml",
            "  casus diff nagorno-karabakh-2020 my-edit.yaml --max 3",
            "  casus diff old.yaml new.yaml --policy no-pact",
            "  git show HEAD:crisis.yaml | casus diff - crisis.yaml --no-solve",
            "",
            "Exit codes: 0 done, 1 they differ and --exit-code was given, 2 usage, 3 errors in",
            "a scenario, 4 one of them is not solved, 5 a file, 70 Casus itself,",
            "130 interrupted."
        })
final class DiffCommand implements Callable<Integer> {

    private static final String WHICH =
            "A file, a folder with a scenario.yaml, - for standard input, or the name of a shipped scenario.";

    private final Talk talk;
    private final Shelf shelf;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "The scenario before. " + WHICH,
            completionCandidates = ShippedNames.class)
    private String first = "";

    @Parameters(
            index = "1",
            paramLabel = "B",
            description = "The scenario after.",
            completionCandidates = ShippedNames.class)
    private String second = "";

    @Option(
            names = "--policy",
            paramLabel = "ID",
            description = "Put a policy of both scenarios in force, by its name in A (as-is is none of them).")
    private Optional<String> policy = Optional.empty();

    @Mixin
    private final SetOption set = new SetOption();

    @Option(names = "--no-solve", description = "Say what changed and not what it does: takes moments.")
    private boolean noSolve;

    @Option(
            names = "--max",
            paramLabel = "N",
            description = "Tell at most so many changes apart, in the order of the file, a solve each; the others are "
                    + "put in together (default: 20).")
    private int max = 20;

    @Option(names = "--exit-code", description = "End with exit code 1 if they differ in meaning, 0 if they do not.")
    private boolean exitCode;

    @Mixin
    private final SolverOptions solver = new SolverOptions();

    @Option(names = "--json", description = "Write one JSON document, as docs/reference/json.md describes it.")
    private boolean json;

    DiffCommand(Talk talk, Shelf shelf) {
        this.talk = talk;
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws ScenarioException {
        try (Progress progress = solver.progress(talk)) {
            if (max < 0) {
                throw new Failure(Exit.USAGE, "--max takes 0 or more, not " + max + ".");
            }
            if (first.equals("-") && second.equals("-")) {
                throw new Failure(Exit.USAGE, "Only one of the two can come from standard input.");
            }
            solver.settings();
            List<ScenarioFile> files = files();
            policy.ifPresent(id -> ScenarioInput.known(files.get(0).scenario(), id));
            var edits = new Edits(policy, set.read(files.get(0).scenario()), List.of(), List.of());
            Revision revision = Revision.of(files.get(0), files.get(1), edits);
            List<Change> changes = revision.changes();
            var about = about(revision.before(), revision.after());
            boolean game = changes.stream().anyMatch(change -> change.touch() == Change.Touch.GAME);
            Optional<DiffRun.Told> told = noSolve || !game ? Optional.empty() : told(revision, about, progress);
            progress.wipe();
            show(new Diff(
                    about,
                    changes,
                    told.map(DiffRun.Told::effects),
                    told.map(DiffRun.Told::warnings).orElse(List.of())));
            if (told.isPresent() && told.get().effects().total() instanceof Diff.Result.Untold untold) {
                talk.say(talk.errStyle().red("casus:") + " " + second + " has no odds: " + untold.reason() + ".");
                return Exit.UNSOLVED.code();
            }
            return (exitCode && !changes.isEmpty() ? Exit.DIFFERS : Exit.OK).code();
        }
    }

    /// Both files.
    ///
    /// @throws ScenarioException with everything that is wrong with either
    private List<ScenarioFile> files() throws ScenarioException {
        ScenarioFile before;
        try {
            before = Operand.file(first, talk, shelf);
        } catch (ScenarioException mine) {
            try {
                Operand.file(second, talk, shelf);
            } catch (ScenarioException other) {
                throw mine.and(other);
            }
            throw mine;
        }
        return List.of(before, Operand.file(second, talk, shelf));
    }

    private Diff.About about(Scenario before, Scenario after) {
        return new Diff.About(
                Version.current(),
                side(first, before),
                side(second, after),
                before.clock(),
                after.clock(),
                solver.settings().tolerance(),
                !noSolve,
                policy.orElse(Policy.AS_IS),
                set.asGiven());
    }

    private static Diff.Side side(String asked, Scenario scenario) {
        return new Diff.Side(asked, scenario.name(), Clean.text(scenario.title()), scenario.hash());
    }

    /// What the changes do; empty if both files are one game.
    private Optional<DiffRun.Told> told(Revision revision, Diff.About about, Progress progress) {
        double from = progress.seconds();
        Structure mine = compiled(revision.before(), progress);
        Structure other = compiled(revision.after(), progress);
        if (Shifts.same(mine, other)) {
            return Optional.empty();
        }
        Solved before = solved(first, revision.before(), mine, progress);
        Solved after = solved(second, revision.after(), other, progress);
        var line = new String[] {""};
        var settings = solver.settings().withProgress((phase, horizon, residual, rest) -> progress.at(line[0]));
        DiffRun.Watcher watcher = (what, done, all) -> {
            double left = (progress.seconds() - from) / done * (all - done);
            line[0] = String.format(Locale.ROOT, "%s: %s, %s", about.after().scenario(), what, Progress.left(left));
            progress.at(line[0]);
        };
        return Optional.of(DiffRun.of(revision, before, after, max, settings, watcher));
    }

    private static Structure compiled(Scenario scenario, Progress progress) {
        try {
            progress.at(scenario.name() + ": compiling");
            return Structure.compile(scenario);
        } catch (SizeException e) {
            throw SolverOptions.tooLarge(scenario, e);
        }
    }

    private Solved solved(String asked, Scenario scenario, Structure structure, Progress progress) {
        Solved solved = solver.solve(scenario, structure, progress);
        if (solved.failure().isPresent()) {
            throw new Failure(
                    Exit.UNSOLVED,
                    asked + " is not solved, so there is no saying what the changes do. "
                            + solved.failure().get(),
                    "casus solve " + asked + " shows how far it went.",
                    "casus diff --no-solve says what changed.");
        }
        return solved;
    }

    private void show(Diff diff) {
        if (json) {
            talk.print(Json.text(DiffJson.of(diff)));
        } else if (talk.plain) {
            talk.print(DiffPlainView.of(diff, talk.outStyle()));
        } else {
            talk.print(DiffView.of(diff, talk.outStyle()));
        }
    }
}
