package org.casus.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.casus.app.json.CompareJson;
import org.casus.app.json.Json;
import org.casus.app.run.Times;
import org.casus.app.text.CompareView;
import org.casus.scenario.Policy;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.study.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Policies side by side, each in the same worlds.
@Command(
        name = "compare",
        header = "Compare policies, each in the same worlds.",
        description = {
            "A world is one value for each judgement. Every policy is solved in every world: odds with their spread, "
                    + "what each policy changes, how much of that is there before the actors think again, in how many "
                    + "worlds it is the best, and the worst it can be regretted."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus compare my-crisis",
            "  casus compare my-crisis --policies no-pact,monitors --run runs/pact",
            "  casus compare my-crisis --json > compare.json",
            "",
            "Exit codes: 0 done, 2 usage, 3 errors in the scenario, 4 solved in no world,",
            "5 a file or the run folder, 70 Casus itself, 130 interrupted."
        })
final class CompareCommand implements Callable<Integer> {

    /// Of the horizon: what counts as soon after an agreement, unless told otherwise.
    private static final double SOON = 0.25;

    /// How many are drawn where nothing is said.
    private static final int WORLDS = 64;

    private final Talk talk;
    private final Shelf shelf;

    @Option(
            names = "--policies",
            paramLabel = "A,B",
            hideParamSyntax = true,
            split = ",",
            description = "The policies to compare with as-is (default: all).")
    private List<String> policies = List.of();

    @Option(
            names = "--recurs-within",
            paramLabel = "TIME",
            description = "For agreements, how soon after a signature fighting counts as recurring, in clock units or "
                    + "with a unit: '2 months' (default: a quarter of the horizon).")
    private Optional<String> recursWithin = Optional.empty();

    @Mixin
    private final StudyOptions options = new StudyOptions(WORLDS);

    CompareCommand(Talk talk, Shelf shelf) {
        this.talk = talk;
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws ScenarioException {
        try (Progress progress = options.solver.progress(talk)) {
            var file = options.file(talk, shelf);
            Scenario scenario = file.scenario();
            List<String> compared = compared(scenario);
            double within = within(scenario);
            var wanted = new Study.Wanted(compared, false, OptionalDouble.of(within));
            var command = new ArrayList<>(List.of("compare", options.asked()));
            if (!policies.isEmpty()) {
                command.addAll(List.of("--policies", String.join(",", policies)));
            }
            recursWithin.ifPresent(time -> command.addAll(List.of("--recurs-within", time)));
            String question = "compare " + String.join(", ", compared) + "; recurs within " + within;
            var done = new StudyWork(talk, file, options, progress).run(wanted, command, question);
            progress.wipe();
            talk.print(
                    options.json
                            ? Json.text(CompareJson.of(done.found(), done.facts()))
                            : talk.plain
                                    ? CompareView.plain(done.found(), talk.outStyle())
                                    : CompareView.of(done.found(), talk.outStyle()));
            if (done.found().comparison().orElseThrow().worlds() == 0) {
                talk.say(talk.errStyle().red("casus:") + " " + scenario.name()
                        + " is solved under all policies in no world.");
                return Exit.UNSOLVED.code();
            }
            return Exit.OK.code();
        }
    }

    private List<String> compared(Scenario scenario) {
        policies.forEach(id -> ScenarioInput.known(scenario, id.strip()));
        List<String> ids = policies.isEmpty()
                ? scenario.policies().stream().map(Policy::id).toList()
                : policies.stream().map(String::strip).distinct().toList();
        return ids.stream().filter(id -> !id.equals(Policy.AS_IS)).toList();
    }

    private double within(Scenario scenario) {
        double soon = SOON * scenario.clock().horizon();
        try {
            double[] times = recursWithin
                    .map(time -> Times.parse(time, scenario.clock().unit()))
                    .orElse(new double[] {soon});
            if (times.length != 1 || !(times[0] > 0)) {
                throw new IllegalArgumentException("It takes one time above 0.");
            }
            return times[0];
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.USAGE, "--recurs-within: " + e.getMessage());
        }
    }
}
