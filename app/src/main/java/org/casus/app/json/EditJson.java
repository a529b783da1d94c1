package org.casus.app.json;

import java.util.List;
import org.casus.app.edit.Edited;
import org.casus.app.edit.Hunk;
import org.casus.app.edit.LineDiff;
import org.casus.scenario.Problem;
import org.casus.scenario.Warning;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What edits made of a text, for the app: the text, its problems, and the lines that differ.
public final class EditJson {

    private EditJson() {}

    /// @param before the text before the edits
    public static ObjectNode of(String before, Edited edited) {
        var document = Json.object();
        document.put("text", edited.text());
        document.put("made", edited.made());
        document.set("problems", problems(edited.problems(), List.of()));
        document.set("diff", diff(LineDiff.of(before, edited.text())));
        return document;
    }

    /// Errors first, then warnings: `severity`, `line`, `column`, `length`, `message`, `advice`.
    public static ArrayNode problems(List<Problem> errors, List<Warning> warnings) {
        var array = Json.array();
        for (Problem problem : errors) {
            var one = array.addObject();
            one.put("severity", "error");
            one.put("line", problem.position().line());
            one.put("column", problem.position().column());
            one.put("length", problem.position().length());
            one.put("message", problem.found());
            var advice = one.putArray("advice");
            for (String sentence : List.of(problem.legal(), problem.advice())) {
                if (!sentence.isEmpty()) {
                    advice.add(sentence);
                }
            }
        }
        for (Warning warning : warnings) {
            var one = array.addObject();
            one.put("severity", "warning");
            one.put("line", warning.position().line());
            one.put("column", warning.position().column());
            one.put("length", warning.position().length());
            one.put("message", warning.text());
            one.putArray("advice");
        }
        return array;
    }

    /// Lines that go and come: `line`, `newLine`, `before`, `after`.
    public static ArrayNode diff(List<Hunk> hunks) {
        var array = Json.array();
        for (Hunk hunk : hunks) {
            var one = array.addObject();
            one.put("line", hunk.line());
            one.put("newLine", hunk.newLine());
            one.set("before", Json.strings(hunk.before()));
            one.set("after", Json.strings(hunk.after()));
        }
        return array;
    }
}
