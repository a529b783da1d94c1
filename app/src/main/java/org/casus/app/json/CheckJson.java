package org.casus.app.json;

import java.util.List;
import org.casus.app.Version;
import org.casus.app.run.Extent;
import org.casus.app.run.Grounds;
import org.casus.scenario.Position;
import org.casus.scenario.Problem;
import org.casus.scenario.Scenario;
import org.casus.scenario.Warning;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `casus check --json`: one document, described in `docs/reference/json.md` and in
/// `check-1.schema.json`.
public final class CheckJson {

    public static final String FORMAT = "casus-check/1";

    private CheckJson() {}

    /// A scenario with errors.
    public static ObjectNode of(String asked, List<Problem> errors) {
        var document = start(asked);
        document.put("valid", false);
        document.set("errors", problems(errors));
        document.set("warnings", Json.array());
        return document;
    }

    /// A scenario without.
    public static ObjectNode of(Scenario scenario, Extent extent, List<Warning> warnings) {
        var document = start(scenario.name());
        document.put("valid", true);
        document.put("hash", scenario.hash());
        document.put("policy", scenario.policy());
        document.set("errors", Json.array());
        var array = Json.array();
        for (Warning warning : warnings) {
            var one = placed(warning.position());
            one.put("id", warning.id());
            one.put("found", warning.text());
            array.add(one);
        }
        document.set("warnings", array);
        document.set("counts", counts(scenario));
        document.set("judgements", judgements(Grounds.of(scenario.judgements())));
        var size = Json.object();
        size.put("combinations", extent.combinations());
        extent.structure()
                .ifPresentOrElse(
                        structure -> size.put("states", structure.space().size()), () -> size.putNull("states"));
        extent.structure()
                .filter(structure -> !scenario.alike().isEmpty())
                .ifPresent(structure -> size.put("boards", structure.space().boards()));
        extent.refusal().ifPresent(reason -> size.put("refused", reason));
        document.set("size", size);
        return document;
    }

    private static ObjectNode start(String scenario) {
        var document = Json.object();
        document.put("format", FORMAT);
        document.put("scenario", scenario);
        document.put("version", Version.current());
        return document;
    }

    static ArrayNode problems(List<Problem> problems) {
        var array = Json.array();
        for (Problem problem : problems) {
            var one = placed(problem.position());
            one.put("found", problem.found());
            one.put("legal", problem.legal());
            one.put("advice", problem.advice());
            array.add(one);
        }
        return array;
    }

    private static ObjectNode placed(Position position) {
        var placed = Json.object();
        placed.put("file", position.file());
        placed.put("line", position.line());
        placed.put("column", position.column());
        placed.put("length", position.length());
        return placed;
    }

    private static ObjectNode counts(Scenario scenario) {
        var counts = Json.object();
        counts.put("rows", scenario.rows().size());
        counts.put("actors", scenario.actors().size());
        counts.put("moves", scenario.moves().size());
        counts.put("chance", scenario.chance().size());
        counts.put("commitments", scenario.commitments().size());
        counts.put("agreements", scenario.agreements().size());
        counts.put("outcomes", scenario.outcomes().size());
        counts.put("policies", scenario.policies().size());
        counts.put("scores", scenario.scores().size());
        counts.put("claims", scenario.claims().size());
        counts.put("sources", scenario.sources().size());
        return counts;
    }

    private static ObjectNode judgements(Grounds grounds) {
        var judgements = Json.object();
        judgements.put("all", grounds.all());
        judgements.put("sourced", grounds.sourced());
        judgements.put("guesses", grounds.guesses());
        judgements.put("unsourced", grounds.unsourced());
        return judgements;
    }
}
