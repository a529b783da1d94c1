package org.casus.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.casus.app.json.Json;
import org.casus.app.json.WhyJson;
import org.casus.app.run.Account;
import org.casus.app.run.AccountRun;
import org.casus.app.run.Answers;
import org.casus.app.run.Solved;
import org.casus.app.text.WhyView;
import org.casus.equilibrium.NotSolvedException;
import org.casus.scenario.Nearest;
import org.casus.scenario.Outcome;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.why.Errors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells how an outcome comes about, who decides it, what was close, and how much of it is error.
@Command(
        name = "why",
        header = "Tell how an outcome comes about: its storylines, who decides it, what is error.",
        description = {
            "Storylines come from runs drawn on condition that they end so, which is exact however rare the outcome is. "
                    + "Then the decisions that carry its odds; decisions laid open by interest, with what would turn "
                    + "them; and how much of it is error. Everything with each judgement at its middle."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus why nagorno-karabakh-2020 --outcome great-power-war --quick",
            "  casus why my-crisis --outcome wider-war --policy no-pact",
            "  casus why my-crisis --state 'border=quiet' --quick",
            "  casus why my-crisis --outcome wider-war --json > why.json",
            "",
            "Exit codes: 0 done, 2 usage, 3 errors in the scenario, 4 not solved, 5 a file,",
            "70 Casus itself, 130 interrupted."
        })
final class WhyCommand implements Callable<Integer> {

    private static final int MOST_RUNS = 200_000;
    private static final double SHARPEST = 64;

    private final Talk talk;
    private final Shelf shelf;

    @Option(
            names = "--outcome",
            paramLabel = "ID",
            description = "The outcome to account for, by its id or title (default: the likeliest).")
    private Optional<String> outcome = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Lay open every actor's decision on one board instead of those of the largest storyline: "
                    + "'row=level, row=level' with the other rows as they start, a number, or start.")
    private Optional<String> state = Optional.empty();

    @Mixin
    private final ScenarioInput input = new ScenarioInput();

    @Option(
            names = "--quick",
            description = "Leave out what needs more games solved: what would turn a decision, sharper play, and moves "
                    + "that undo each other.")
    private boolean quick;

    @Option(
            names = "--error-above",
            paramLabel = "POINTS",
            description = "A move that falls short of its actor's best by more is a clear error (default: 0.5).")
    private double above = Errors.CLEAR;

    @Option(
            names = "--sharper",
            paramLabel = "TIMES",
            description =
                    "Follow the odds with every point weighing up to so many times as much (κ, the logarithm of sharpness), doubling (default: 2; 1 for "
                            + "not at all).")
    private double sharper = 2;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "Runs from which storylines are made (default: " + AccountRun.RUNS + ").")
    private int runs = AccountRun.RUNS;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the runs (default: from the scenario).")
    private Optional<Long> seed = Optional.empty();

    @Mixin
    private final SolverOptions solver = new SolverOptions();

    @Option(names = "--json", description = "Write one JSON document, as docs/reference/json.md describes it.")
    private boolean json;

    WhyCommand(Talk talk, Shelf shelf) {
        this.talk = talk;
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws ScenarioException {
        refuse();
        try (Progress progress = solver.progress(talk)) {
            // Who of alike actors does what is what it tells.
            Scenario scenario = input.read(input.asked(), talk, shelf).withoutAlike();
            Optional<Outcome> of = outcome.map(name -> find(scenario, name));
            Solved solved = solver.solve(scenario, progress);
            if (solved.failure().isPresent()) {
                throw new Failure(
                        Exit.UNSOLVED,
                        scenario.name() + " is not solved, so nothing can be said of why. "
                                + solved.failure().get(),
                        "casus solve " + input.asked() + " shows how far it went.");
            }
            OptionalInt board = state.isPresent()
                    ? OptionalInt.of(StateWords.find(solved.structure().space(), state.get()))
                    : OptionalInt.empty();
            var asked = new AccountRun.Asked(
                    input.settings(),
                    of,
                    board,
                    runs,
                    seed.orElseGet(() -> Answers.seed(scenario)),
                    above,
                    sharper,
                    quick);
            tell(scenario, new AccountRun(solved, asked, solver.settings(solved, progress)), progress);
            return Exit.OK.code();
        }
    }

    /// The stories are shown at once, the rest when it is there; as JSON all in one.
    private void tell(Scenario scenario, AccountRun run, Progress progress) {
        progress.at(scenario.name() + ": stories");
        Account how = run.how();
        if (!json) {
            progress.wipe();
            talk.print(WhyView.how(how, talk.outStyle(), talk.plain));
        }
        try {
            Account account = run.why(how, what -> progress.at(scenario.name() + ": " + what));
            progress.wipe();
            talk.print(json ? Json.text(WhyJson.of(account)) : WhyView.why(account, talk.outStyle(), talk.plain));
        } catch (NotSolvedException e) {
            throw new Failure(
                    Exit.UNSOLVED,
                    "What the values of " + scenario.name() + " are made of cannot be found as accurately as asked: "
                            + e.getMessage(),
                    "Try a larger --tolerance.");
        }
    }

    private void refuse() {
        if (!(above >= 1e-3 && above <= 1e6)) {
            throw new Failure(Exit.USAGE, "--error-above takes 0.001 points or more, not " + above + ".");
        }
        if (!(sharper >= 1 && sharper <= SHARPEST)) {
            throw new Failure(Exit.USAGE, "--sharper takes 1 to 64, not " + sharper + ".");
        }
        if (runs < 1 || runs > MOST_RUNS) {
            throw new Failure(Exit.USAGE, "--runs takes 1 to " + MOST_RUNS + ", not " + runs + ".");
        }
    }

    private static Outcome find(Scenario scenario, String name) {
        return scenario.outcomes().stream()
                .filter(one -> one.id().equals(name))
                .findFirst()
                .or(() -> scenario.outcomes().stream()
                        .filter(one -> one.title().equalsIgnoreCase(name.strip()))
                        .findFirst())
                .orElseThrow(() -> unknown(scenario, name));
    }

    private static Failure unknown(Scenario scenario, String name) {
        List<String> ids = scenario.outcomes().stream().map(Outcome::id).toList();
        var names = new ArrayList<>(ids);
        scenario.outcomes().forEach(one -> names.add(one.title()));
        var advice = new ArrayList<String>();
        Nearest.of(name, names).ifPresent(near -> advice.add("Did you mean " + near + "?"));
        advice.add("Its outcomes: " + String.join(", ", ids) + ".");
        return new Failure(Exit.USAGE, "The scenario " + scenario.name() + " has no outcome “" + name + "”.", advice);
    }
}
