package org.casus.app.json;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.casus.app.run.Account;
import org.casus.app.run.Account.Card;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.why.Flip;
import org.casus.why.Flips;
import org.casus.why.Option;
import org.casus.why.Split;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A decision of `casus why --json`: what was chosen against what, for whose sake, and what would turn it.
final class WhyDecisionJson {

    /// What stands for making no move.
    private static final String WAIT = "wait";

    private final Account account;
    private final Scenario scenario;
    private final Card card;

    WhyDecisionJson(Account account, Card card) {
        this.account = account;
        this.card = card;
        scenario = account.about().scenario();
    }

    ObjectNode node() {
        var one = Json.object();
        one.put("actor", scenario.actors().get(card.decision().actor()).id());
        one.set("when", WhyJson.when(scenario, card.when()));
        if (card.step().isPresent()) {
            one.put("step", card.step().getAsInt());
            Json.put(
                    one,
                    "t",
                    account.stories()
                            .lines()
                            .getFirst()
                            .steps()
                            .get(card.step().getAsInt())
                            .t());
        } else {
            one.putNull("step");
            one.putNull("t");
        }
        one.put("chosen", name(card.chosen().move()));
        one.put("against", name(card.against().move()));
        Json.put(one, "odds", card.chosen().odds());
        Json.put(one, "difference", card.difference());
        var split = Json.array();
        for (Split.Part part : card.split().parts()) {
            var each = Json.object();
            each.put("interest", part.interest().name());
            each.put("kind", part.interest().kind().name().toLowerCase(Locale.ROOT));
            Json.put(each, "points", part.points());
            split.add(each);
        }
        one.set("split", split);
        Json.put(one, "margin", card.decision().margin());
        one.put("close", card.close());
        one.put("asked", card.flips().isPresent());
        flips(one);
        one.set("options", options());
        return one;
    }

    private String name(OptionalInt move) {
        return move.isPresent() ? scenario.moves().get(move.getAsInt()).id() : WAIT;
    }

    private ArrayNode options() {
        var options = Json.array();
        for (Option option : card.decision().options()) {
            var one = Json.object();
            one.put("move", name(option.move()));
            Json.put(one, "odds", option.odds());
            Json.put(one, "value", option.value());
            Json.put(one, "advantage", option.advantage());
            options.add(one);
        }
        return options;
    }

    /// The smallest change that turns it, and the others that do.
    private void flips(ObjectNode one) {
        List<Flip.Turn> turns = card.flips().map(Flips::turns).orElse(List.of());
        if (turns.isEmpty()) {
            one.putNull("flips");
        } else {
            one.set("flips", turn(turns.getFirst()));
        }
        var all = Json.array();
        turns.forEach(turn -> all.add(turn(turn)));
        one.set("turns", all);
        List<Flip.Beyond> beyond = card.flips().map(Flips::beyond).orElse(List.of());
        one.set("beyond", names(beyond.stream().filter(Flip.Beyond::tested).toList()));
        one.set("lost", names(card.flips().map(Flips::lost).orElse(List.of())));
    }

    private static ArrayNode names(List<? extends Flip> flips) {
        return Json.strings(
                flips.stream().map(flip -> flip.judgements().getFirst().id()).toList());
    }

    private static ObjectNode turn(Flip.Turn turn) {
        var node = Json.object();
        Judgement judgement = turn.judgements().getFirst();
        node.put("judgement", judgement.id());
        Json.put(node, "value", turn.value().getFirst());
        Json.put(node, "now", turn.now().getFirst());
        Json.put(node, "low", judgement.low());
        Json.put(node, "high", judgement.high());
        node.set(
                "together",
                Json.strings(turn.judgements().stream().map(Judgement::id).toList()));
        Json.put(node, "difference", turn.difference());
        return node;
    }
}
