package org.casus.app.json;

import java.util.List;
import java.util.Optional;
import org.casus.app.run.Diff;
import org.casus.scenario.Change;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `casus diff --json`: one document, described in `docs/reference/json.md` and in `diff-1.schema.json`. Two
/// runs of one command write the same bytes.
public final class DiffJson {

    /// Rises when a field goes or changes its meaning, not when one is added.
    public static final String FORMAT = "casus-diff/1";

    private DiffJson() {}

    public static ObjectNode of(Diff diff) {
        var about = diff.about();
        var document = Json.object();
        document.put("format", FORMAT);
        document.put("version", about.version());
        document.set("before", side(about.before()));
        document.set("after", side(about.after()));
        document.put("policy", about.policy());
        document.set("settings", Json.strings(about.settings()));
        document.put("same", diff.changes().isEmpty());
        document.put("solved", diff.effects().isPresent());
        document.put("horizon", about.clock().horizon());
        document.put("unit", about.clock().unit().word());
        document.put("tolerance", about.tolerance());
        document.set("changes", changes(diff.changes()));
        var outcomes = Json.array();
        diff.effects().map(Diff.Effects::outcomes).orElse(List.of()).forEach(outcome -> {
            var one = Json.object();
            one.put("id", outcome.id());
            one.put("idAfter", outcome.after());
            one.put("title", outcome.title());
            Json.put(one, "before", outcome.oddsBefore());
            Json.put(one, "after", outcome.oddsAfter());
            outcomes.add(one);
        });
        document.set("outcomes", outcomes);
        diff.effects()
                .ifPresentOrElse(
                        effects -> document.set("total", result(effects.total(), effects.outcomes())),
                        () -> document.putNull("total"));
        document.set("steps", steps(diff));
        Optional<Diff.Split> interaction = diff.effects().flatMap(Diff.Effects::interaction);
        interaction.ifPresentOrElse(
                split -> document.set(
                        "interaction", split(split, diff.effects().orElseThrow().outcomes())),
                () -> document.putNull("interaction"));
        document.set("warnings", Json.strings(diff.warnings()));
        return document;
    }

    private static ObjectNode side(Diff.Side side) {
        var one = Json.object();
        one.put("asked", side.asked());
        one.put("scenario", side.scenario());
        one.put("title", side.title());
        one.put("hash", side.hash());
        return one;
    }

    private static ArrayNode changes(List<Change> changes) {
        var array = Json.array();
        for (Change change : changes) {
            var one = Json.object();
            one.put("about", change.about().word());
            one.put("owner", change.owner());
            one.put("path", change.path());
            one.put("kind", change.kind().word());
            one.put("judgement", change.judgement());
            one.put("touches", change.touch().word());
            written(one, "before", change.before());
            written(one, "after", change.after());
            array.add(one);
        }
        return array;
    }

    private static void written(ObjectNode change, String key, Optional<Change.Side> side) {
        if (side.isEmpty()) {
            change.putNull(key);
            return;
        }
        var one = Json.object();
        one.put("words", side.get().words());
        one.put("line", side.get().position().line());
        one.put("column", side.get().position().column());
        change.set(key, one);
    }

    private static ArrayNode steps(Diff diff) {
        var array = Json.array();
        diff.effects()
                .ifPresent(effects -> effects.steps().forEach(step -> {
                    var one = Json.object();
                    var places = Json.array();
                    step.changes().forEach(places::add);
                    one.set("changes", places);
                    one.put("toldApart", !step.rest());
                    one.set("effect", result(step.result(), effects.outcomes()));
                    array.add(one);
                }));
        return array;
    }

    private static ObjectNode result(Diff.Result result, List<Diff.Outcome> outcomes) {
        var one = Json.object();
        switch (result) {
            case Diff.Result.Nothing nothing -> one.put("moves", false);
            case Diff.Result.Untold untold -> {
                one.putNull("moves");
                one.put("reason", untold.reason());
            }
            case Diff.Result.Moves moves -> {
                one.put("moves", true);
                one.set("odds", split(moves.split(), outcomes));
                Json.put(one, "strayed", moves.strayed());
                one.set("newMoves", Json.strings(moves.newMoves()));
                one.set("goneMoves", Json.strings(moves.goneMoves()));
            }
        }
        return one;
    }

    private static ObjectNode split(Diff.Split split, List<Diff.Outcome> outcomes) {
        var odds = Json.object();
        for (int k = 0; k < outcomes.size(); k++) {
            var one = Json.object();
            Json.put(one, "total", split.total(k));
            Json.put(one, "direct", split.direct()[k]);
            Json.put(one, "strategic", split.strategic()[k]);
            odds.set(outcomes.get(k).id(), one);
        }
        return odds;
    }
}
