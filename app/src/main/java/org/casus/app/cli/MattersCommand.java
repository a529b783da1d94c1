package org.casus.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.casus.app.json.Json;
import org.casus.app.json.MattersJson;
import org.casus.app.run.Matters;
import org.casus.app.run.MattersRun;
import org.casus.app.run.Solved;
import org.casus.app.run.Target;
import org.casus.app.store.MattersTables;
import org.casus.app.text.MattersPlainView;
import org.casus.app.text.MattersView;
import org.casus.game.SizeException;
import org.casus.scenario.Claim;
import org.casus.scenario.Nearest;
import org.casus.scenario.Outcome;
import org.casus.scenario.Policy;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.Score;
import org.casus.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says which judgements matter to an outcome.
@Command(
        name = "matters",
        header = "Say which judgements matter to an outcome, and what would be worth finding out.",
        description = {
            "The slope of the outcome's odds by every judgement, everyone re-thinking, and what each judgement could do "
                    + "over its range. With --worlds (below 128 little is told apart) also how the spread over many "
                    + "worlds divides among the judgements, how much of it rests on guesses, and what learning each "
                    + "would be worth."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus matters nagorno-karabakh-2020 --outcome dictated-peace",
            "  casus matters my-crisis --outcome wider-war --worlds 256 --run runs/war",
            "  casus matters my-crisis --claim deal-holds",
            "  casus matters my-crisis --outcome wider-war --policy no-pact --json",
            "",
            "Exit codes: 0 done, 2 usage, 3 errors in the scenario, 4 not solved, 5 a file",
            "or the run folder, 70 Casus itself, 130 interrupted."
        })
final class MattersCommand implements Callable<Integer> {

    private final Talk talk;
    private final Shelf shelf;

    @Option(
            names = "--outcome",
            paramLabel = "ID",
            description = "The outcome whose odds at the horizon are asked about.")
    private Optional<String> outcome = Optional.empty();

    @Option(names = "--score", paramLabel = "ID", description = "A score to ask about instead.")
    private Optional<String> score = Optional.empty();

