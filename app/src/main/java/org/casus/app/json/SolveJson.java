package org.casus.app.json;

import java.util.List;
import java.util.Locale;
import org.casus.app.run.Answer;
import org.casus.app.run.Prospects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `casus solve --json`: one document, described in `docs/reference/json.md` and in
/// `solve-1.schema.json`. `seconds` is the only field in which two runs of one command may
/// differ.
public final class SolveJson {

    /// Rises when a field goes or changes its meaning, not when one is added.
    public static final String FORMAT = "casus-solve/1";

    private SolveJson() {}

    public static ObjectNode of(Answer answer) {
        var about = answer.about();
        var figures = answer.figures();
        var document = Json.object();
        document.put("format", FORMAT);
        document.put("scenario", about.scenario());
        document.put("title", about.title());
        document.put("question", about.question());
        document.put("version", about.version());
        document.put("hash", about.hash());
        document.put("seed", about.seed());
        document.put("policy", about.policy());
        document.set("settings", Json.strings(about.settings()));
        document.put("choice", about.choice().name().toLowerCase(Locale.ROOT));
        document.put("asOf", about.asOf().toString());
        document.put("unit", about.clock().unit().word());
        document.put("horizon", about.clock().horizon());
        document.put("judgements", about.grounds().all());
        document.put("guesses", about.grounds().guesses());
        document.put("unsourced", about.grounds().unsourced());
        document.put("tolerance", about.tolerance());
        document.put("solved", answer.failure().isEmpty());
        answer.failure().ifPresent(reason -> document.put("reason", reason));
        document.put("states", answer.size().states());
        document.put("moves", answer.size().moves());
        document.put("transitions", answer.size().transitions());
        Json.put(document, "residual", figures.residual());
        Json.put(document, "payoffGap", figures.payoffGap());
        Json.put(document, "valueError", figures.valueError());
        Json.put(document, "oddsError", figures.oddsError());
        document.put("equilibria", 1 + answer.others().size());
        document.put("secondOpinion", answer.lookedForOthers());
        document.put("iterations", figures.iterations());
        document.set("work", work(figures));
        document.put("seconds", figures.seconds());
        var atHorizon =
                answer.outcomes().stream().mapToDouble(Answer.Ending::odds).toArray();
        document.set("outcomes", outcomes(answer, atHorizon));
        document.set("titles", titles(answer));
        document.set("over", over(answer));
        document.set("coming", coming(answer));
        document.set("next", next(answer.prospects().next()));
        document.set("spent", spent(answer));
        document.set("played", played(answer.played()));
        document.set("scores", scores(answer.scores()));
        document.set("others", others(answer));
        document.set("tried", Json.strings(answer.secondOpinion().tried()));
        document.set("warnings", Json.strings(answer.warnings()));
        return document;
    }

    private static ObjectNode work(Answer.Figures figures) {
        var work = Json.object();
        work.put("steps", figures.steps());
        work.put("refused", figures.refused());
        work.put("newton", figures.newton());
        work.put("products", figures.products());
        Json.put(work, "settled", figures.settled());
        return work;
    }

    private static ObjectNode outcomes(Answer answer, double[] odds) {
        var outcomes = Json.object();
        for (int k = 0; k < odds.length; k++) {
            Json.put(outcomes, answer.outcomes().get(k).id(), odds[k]);
        }
        return outcomes;
    }

    private static ObjectNode titles(Answer answer) {
        var titles = Json.object();
        answer.outcomes().forEach(outcome -> titles.put(outcome.id(), outcome.title()));
        return titles;
    }

    private static ArrayNode over(Answer answer) {
        var over = Json.array();
        for (var moment : answer.over()) {
            var at = Json.object();
            at.put("t", moment.t());
            at.set("outcomes", outcomes(answer, moment.outcomes()));
            var rows = Json.object();
            for (int row = 0; row < answer.rows().size(); row++) {
                var board = answer.rows().get(row);
                rows.set(board.id(), levels(board, moment.rows()[row]));
            }
            at.set("rows", rows);
            over.add(at);
        }
        return over;
    }

    private static ObjectNode coming(Answer answer) {
        var all = Json.object();
        var coming = answer.prospects().coming();
        for (int k = 0; k < coming.size(); k++) {
            var one = Json.object();
            Json.put(one, "ever", coming.get(k).ever());
            Json.put(one, "atAll", coming.get(k).atAll());
            Json.put(one, "expectedWait", coming.get(k).waiting());
            Json.put(one, "first", coming.get(k).first());
            Json.put(one, "expectedTime", coming.get(k).time());
            all.set(answer.outcomes().get(k).id(), one);
        }
        return all;
    }

    private static ObjectNode next(Prospects.Next next) {
        var one = Json.object();
        one.put("start", next.start());
        Json.put(one, "none", next.none());
        Json.put(one, "expectedWait", next.waiting());
        return one;
    }

    private static ObjectNode spent(Answer answer) {
        var rows = Json.object();
        var onLevels = answer.prospects().onLevels();
        for (int row = 0; row < onLevels.length; row++) {
            rows.set(answer.rows().get(row).id(), levels(answer.rows().get(row), onLevels[row]));
        }
        return rows;
    }

    private static ObjectNode levels(Answer.Board board, double[] numbers) {
        var levels = Json.object();
        for (int level = 0; level < numbers.length; level++) {
            Json.put(levels, board.levels().get(level), numbers[level]);
        }
        return levels;
    }

    private static ArrayNode played(List<Answer.Played> moves) {
        var played = Json.array();
        for (var move : moves) {
            var one = Json.object();
            one.put("actor", move.actor());
            one.put("move", move.move());
            Json.put(one, "expectedTimes", move.expectedTimes());
            Json.put(one, "atDisadvantage", move.atDisadvantage());
            played.add(one);
        }
        return played;
    }

    private static ObjectNode scores(List<Answer.Scored> scores) {
        var all = Json.object();
        for (var score : scores) {
            var one = Json.object();
            one.put("title", score.title());
            one.put("is", score.quantity());
            one.put("in", score.unit());
            Json.put(one, "value", score.value());
            all.set(score.id(), one);
        }
        return all;
    }

    private static ArrayNode others(Answer answer) {
        var others = Json.array();
        for (var other : answer.others()) {
            var one = Json.object();
            one.put("found", other.how());
            Json.put(one, "payoffGap", other.payoffGap());
            one.set("outcomes", outcomes(answer, other.odds()));
            others.add(one);
        }
        return others;
    }
}
