package org.casus.app.json;

import java.util.Locale;
import org.casus.app.run.Account;
import org.casus.scenario.Condition;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;
import org.casus.story.Change;
import org.casus.story.Lanes;
import org.casus.story.Maker;
import org.casus.story.Step;
import org.casus.story.Storyline;
import org.casus.why.Pivot;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `casus why --json`: one document, described in `docs/reference/json.md` and in `why-1.schema.json`. Two runs of
/// one command write the same bytes.
public final class WhyJson {

    /// Rises when a field goes or changes its meaning, not when one is added.
    public static final String FORMAT = "casus-why/1";

    private final Account account;
    private final Scenario scenario;

    private WhyJson(Account account) {
        this.account = account;
        scenario = account.about().scenario();
    }

    public static ObjectNode of(Account account) {
        return new WhyJson(account).document();
    }

    private ObjectNode document() {
        var about = account.about();
        var stories = account.stories();
        var document = Json.object();
        document.put("format", FORMAT);
        document.put("scenario", scenario.name());
        document.put("title", scenario.title());
        document.put("version", about.version());
        document.put("hash", scenario.hash());
        document.put("seed", about.seed());
        document.put("policy", scenario.policy());
        document.set("settings", Json.strings(about.settings()));
        about.board()
                .ifPresentOrElse(
                        board -> document.set("board", when(scenario, board)), () -> document.putNull("board"));
        document.put("unit", scenario.clock().unit().word());
        document.put("horizon", scenario.clock().horizon());
        document.put("tolerance", about.tolerance());
        Json.put(document, "residual", about.residual());
        document.put("states", about.states());
        document.put("outcome", about.outcome().id());
        document.put("likeliest", about.likeliest());
        Json.put(document, "odds", stories.odds());
        document.put("conditioned", true);
        document.put("runs", stories.runs().size());
        var lines = Json.array();
        stories.lines().forEach(line -> lines.add(storyline(line)));
        document.set("storylines", lines);
        Json.put(document, "other", stories.other());
        account.lanes().ifPresentOrElse(lanes -> document.set("lanes", lanes(lanes)), () -> document.putNull("lanes"));
        var pivotal = Json.array();
        account.pivots().forEach(pivot -> pivotal.add(pivot(pivot)));
        document.set("pivotal", pivotal);
        var decisions = Json.array();
        account.cards().forEach(card -> decisions.add(new WhyDecisionJson(account, card).node()));
        document.set("decisions", decisions);
        if (account.errors().isPresent()) {
            document.set("error", new WhyErrorJson(account).node());
        } else {
            document.putNull("error");
        }
        return document;
    }

    private ObjectNode lanes(Lanes lanes) {
        var one = Json.object();
        one.set("times", numbers(lanes.times()));
        var rows = Json.array();
        for (Row row : scenario.rows()) {
            var lane = Json.object();
            lane.put("row", row.id());
            lane.put("kind", row.kind().name().toLowerCase(Locale.ROOT));
            lane.set("levels", Json.strings(row.levels()));
            var share = Json.array();
            for (double[] at : lanes.share()[row.index()]) {
                share.add(numbers(at));
            }
            lane.set("share", share);
            rows.add(lane);
        }
        one.set("rows", rows);
        return one;
    }

    /// Shares of some thousand runs, and moments that are parts of the horizon: six digits tell all there is.
    private static ArrayNode numbers(double[] values) {
        var numbers = Json.array();
        for (double value : values) {
            numbers.add(Math.rint(value * 1e6) / 1e6);
        }
        return numbers;
    }

    private ObjectNode storyline(Storyline line) {
        var one = Json.object();
        Json.put(one, "share", line.share());
        Json.put(one, "exactly", line.exactly());
        var steps = Json.array();
        line.steps().forEach(step -> steps.add(step(step)));
        one.set("steps", steps);
        var detours = Json.array();
        line.detours().forEach(detour -> {
            var node = change(detour.what());
            Json.put(node, "times", detour.times());
            detours.add(node);
        });
        one.set("detours", detours);
        return one;
    }

    private ObjectNode step(Step step) {
        var one = Json.object();
        Json.put(one, "t", step.t());
        Json.put(one, "early", step.early());
        Json.put(one, "late", step.late());
        one.put("by", by(step.by().getFirst().maker()));
        one.put(
                "what",
                String.join(" and ", step.what().stream().map(this::words).toList()));
        var changes = Json.array();
        step.what().forEach(change -> changes.add(change(change)));
        one.set("changes", changes);
        if (step.agreement().isPresent()) {
            one.put(
                    "agreement",
                    scenario.agreements().get(step.agreement().getAsInt()).id());
        } else {
            one.putNull("agreement");
        }
        var makers = Json.array();
        step.by().forEach(by -> {
            var maker = Json.object();
            maker.put("by", by(by.maker()));
            maker.put("move", move(by.maker()));
            Json.put(maker, "share", by.share());
            makers.add(maker);
        });
        one.set("makers", makers);
        Json.put(one, "lift", step.lift());
        return one;
    }

    private String words(Change change) {
        var row = scenario.rows().get(change.row());
        return row.id() + " to " + row.levels().get(change.to());
    }

    private ObjectNode change(Change change) {
        var row = scenario.rows().get(change.row());
        var one = Json.object();
        one.put("row", row.id());
        one.put("from", row.levels().get(change.from()));
        one.put("to", row.levels().get(change.to()));
        return one;
    }

    private String by(Maker maker) {
        return switch (maker) {
            case Maker.Actor(int actor, int move) ->
                scenario.actors().get(actor).id();
            case Maker.Chance(int event) -> "chance";
        };
    }

    private String move(Maker maker) {
        return switch (maker) {
            case Maker.Actor(int actor, int move) -> scenario.moves().get(move).id();
            case Maker.Chance(int event) -> scenario.chance().get(event).id();
        };
    }

    private ObjectNode pivot(Pivot pivot) {
        var one = Json.object();
        one.put("actor", scenario.actors().get(pivot.actor()).id());
        one.put("move", scenario.moves().get(pivot.move()).id());
        one.set("when", when(scenario, pivot.condition()));
        Json.put(one, "effect", pivot.effect());
        Json.put(one, "share", pivot.share());
        Json.put(one, "weight", pivot.weight());
        Json.put(one, "made", pivot.made());
        Json.put(one, "without", pivot.without());
        return one;
    }

    /// Rows with the levels on which they stand; none for everywhere.
    static ObjectNode when(Scenario scenario, Condition condition) {
        var when = Json.object();
        if (condition instanceof Condition.All all) {
            for (Condition each : all.operands()) {
                if (each instanceof Condition.On(int row, long levels)) {
                    var names = Json.array();
                    for (int level = 0;
                            level < scenario.rows().get(row).levels().size();
                            level++) {
                        if ((levels >>> level & 1) != 0) {
                            names.add(scenario.rows().get(row).levels().get(level));
                        }
                    }
                    when.set(scenario.rows().get(row).id(), names);
                }
            }
        }
        return when;
    }
}
