package org.casus.app.json;

import java.util.List;
import org.casus.app.run.Account;
import org.casus.scenario.Scenario;
import org.casus.why.Blame;
import org.casus.why.Errors;
import org.casus.why.Sharper;
import org.casus.why.Undoing;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What `casus why --json` says of errors.
final class WhyErrorJson {

    private final Account account;
    private final Scenario scenario;

    /// @param account with errors
    WhyErrorJson(Account account) {
        this.account = account;
        scenario = account.about().scenario();
    }

    /// The object `error` of the document.
    ObjectNode node() {
        var node = Json.object();
        Errors errors = account.errors().orElseThrow();
        Blame blame = errors.blame().get(account.about().outcome().index());
        Json.put(node, "above", errors.above());
        Json.put(node, "odds", blame.odds());
        Json.put(node, "exact", blame.exact());
        Json.put(node, "slips", blame.slips());
        Json.put(node, "clear", blame.clear());
        Json.put(node, "share", blame.share());
        Json.put(node, "ofAll", errors.share());
        node.set("first", byActor(blame.first()));
        Json.put(node, "without", blame.without());
        node.set("withoutOf", byActor(blame.withoutOf()));
        var conduct = Json.array();
        errors.conduct().forEach(each -> {
            var one = Json.object();
            one.put("actor", scenario.actors().get(each.actor()).id());
            Json.put(one, "value", each.value());
            Json.put(one, "worth", each.worth());
            Json.put(one, "price", each.price());
            Json.put(one, "made", each.made());
            Json.put(one, "disadvantaged", each.disadvantaged());
            Json.put(one, "clear", each.clear());
            Json.put(one, "lost", each.lost());
            conduct.add(one);
        });
        node.set("conduct", conduct);
        account.sharper().ifPresentOrElse(way -> node.set("sharper", sharper(way)), () -> node.putNull("sharper"));
        account.undoings()
                .ifPresentOrElse(pairs -> node.set("undoings", undoings(pairs)), () -> node.putNull("undoings"));
        return node;
    }

    private ObjectNode byActor(List<Double> parts) {
        var node = Json.object();
        for (int actor = 0; actor < parts.size(); actor++) {
            Json.put(node, scenario.actors().get(actor).id(), parts.get(actor));
        }
        return node;
    }

    private ObjectNode sharper(Sharper sharper) {
        var node = Json.object();
        var steps = Json.array();
        for (Sharper.Step step : sharper.steps()) {
            var one = Json.object();
            Json.put(one, "times", step.times());
            Json.put(one, "odds", step.odds().get(account.about().outcome().index()));
            one.set("price", byActor(step.price()));
            steps.add(one);
        }
        node.set("steps", steps);
        Json.put(node, "reached", sharper.reached());
        node.put("lost", sharper.lost());
        return node;
    }

    private ArrayNode undoings(List<Undoing> pairs) {
        var all = Json.array();
        for (Undoing pair : pairs) {
            var one = Json.object();
            one.put("move", scenario.moves().get(pair.move()).id());
            one.put("by", scenario.moves().get(pair.by()).id());
            Json.put(one, "made", pair.made());
            Json.put(one, "undone", pair.undone());
            all.add(one);
        }
        return all;
    }
}
