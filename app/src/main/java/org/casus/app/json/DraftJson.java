package org.casus.app.json;

import java.util.List;
import java.util.Optional;
import org.casus.app.edit.Edited;
import org.casus.app.edit.Hunk;
import org.casus.scenario.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the browser app is told of a text that is being written.
public final class DraftJson {

    private DraftJson() {}

    /// A text as it lies on disk; the hash is what a save must name.
    public static ObjectNode file(String text, String hash) {
        var document = Json.object();
        document.put("text", text);
        document.put("hash", hash);
        return document;
    }

    /// What was saved as the scenario called `id`.
    public static ObjectNode saved(String id, String hash) {
        var document = Json.object();
        document.put("id", id);
        document.put("hash", hash);
        return document;
    }

    /// @param sheet of what it says, if that is a scenario
    public static ObjectNode check(List<Problem> problems, Optional<JsonNode> sheet) {
        var document = Json.object();
        document.set("problems", CheckJson.problems(problems));
        sheet.ifPresentOrElse(known -> document.set("sheet", known), () -> document.putNull("sheet"));
        return document;
    }

    /// @param diff of the text before
    public static ObjectNode edited(Edited edited, List<Hunk> diff) {
        var document = Json.object();
        document.put("text", edited.text());
        document.put("made", edited.made());
        document.set("problems", CheckJson.problems(edited.problems()));
        document.set("diff", diff(diff));
        return document;
    }

    /// Differing lines.
    public static JsonNode diff(List<Hunk> hunks) {
        var array = Json.array();
        for (Hunk hunk : hunks) {
            var one = Json.object();
            one.put("line", hunk.line());
            one.put("newLine", hunk.newLine());
            one.set("before", Json.strings(hunk.before()));
            one.set("after", Json.strings(hunk.after()));
            array.add(one);
        }
        return array;
    }
}
