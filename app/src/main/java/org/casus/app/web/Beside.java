package org.casus.app.web;

import java.util.List;
import org.casus.app.json.MattersJson;
import org.casus.app.json.WhyJson;
import org.casus.app.run.Account;
import org.casus.app.run.Clean;
import org.casus.app.run.Matters;
import org.casus.app.run.StudyAnswer;
import org.casus.app.text.CardWords;
import org.casus.app.text.Effects;
import org.casus.app.text.ErrorWords;
import org.casus.app.text.MattersWords;
import org.casus.app.text.Verdicts;
import org.casus.app.text.WhyWords;
import org.casus.scenario.Score;
import org.casus.study.Study;
import org.casus.study.WorldResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What pages show beside the documents of the commands: the sentences that the brief and the terminal have, so that
/// one thing is said in one way, and worlds one by one, for strips of dots.
final class Beside {

    /// So many worlds are told one by one: the first of a sequence whose every beginning is spread evenly.
    static final int WORLDS = 128;

    private Beside() {}

    /// `casus why --json`, with sentences in `told`, `pivotal[]` and `decisions[]`.
    static ObjectNode paths(Account account) {
        ObjectNode document = WhyJson.of(account);
        var words = new WhyWords(account);
        var told = document.putObject("told");
        strings(told.putArray("finding"), words.finding(" It is the likeliest outcome."));
        var errors = new ErrorWords(account);
        strings(told.putArray("error"), errors.sentences());
        strings(told.putArray("undoings"), errors.undoings());
        for (int k = 0; k < account.stories().lines().size(); k++) {
            var line = account.stories().lines().get(k);
            var one = object(document, "storylines", k);
            one.put("told", words.detours(line));
            for (int step = 0; step < line.steps().size(); step++) {
                object(one, "steps", step).put("told", words.step(line.steps().get(step)));
            }
        }
        for (int k = 0; k < account.pivots().size(); k++) {
            var pivot = account.pivots().get(k);
            object(document, "pivotal", k).put("title", words.pivotTitle(pivot)).put("told", words.pivotSays(pivot));
        }
        var cards = new CardWords(account);
        for (int k = 0; k < account.cards().size(); k++) {
            var card = account.cards().get(k);
            object(document, "decisions", k)
                    .put("title", cards.title(card))
                    .put("where", cards.where(card))
                    .put("often", cards.odds(card))
                    .put("worth", cards.worth(card))
                    .put("turned", cards.flips(card));
        }
        return document;
    }

    /// `casus matters --json`, with sentences in `told`.
    static ObjectNode matters(Matters matters) {
        ObjectNode document = MattersJson.of(matters);
        var words = new MattersWords(matters);
        var told = document.putObject("told");
        told.put("title", Clean.text(matters.about().target().title()));
        told.put("unit", words.unit());
        told.put("most", words.most());
        strings(told.putArray("notes"), words.pageNotes());
        return document;
    }

    /// `casus test --json`, with what was found in words.
    static ObjectNode claims(ObjectNode document, StudyAnswer answer) {
        var claims = answer.study().claims();
        for (int k = 0; k < claims.size(); k++) {
            var verdict = answer.verdicts().get(k);
            var one = object(document, "claims", k);
            one.put(
                    "found",
                    Verdicts.effect(claims.get(k), verdict, answer.study().scenario()));
            strings(
                    one.putArray("notes"),
                    Verdicts.notes(verdict, answer.study().scenario()));
            one.put("line", claims.get(k).position().line());
        }
        return document;
    }

    /// `casus compare --json`, with the `measures` of scores and the worlds in `each`: the same worlds of every
    /// policy, in the same order.
    static ObjectNode policies(ObjectNode document, StudyAnswer answer) {
        var scenario = answer.study().scenario();
        var measures = document.putObject("measures");
        for (Score score : scenario.scores()) {
            measures.putObject(score.id())
                    .put("title", Clean.text(score.title()))
                    .put("says", Clean.text(score.text()))
                    .put("unit", Effects.unit(score.quantity(), scenario))
                    .put("odds", Effects.unit(score.quantity(), scenario).equals("in 100"));
        }
        var each = document.putObject("each");
        for (var side : answer.comparison().orElseThrow().policies()) {
            List<WorldResult> worlds = answer.counted(side.id());
            List<WorldResult> shown = worlds.subList(0, Math.min(WORLDS, worlds.size()));
            var policy = each.putObject(side.id());
            var outcomes = policy.putObject("outcomes");
            scenario.outcomes().forEach(outcome -> {
                var odds = outcomes.putArray(outcome.id());
                shown.forEach(world -> odds.add(world.outcomes()[outcome.index()]));
            });
            var scores = policy.putObject("scores");
            for (Score score : scenario.scores()) {
                int at = answer.study().labels(side.id()).indexOf(Study.score(score.id()));
                var values = scores.putArray(score.id());
                shown.forEach(world -> put(values, world.values()[at]));
            }
        }
        return document;
    }

    private static void put(ArrayNode values, double value) {
        if (Double.isFinite(value)) {
            values.add(value);
        } else {
            values.addNull();
        }
    }

    private static ObjectNode object(JsonNode parent, String list, int k) {
        return (ObjectNode) parent.get(list).get(k);
    }

    private static void strings(ArrayNode array, List<String> strings) {
        strings.forEach(array::add);
    }
}
