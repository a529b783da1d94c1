package org.casus.app.json;

import java.util.List;
import java.util.Locale;
import org.casus.app.run.Clean;
import org.casus.app.run.RunFacts;
import org.casus.app.run.StudyAnswer;
import org.casus.scenario.Claim;
import org.casus.study.Verdict;
import tools.jackson.databind.node.ObjectNode;

/// `casus test --json`: one document, described in `docs/reference/json.md` and in `test-1.schema.json`.
public final class TestJson {

    /// Rises when a field goes or changes its meaning, not when one is added.
    public static final String FORMAT = "casus-test/1";

    private TestJson() {}

    public static ObjectNode of(StudyAnswer answer, RunFacts facts) {
        var document = StudyJson.head(FORMAT, answer);
        var counts = Json.object();
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            counts.put(word(kind), (int) answer.verdicts().stream()
                    .filter(verdict -> verdict.kind() == kind)
                    .count());
        }
        document.set("counts", counts);
        List<Claim> claims = answer.study().claims();
        var array = Json.array();
        for (int k = 0; k < claims.size(); k++) {
            array.add(claim(claims.get(k), answer.verdicts().get(k), answer));
        }
        document.set("claims", array);
        StudyJson.facts(document, facts);
        return document;
    }

    private static String word(Verdict.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode claim(Claim claim, Verdict verdict, StudyAnswer answer) {
        var one = Json.object();
        one.put("id", claim.id());
        one.put("says", Clean.text(claim.says()));
        one.put("at", (claim.source().orElse("") + " " + claim.at()).strip());
        one.put("severity", claim.severity().word());
        one.put("test", Clean.text(claim.text()));
        one.put("verdict", word(verdict.kind()));
        Json.put(one, "share", verdict.share());
        one.put("worlds", verdict.worlds());
        one.put("failed", verdict.failed());
        one.set("effect", StudyJson.band(verdict.effect()));
        one.set("left", StudyJson.band(verdict.left()));
        one.set("right", StudyJson.band(verdict.right()));
        verdict.ratio().ifPresentOrElse(ratio -> one.set("ratio", StudyJson.band(ratio)), () -> one.putNull("ratio"));
        verdict.splitsOn()
                .ifPresentOrElse(
                        split -> {
                            one.put(
                                    "splitsOn",
                                    answer.study()
                                            .scenario()
                                            .judgements()
                                            .get(split.judgement())
                                            .id());
                            one.put("splitsAt", split.threshold());
                            one.put("shareBelow", (double) split.trueBelow() / split.below());
                            one.put("shareAbove", (double) split.trueAbove() / split.above());
                        },
                        () -> List.of("splitsOn", "splitsAt", "shareBelow", "shareAbove")
                                .forEach(one::putNull));
        Json.put(one, "chance", verdict.chance().orElse(Double.NaN));
        one.put("equilibria", verdict.equilibria());
        one.put("otherwise", verdict.otherwise());
        verdict.reason().ifPresentOrElse(reason -> one.put("reason", reason), () -> one.putNull("reason"));
        return one;
    }
}
