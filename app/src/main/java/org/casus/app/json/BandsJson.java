package org.casus.app.json;

import java.util.ArrayList;
import java.util.List;
import org.casus.app.run.StudyAnswer;
import org.casus.scenario.Outcome;
import org.casus.study.Band;
import org.casus.study.WorldResult;
import tools.jackson.databind.node.ObjectNode;

/// The spread of one view's odds over worlds, for the Board.
public final class BandsJson {

    private BandsJson() {}

    /// @param answer of a study of `policy` alone
    public static ObjectNode of(StudyAnswer answer, String policy) {
        List<WorldResult> worlds = answer.results().stream()
                .filter(result -> result.world() >= 0
                        && result.solved()
                        && result.variant().equals(policy))
                .toList();
        var document = Json.object();
        document.put("scenario", answer.about().scenario());
        document.put("hash", answer.about().hash());
        document.put("policy", policy);
        document.put("seed", answer.about().seed());
        document.put("worlds", answer.about().worlds());
        document.put("failed", answer.failedWorlds());
        var outcomes = Json.array();
        for (Outcome outcome : answer.study().scenario().outcomes()) {
            List<Double> odds = new ArrayList<>();
            worlds.forEach(world -> odds.add(world.outcomes()[outcome.index()]));
            ObjectNode one = StudyJson.band(
                    Band.of(odds.stream().mapToDouble(Double::doubleValue).toArray()));
            one.put("id", outcome.id());
            outcomes.add(one);
        }
        document.set("outcomes", outcomes);
        return document;
    }
}
