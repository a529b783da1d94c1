package org.casus.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.casus.app.json.CompareJson;
import org.casus.app.json.Json;
import org.casus.app.text.CompareView;
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

    /// How many are drawn where nothing is said.
    private static final int WORLDS = 64;

    private final Talk talk;
    private final Shelf shelf;

    @Mixin
    private final PolicyOptions compared = new PolicyOptions();

    @Mixin
    private final StudyOptions options = new StudyOptions(WORLDS);

    @Option(names = "--json", description = "Write one JSON document, as docs/reference/json.md describes it.")
    private boolean json;

    CompareCommand(Talk talk, Shelf shelf) {
        this.talk = talk;
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws ScenarioException {
        try (Progress progress = options.solver.progress(talk)) {
            var file = options.file(talk, shelf);
            Scenario scenario = file.scenario();
            List<String> policies = compared.policies(scenario);
            double within = compared.within(scenario);
            var wanted = new Study.Wanted(policies, false, OptionalDouble.of(within));
            var command = new ArrayList<>(List.of("compare", options.asked()));
            command.addAll(compared.words());
            String question = "compare " + String.join(", ", policies) + "; recurs within " + within;
            var done = new StudyWork(talk, file, options, progress).run(wanted, command, question);
            progress.wipe();
            talk.print(
                    json
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
}