    @Option(
            names = "--claim",
            paramLabel = "ID",
            description = "A claim to ask about instead: its quantity, or how far its two sides are apart, each under "
                    + "what the claim says.")
    private Optional<String> claim = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "ID",
            description = "Put one of the scenario's policies in force (as-is is none of them).")
    private Optional<String> policy = Optional.empty();

    @Option(
            names = "--verify",
            negatable = true,
            description = "Solve the ten widest bars again at both ends of their ranges, or do not (default: with "
                    + "--worlds, and on small boards).")
    private Optional<Boolean> verify = Optional.empty();

    @Mixin
    private final StudyOptions options = new StudyOptions(0);

    @Option(names = "--json", description = "Write one JSON document, as docs/reference/json.md describes it.")
    private boolean json;

    MattersCommand(Talk talk, Shelf shelf) {
        this.talk = talk;
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws ScenarioException {
        try (Progress progress = options.solver.progress(talk)) {
            var file = options.file(talk, shelf);
            Scenario scenario = file.scenario();
            refuse(scenario);
            var work = new StudyWork(talk, file, options, progress);
            Study study = work.compiled(() -> study(file));
            Target target = target(study);
            Map<String, Solved> middles = middles(study, target, progress);
            var run = options.asked(scenario, Study.Wanted.test(), false);
            var asked = new MattersRun.Asked(run, target, verify);
            var topic = new StudyWork.Topic<MattersRun.Found>(
                    command(),
                    question(target),
                    (settings, ledger, watcher) -> MattersRun.of(study, middles, asked, settings, ledger, watcher),
                    MattersRun.Found::answer,
                    MattersTables::of);
            Matters matters = work.run(run, topic).found().matters();
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

    private List<String> command() {
        var command = new ArrayList<>(List.of("matters", options.asked()));
        outcome.ifPresent(id -> command.addAll(List.of("--outcome", id)));
        score.ifPresent(id -> command.addAll(List.of("--score", id)));
        claim.ifPresent(id -> command.addAll(List.of("--claim", id)));
        policy.ifPresent(id -> command.addAll(List.of("--policy", id)));
        verify.ifPresent(yes -> command.add(yes ? "--verify" : "--no-verify"));
        return command;
    }

    private String question(Target target) {
        return "matters to " + target.kind().name().toLowerCase(Locale.ROOT) + " " + target.id()
                + (target.kind() == Target.Kind.CLAIM ? "" : " under " + policy.orElse(Policy.AS_IS))
                + verify.map(yes -> yes ? ", re-solved" : ", not re-solved").orElse("");
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

    /// Refuses what asks for nothing, for two things at once, or for what is not there.
    private void refuse(Scenario scenario) {
        var outcomes = scenario.outcomes().stream().map(Outcome::id).toList();
        var scores = scenario.scores().stream().map(Score::id).toList();
        var claims = scenario.claims().stream()
                .filter(one -> one.test().isPresent())
                .map(Claim::id)
                .toList();
        long asked =
                Stream.of(outcome, score, claim).filter(Optional::isPresent).count();
        if (asked != 1) {
            throw new Failure(
                    Exit.USAGE,
                    asked > 1
                            ? "Ask for one thing: --outcome, --score or --claim."
                            : "Matters to what? Say --outcome ID.",
                    list("outcomes", outcomes),
                    list("scores", scores),
                    list("claims", claims));
        }
        policy.ifPresent(id -> ScenarioInput.known(scenario, id));
        if (claim.isPresent() && policy.isPresent()) {
            throw new Failure(Exit.USAGE, "A claim says itself what it is read under: --claim goes without --policy.");
        }
        outcome.ifPresent(id -> known(scenario, "outcome", id, outcomes));
        score.ifPresent(id -> known(scenario, "score", id, scores));
        scenario.claims().stream()
                .filter(one -> claim.filter(one.id()::equals).isPresent())
                .flatMap(one -> one.untestable().stream())
                .findFirst()
                .ifPresent(reason -> {
                    throw new Failure(
                            Exit.USAGE,
                            "The claim " + claim.orElseThrow() + " has no test: " + reason,
                            list("claims", claims));
                });
        claim.ifPresent(id -> known(scenario, "claim", id, claims));
    }

    /// Refuses what `scenario` does not have.
    static void known(Scenario scenario, String kind, String id, List<String> ids) {
        if (!ids.contains(id)) {
            throw unknown(scenario, kind, id, ids);
        }
    }

    private Study study(ScenarioFile file) throws ScenarioException, SizeException {
        Optional<Claim> asked = file.scenario().claims().stream()
                .filter(one -> claim.filter(one.id()::equals).isPresent())
                .findFirst();
        return asked.isPresent()
                ? Study.about(file, asked.get())
                : Study.about(file, new Claim.Setting.Under(policy.orElse(Policy.AS_IS)));
    }

    private Target target(Study study) {
        Scenario scenario = study.variants().getFirst().scenario();
        return outcome.flatMap(id -> Target.outcome(scenario, id))
                .or(() -> score.flatMap(id -> Target.score(scenario, id)))
                .or(() -> claim.flatMap(id -> Target.claim(study, id)))
                .orElseThrow();
    }

    /// What is to be solved before there are slopes.
    private Map<String, Solved> middles(Study study, Target target, Progress progress) {
        var middles = new LinkedHashMap<String, Solved>();
        for (String id : target.variants()) {
            var variant = study.variant(id);
            var solved = options.solver.solve(variant.scenario(), variant.structure(), progress);
            if (solved.failure().isPresent()) {
                throw new Failure(
                        Exit.UNSOLVED,
                        study.scenario().name() + (id.equals(Policy.AS_IS) ? "" : ", " + id + ",")
                                + " is not solved with every judgement at its middle, so it has no slopes. "
                                + solved.failure().get(),
                        "casus solve " + options.asked() + " shows how far it went.");
            }
            middles.put(id, solved);
        }
        return middles;
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
