package org.casus.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.casus.app.run.Extent;
import org.casus.app.run.Situation;
import org.casus.app.run.Solved;
import org.casus.app.text.Construct;
import org.casus.app.text.JudgementList;
import org.casus.app.text.Overview;
import org.casus.app.text.SituationView;
import org.casus.game.SizeException;
import org.casus.game.Structure;
import org.casus.scenario.Nearest;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what a scenario compiled to.
@Command(
        name = "explain",
        header = "Show what a scenario means: what each construct compiled to, or one state solved.",
        description = {
            "Without more, an overview: rows, actors, commitments and when they are due, agreements, moves, chance. "
                    + "With NAME, one of these in full."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus explain nagorno-karabakh-2020",
            "  casus explain nagorno-karabakh-2020 csto",
            "  casus explain nagorno-karabakh-2020 \\",
            "      --state 'line=districts, war=truce, moscow=aloof'",
            "  casus explain my-crisis --judgements"
        })
final class ExplainCommand implements Callable<Integer> {

    private final Talk talk;
    private final Shelf shelf;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "[NAME]",
            hideParamSyntax = true,
            description = "What to explain: the name of a row, actor, commitment, agreement, move, event, outcome, "
                    + "policy, claim, place or source, or the path of a judgement.")
    private List<String> words = List.of();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Solve, and show one state: 'row=level, row=level' with the other rows as they start, a "
                    + "number, or start.")
    private Optional<String> state = Optional.empty();

    @Option(names = "--judgements", description = "List every number with its path, range, middle and source.")
    private boolean judgements;

    @Mixin
    private final ScenarioInput input = new ScenarioInput();

    @Mixin
    private final SolverOptions solver = new SolverOptions();

    ExplainCommand(Talk talk, Shelf shelf) {
        this.talk = talk;
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws ScenarioException {
        int questions = (words.isEmpty() ? 0 : 1) + (judgements ? 1 : 0) + (state.isPresent() ? 1 : 0);
        if (questions > 1) {
            throw new Failure(Exit.USAGE, "Ask for one thing: a NAME, --state or --judgements.");
        }
        Scenario scenario = input.read(input.asked(), talk, shelf);
        if (judgements) {
            talk.print(JudgementList.of(scenario, !talk.console.outTerminal(), talk.outStyle()));
        } else if (state.isPresent()) {
            return situation(scenario, state.get());
        } else if (words.isEmpty()) {
            talk.print(Overview.of(scenario, input.asked(), Extent.of(scenario).sentence(), talk.outStyle()));
        } else {
            talk.print(one(scenario, String.join(" ", words)));
        }
        return Exit.OK.code();
    }

    private String one(Scenario scenario, String name) {
        return Construct.of(scenario, name, talk.outStyle()).orElseThrow(() -> {
            var advice = new ArrayList<String>();
            Nearest.of(name, Construct.names(scenario)).ifPresent(near -> advice.add("Did you mean " + near + "?"));
            advice.add("casus explain " + input.asked() + " lists rows, actors, moves and the like; with --judgements, "
                    + "the paths of all numbers.");
            return new Failure(
                    Exit.USAGE, "The scenario " + scenario.name() + " has nothing called “" + name + "”.", advice);
        });
    }

    private int situation(Scenario read, String text) {
        // Who of alike actors does what is what it tells.
        Scenario scenario = read.withoutAlike();
        try (Progress progress = solver.progress(talk)) {
            var structure = Structure.compile(scenario);
            int number = StateWords.find(structure.space(), text);
            Solved solved = solver.solve(scenario, structure, progress);
            progress.wipe();
            if (solved.failure().isPresent()) {
                talk.say(talk.errStyle().red("casus:") + " " + scenario.name()
                        + " is not solved; the numbers below are no answer. "
                        + solved.failure().get());
            }
            var space = structure.space();
            var situation = Situation.of(solved.solution(), space, number);
            String outcome = scenario.outcomes().get(space.outcome(number)).title();
            talk.print(SituationView.of(scenario, situation, space.size(), outcome, talk.outStyle()));
            return (solved.failure().isEmpty() ? Exit.OK : Exit.UNSOLVED).code();
        } catch (SizeException e) {
            throw SolverOptions.tooLarge(scenario, e);
        }
    }
}
