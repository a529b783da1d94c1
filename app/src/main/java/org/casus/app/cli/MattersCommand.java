package org.casus.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.casus.app.json.Json;
import org.casus.app.json.MattersJson;
import org.casus.app.run.Answers;
import org.casus.app.run.Matters;
import org.casus.app.run.MattersRun;
import org.casus.app.run.Target;
import org.casus.app.text.MattersPlainView;
import org.casus.app.text.MattersView;
import org.casus.scenario.Nearest;
import org.casus.scenario.Outcome;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.Score;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says which judgements matter to an outcome.
@Command(
        name = "matters",
        header = "Say which judgements matter to an outcome, and what would be worth finding out.",
        description = {
            "The slope of the outcome's odds by every judgement, everyone re-thinking, and what each judgement could do "
                    + "over its range. With --worlds also how the spread over many worlds divides among the "
                    + "judgements, how much of it rests on guesses, and what learning each would be worth."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus matters nagorno-karabakh-2020 --outcome dictated-peace",
            "  casus matters my-crisis --outcome wider-war --worlds 256",
            "  casus matters my-crisis --outcome wider-war --policy no-pact --json",
            "",
            "Exit codes: 0 done, 2 usage, 3 errors in the scenario, 4 not solved, 5 a file,",
            "70 Casus itself, 130 interrupted."
        })
final class MattersCommand implements Callable<Integer> {

    private static final int MOST = 1_000_000;

    private final Talk talk;
    private final Shelf shelf;

    @Mixin
    private final ScenarioInput input = new ScenarioInput();

    @Option(
            names = "--outcome",
            paramLabel = "ID",
            description = "The outcome whose odds at the horizon are asked about.")
    private Optional<String> outcome = Optional.empty();

    @Option(names = "--score", paramLabel = "ID", description = "A score to ask about instead.")
    private Optional<String> score = Optional.empty();

    @Option(
            names = "--worlds",
            paramLabel = "N",
            description = "Worlds to draw, one value for each judgement in each, every one solved (default: 0, slopes "
                    + "alone). Powers of two are the most even; below 128 little is told apart.")
    private int worlds;

    @Option(
            names = "--verify",
            negatable = true,
            description = "Solve the ten widest bars again at both ends of their ranges, or do not (default: with "
                    + "--worlds, and on small boards).")
    private Optional<Boolean> verify = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the draws (default: from the scenario).")
    private Optional<Long> seed = Optional.empty();

    @Mixin
    private final SolverOptions solver = new SolverOptions();

    @Option(names = "--json", description = "Write one JSON document, as docs/reference/json.md describes it.")
    private boolean json;

    MattersCommand(Talk talk, Shelf shelf) {
        this.talk = talk;
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws ScenarioException {
        try (Progress progress = solver.progress(talk)) {
            if (worlds < 0 || worlds > MOST) {
                throw new Failure(Exit.USAGE, "--worlds takes 0 to " + MOST + ", not " + worlds + ".");
            }
            var settings = solver.settings();
            ScenarioFile file = input.file(input.asked(), talk, shelf);
            Scenario scenario = input.edited(file);
            Target target = target(scenario);
            var solved = solver.solve(scenario, progress);
            if (solved.failure().isPresent()) {
                throw new Failure(
                        Exit.UNSOLVED,
                        scenario.name() + " is not solved with every judgement at its middle, so it has no slopes. "
                                + solved.failure().get(),
                        "casus solve " + input.asked() + " shows how far it went.");
            }
            var asked = new MattersRun.Asked(
                    input.settings(), target, worlds, verify, seed.orElseGet(() -> Answers.seed(file.scenario())));
            Matters matters = MattersRun.of(
                    solved, file.scenario(), asked, settings, what -> progress.at(scenario.name() + ": " + what));
            progress.wipe();
            show(matters);
            boolean none = matters.spread()
                    .filter(spread -> spread.failed() == spread.worlds())
                    .isPresent();
            if (none) {
                talk.say(talk.errStyle().red("casus:") + " " + scenario.name() + " is solved in none of the worlds.");
            }
            return (none ? Exit.UNSOLVED : Exit.OK).code();
        }
    }

    private void show(Matters matters) {
        if (json) {
            talk.print(Json.text(MattersJson.of(matters)));
        } else if (talk.plain) {
            talk.print(MattersPlainView.of(matters, talk.outStyle()));
        } else {
            talk.print(MattersView.of(matters, talk.outStyle()));
        }
    }

    private Target target(Scenario scenario) {
        var outcomes = scenario.outcomes().stream().map(Outcome::id).toList();
        var scores = scenario.scores().stream().map(Score::id).toList();
        if (outcome.isPresent() == score.isPresent()) {
            throw new Failure(
                    Exit.USAGE,
                    outcome.isPresent()
                            ? "Ask for one thing: --outcome or --score."
                            : "Matters to what? Say --outcome ID.",
                    list("outcomes", outcomes),
                    list("scores", scores));
        }
        return outcome.flatMap(id -> Target.outcome(scenario, id))
                .or(() -> score.flatMap(id -> Target.score(scenario, id)))
                .orElseThrow(() -> outcome.isPresent()
                        ? unknown(scenario, "outcome", outcome.get(), outcomes)
                        : unknown(scenario, "score", score.orElseThrow(), scores));
    }

    /// Refuses an outcome that `scenario` does not have.
    static void known(Scenario scenario, String id) {
        var ids = scenario.outcomes().stream().map(Outcome::id).toList();
        if (!ids.contains(id)) {
            throw unknown(scenario, "outcome", id, ids);
        }
    }

    private static Failure unknown(Scenario scenario, String kind, String id, List<String> ids) {
        var advice = new ArrayList<String>();
        Nearest.of(id, ids).ifPresent(near -> advice.add("Did you mean " + near + "?"));
        advice.add(list(kind + "s", ids));
        return new Failure(
                Exit.USAGE, "The scenario " + scenario.name() + " has no " + kind + " “" + id + "”.", advice);
    }

    private static String list(String kind, List<String> ids) {
        return ids.isEmpty() ? "It has no " + kind + "." : "Its " + kind + ": " + String.join(", ", ids) + ".";
    }
}
