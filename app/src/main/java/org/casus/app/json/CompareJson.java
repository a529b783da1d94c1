package org.casus.app.json;

import org.casus.app.run.Clean;
import org.casus.app.run.RunFacts;
import org.casus.app.run.StudyAnswer;
import org.casus.study.Comparison;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `casus compare --json`: one document, described in `docs/reference/json.md` and in `compare-1.schema.json`.
public final class CompareJson {

    /// Rises when a field goes or changes its meaning, not when one is added.
    public static final String FORMAT = "casus-compare/1";

    private CompareJson() {}

    public static ObjectNode of(StudyAnswer answer, RunFacts facts) {
        Comparison comparison = answer.comparison().orElseThrow();
        var document = StudyJson.head(FORMAT, answer);
        document.put("compared", comparison.worlds());
        var titles = Json.object();
        answer.study().scenario().outcomes().forEach(o -> titles.put(o.id(), Clean.text(o.title())));
        document.set("titles", titles);
        var policies = Json.array();
        comparison.policies().forEach(side -> policies.add(policy(comparison, side)));
        document.set("policies", policies);
        document.set("differences", differences(comparison));
        answer.about()
                .recursWithin()
                .ifPresentOrElse(
                        within -> document.put("recursWithin", within), () -> document.putNull("recursWithin"));
        StudyJson.facts(document, facts);
        return document;
    }

    private static ObjectNode policy(Comparison comparison, Comparison.Side side) {
        var policy = Json.object();
        policy.put("id", side.id());
        policy.put("title", Clean.text(side.title()));
        policy.set("outcomes", StudyJson.bands(comparison.outcomes(), side.outcomes()));
        policy.set("scores", StudyJson.bands(comparison.scores(), side.scores()));
        var first = side.merits().getFirst();
        policy.put("judge", first.judge());
        Json.put(policy, "bestInShare", first.bestInShare());
        Json.put(policy, "worstRegret", first.worstRegret());
        var merits = Json.array();
        for (Comparison.Merit merit : side.merits()) {
            var one = Json.object();
            one.put("judge", merit.judge());
            Json.put(one, "bestInShare", merit.bestInShare());
            Json.put(one, "worstRegret", merit.worstRegret());
            if (merit.worstIn() < 0) {
                one.putNull("worstIn");
            } else {
                one.put("worstIn", merit.worstIn());
            }
            merits.add(one);
        }
        policy.set("merits", merits);
        effect(policy, comparison, side);
        policy.set("agreements", deals(side));
        return policy;
    }

    /// Empty for the scenario as it is: nothing differs from itself.
    private static void effect(ObjectNode policy, Comparison comparison, Comparison.Side side) {
        policy.set(
                "plansHeld",
                side.effect()
                        .map(effect -> StudyJson.bands(comparison.outcomes(), effect.plansHeld()))
                        .orElseGet(Json::object));
        policy.set(
                "rethink",
                side.effect()
                        .map(effect -> StudyJson.bands(comparison.outcomes(), effect.rethink()))
                        .orElseGet(Json::object));
        policy.set(
                "scoresPlansHeld",
                side.effect()
                        .map(effect -> StudyJson.bands(comparison.scores(), effect.scoresHeld()))
                        .orElseGet(Json::object));
        policy.set(
                "scoresRethink",
                side.effect()
                        .map(effect -> StudyJson.bands(comparison.scores(), effect.scoresRethink()))
                        .orElseGet(Json::object));
        side.effect()
                .ifPresentOrElse(
                        effect -> policy.set("unplanned", StudyJson.band(effect.strayed())),
                        () -> policy.putNull("unplanned"));
    }

    private static ObjectNode deals(Comparison.Side side) {
        var deals = Json.object();
        for (Comparison.DealBands deal : side.deals()) {
            var one = Json.object();
            one.set("signed", StudyJson.band(deal.signed()));
            one.set("stillFighting", StudyJson.band(deal.stillFighting()));
            one.set("recurs", StudyJson.band(deal.recurs()));
            deals.set(deal.agreement(), one);
        }
        return deals;
    }

    private static ArrayNode differences(Comparison comparison) {
        var differences = Json.array();
        for (Comparison.Difference difference : comparison.differences()) {
            var one = Json.object();
            one.put("policy", difference.policy());
            one.put("against", difference.against());
            var outcomes = Json.object();
            for (int k = 0; k < comparison.outcomes().size(); k++) {
                var band = StudyJson.band(difference.outcomes().get(k));
                Json.put(band, "more", difference.outcomesMore().get(k));
                outcomes.set(comparison.outcomes().get(k), band);
            }
            one.set("outcomes", outcomes);
            var scores = Json.object();
            for (int k = 0; k < comparison.scores().size(); k++) {
                var band = StudyJson.band(difference.scores().get(k));
                Json.put(band, "more", difference.scoresMore().get(k));
                scores.set(comparison.scores().get(k), band);
            }
            one.set("scores", scores);
            differences.add(one);
        }
        return differences;
    }
}
