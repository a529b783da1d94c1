package org.casus.app.json;

import java.util.List;
import org.casus.scenario.Problem;
import tools.jackson.databind.node.ObjectNode;

/// What the browser app is told when something is not as it was asked for.
public final class TroubleJson {

    private TroubleJson() {}

    /// @param problems of a scenario, with their places
    public static ObjectNode of(String sentence, List<String> advice, List<Problem> problems) {
        var document = Json.object();
        document.put("error", sentence);
        document.set("advice", Json.strings(advice));
        document.set("problems", CheckJson.problems(problems));
        return document;
    }
}
