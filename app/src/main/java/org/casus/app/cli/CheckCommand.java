package org.casus.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.casus.app.json.CheckJson;
import org.casus.app.json.Json;
import org.casus.app.run.Extent;
import org.casus.app.run.Warnings;
import org.casus.app.text.CheckView;
import org.casus.scenario.Lint;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.Warning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Reads a scenario and says what is wrong with it.
@Command(
        name = "check",
        header = "Say what is wrong with a scenario, all at once, and how large it is.",
        description = {
            "Errors go to standard error, each with its line and what would be right. Warnings are what will surprise: "
                    + "moves never open, levels never reached, costs that dwarf everything."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus check my-crisis",
            "  casus check my-crisis --policy no-pact --json",
            "",
            "Exit codes: 0 no errors, 3 errors, 4 no errors but too large a board to solve.",
            "Warnings alone do not fail."
        })
final class CheckCommand implements Callable<Integer> {

    private final Talk talk;
    private final Shelf shelf;

    @Mixin
    private final ScenarioInput input = new ScenarioInput();

    @Option(names = "--json", description = "Write one JSON document, as docs/reference/json.md describes it.")
    private boolean json;

    CheckCommand(Talk talk, Shelf shelf) {
        this.talk = talk;
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws ScenarioException {
        try {
            Scenario scenario = input.read(input.asked(), talk, shelf);
            Extent extent = Extent.of(scenario);
            List<Warning> warnings =
                    extent.structure().map(s -> Warnings.of(scenario, s)).orElseGet(() -> Lint.of(scenario));
            talk.print(
                    json
                            ? Json.text(CheckJson.of(scenario, extent, warnings))
                            : CheckView.of(scenario, extent, warnings, talk.outStyle()));
            return (extent.structure().isPresent() ? Exit.OK : Exit.UNSOLVED).code();
        } catch (ScenarioException e) {
            if (json) {
                talk.print(Json.text(CheckJson.of(input.asked(), e.problems())));
            }
            throw e;
        }
    }
}
