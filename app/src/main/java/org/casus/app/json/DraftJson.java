package org.casus.app.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
    public static ObjectNode file(String text) {
        var document = Json.object();
        document.put("text", text);
        document.put("hash", hash(text));
        return document;
    }

    /// @param sheet of what it says, if that is a scenario
    public static ObjectNode check(String text, List<Problem> problems, Optional<JsonNode> sheet) {
        var document = Json.object();
        document.set("problems", CheckJson.problems(problems));
        document.put("hash", hash(text));
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

    /// SHA-256 of the text, in hex: that of a scenario as it is.
    public static String hash(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
