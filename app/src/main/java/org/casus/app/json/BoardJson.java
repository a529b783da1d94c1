package org.casus.app.json;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.casus.app.Version;
import org.casus.app.live.Board;
import org.casus.app.live.Mover;
import org.casus.app.live.Movers;
import org.casus.app.run.Clean;
import org.casus.scenario.Judgement;
import org.casus.scenario.Outcome;
import org.casus.scenario.Scenario;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the Board shows: one document, described in `openapi.yaml`, which the API serves.
public final class BoardJson {

    private BoardJson() {}

    /// @param file hash of the file's text, with nothing set
    /// @param serial of the question
    /// @param seconds it took
    public static ObjectNode of(Board board, String file, long serial, double seconds) {
        Scenario scenario = board.scenario();
        var document = Json.object();
        document.put("scenario", scenario.name());
        document.put("version", Version.current());
        document.put("hash", scenario.hash());
        document.put("file", file);
        var view = Json.object();
        view.put("policy", board.view().policy());
        view.set("set", Json.strings(board.view().set()));
        document.set("view", view);
        document.put("serial", serial);
        document.put("stage", board.stage().name().toLowerCase(Locale.ROOT));
        document.put("solved", true);
        board.figures()
                .ifPresentOrElse(
                        figures -> Json.put(document, "residual", figures.residual()),
                        () -> document.putNull("residual"));
        board.elsewhere()
                .ifPresentOrElse(other -> document.put("elsewhere", other), () -> document.putNull("elsewhere"));
        document.set("horizon", horizon(board));
        document.set("outcomes", outcomes(board));
        document.set("base", numbers(board.base()));
        document.set("asIs", numbers(board.asIs()));
        board.held().ifPresentOrElse(odds -> document.set("held", numbers(odds)), () -> document.putNull("held"));
        document.put("dots", dots(board));
        document.set("over", over(board.over()));
        document.put("sentence", board.sentence());
        document.set("because", Json.strings(board.because()));
        var warnings = Json.array();
        if (board.elsewhere().orElse(false)) {
            warnings.add("With all care this ends at another equilibrium than moving things by hand had led to. What "
                    + "stands here is the one found with care.");
        }
        document.set("warnings", warnings);
        document.put("seconds", seconds);
        return document;
    }

    /// What moves an outcome of `scenario`.
    public static ObjectNode of(Scenario scenario, Movers movers) {
        var document = Json.object();
        document.put("scenario", scenario.name());
        document.put("hash", scenario.hash());
        document.put("outcome", movers.outcome());
        var array = Json.array();
        for (Mover mover : movers.movers()) {
            Judgement judgement = mover.judgement();
            var one = Json.object();
            one.put("path", judgement.id());
            Json.put(one, "low", judgement.low());
            Json.put(one, "high", judgement.high());
            Json.put(one, "middle", judgement.middle());
            one.put("guess", judgement.isGuess());
            Json.put(one, "swing", 100 * mover.swing());
            array.add(one);
        }
        document.set("movers", array);
        return document;
    }

    private static ObjectNode horizon(Board board) {
        var horizon = Json.object();
        horizon.put("t", board.scenario().clock().horizon());
        horizon.put("words", board.horizon());
        return horizon;
    }

    private static ArrayNode outcomes(Board board) {
        var array = Json.array();
        for (Outcome outcome : board.scenario().outcomes()) {
            var one = Json.object();
            one.put("id", outcome.id());
            one.put("title", Clean.text(outcome.title()));
            one.put("letter", board.letter(outcome.index()));
            Json.put(one, "odds", board.odds()[outcome.index()]);
            array.add(one);
        }
        return array;
    }

    private static ArrayNode numbers(double[] numbers) {
        var array = Json.array();
        for (double number : numbers) {
            array.add(number);
        }
        return array;
    }

    private static String dots(Board board) {
        return Arrays.stream(board.dots()).mapToObj(board::letter).collect(Collectors.joining());
    }

    private static ArrayNode over(List<Board.Moment> over) {
        var array = Json.array();
        for (Board.Moment moment : over) {
            var one = Json.object();
            one.put("t", moment.t());
            one.set("outcomes", numbers(moment.odds()));
            array.add(one);
        }
        return array;
    }
}
