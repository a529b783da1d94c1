package org.casus.app.json;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// How far long work is, for the browser app.
public final class ProgressJson {

    private ProgressJson() {}

    /// @param words what is being done
    /// @param left seconds; empty while that cannot be told
    public static ObjectNode of(String words, int done, int failed, int all, Optional<Double> left) {
        var document = Json.object();
        document.put("words", words);
        document.put("done", done);
        document.put("failed", failed);
        document.put("all", all);
        left.ifPresentOrElse(seconds -> Json.put(document, "left", seconds), () -> document.putNull("left"));
        return document;
    }
}
