package org.casus.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.casus.app.json.Json;
import org.casus.app.json.SolveJson;
import org.casus.app.run.Answer;
import org.casus.app.run.Answers;
import org.casus.app.run.Opinions;
import org.casus.app.run.Solved;
import org.casus.app.run.Times;
import org.casus.app.text.PlainView;
import org.casus.app.text.SolveView;
import org.casus.game.Structure;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Solves a scenario and shows how it may go on.
@Command(
        name = "solve",
        header = "Solve a scenario: how it may go on, with exact odds.",
        description = {
            "Every judgement takes its middle value; the odds are chance alone. What it finds goes to standard output, with "
                    + "its warnings; errors and progress go to standard error."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus solve nagorno-karabakh-2020",
            "  casus solve my-crisis --policy no-pact --at 2,4,13,26",
            "  casus solve my-crisis --set 'northland looks ahead=6 months' --json > run.json",
            "  casus solve - < scenario.yaml",
            "",
            "Exit codes: 0 solved, 2 usage, 3 errors in the scenario, 4 not solved (what",
            "is written is marked as partial), 5 a file, 70 Casus itself, 130 interrupted."
        })
final class SolveCommand implements Callable<Integer> {

    private final Talk talk;
    private final Shelf shelf;

    @Mixin
    private final ScenarioInput input = new ScenarioInput();

    @Mixin
    private final SolverOptions solver = new SolverOptions();

    @Option(
            names = "--at",
            paramLabel = "TIMES",
            description = "When to read the odds, in clock units or with units: --at 2,4,26 or --at '2 weeks,1 month'.")
    private Optional<String> at = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "STATES",
            description = "Most states to solve (default: 2,000,000). Ten million need 16 GB.")
    private Optional<Integer> limit = Optional.empty();

    @Option(
            names = "--quick",
            description = "Two to three times as fast, for a first look at a large board: does not make sure that the "
                    + "long game leads to the equilibrium it finds, and warns of that.")
    private boolean quick;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of random starts (default: from the scenario).")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--second-opinion",
            description = "Look for further equilibria: along the principal branch and from random starts.")
    private boolean secondOpinion;

    @Option(names = "--json", description = "Write one JSON document, as docs/reference/json.md describes it.")
    private boolean json;

    SolveCommand(Talk talk, Shelf shelf) {
        this.talk = talk;
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws ScenarioException {
        try (Progress progress = solver.progress(talk)) {
            var settings = solver.settings();
            ScenarioFile file = input.file(input.asked(), talk, shelf);
            Scenario scenario = input.edited(file);
            var questions = new Answers.Asked(
                    input.settings(),
                    times(scenario),
                    settings.threads(),
                    seed.orElseGet(() -> Answers.seed(scenario)),
                    settings.tolerance(),
                    input.without(file));
            Solved solved = solver.solve(scenario, limit(), quick, progress);
            Opinions opinions = secondOpinion && solved.failure().isEmpty()
                    ? Opinions.of(solved, questions, solver.settings(solved, progress))
                    : Opinions.none();
            progress.at(scenario.name() + ": odds over time");
            Answer answer = Answers.of(solved, questions, opinions, progress::seconds);
            progress.wipe();
            show(answer);
            return (answer.failure().isEmpty() ? Exit.OK : unsolved(answer)).code();
        }
    }

    private int limit() {
        int most = limit.orElse(Structure.DEFAULT_LIMIT);
        if (most < 1) {
            throw new Failure(Exit.USAGE, "--limit takes 1 and more, not " + most + ".");
        }
        return most;
    }

    private double[] times(Scenario scenario) {
        try {
            return at.isPresent() ? Times.parse(at.get(), scenario.clock().unit()) : Times.of(scenario.clock());
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.USAGE, "--at: " + e.getMessage());
        }
    }

    private void show(Answer answer) {
        if (json) {
            talk.print(Json.text(SolveJson.of(answer)));
        } else if (talk.plain) {
            talk.print(PlainView.of(answer, talk.outStyle()));
        } else {
            talk.print(SolveView.of(answer, talk.outStyle()));
        }
    }

    private Exit unsolved(Answer answer) {
        String reason = answer.failure().orElse("");
        talk.say(talk.errStyle().red("casus:") + " " + answer.about().scenario() + " is not solved. " + reason);
        talk.say("  What was written is a partial result, and marked so. Maybe its sharpness is too high for its "
                + "looks ahead, or costs are zero both ways.");
        return Exit.UNSOLVED;
    }
}
