package org.casus.app.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.casus.app.run.Look;
import org.casus.app.run.RunFacts;
import org.casus.app.run.StudyAnswer;
import org.casus.study.Band;
import org.casus.study.Ensemble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What `casus compare --json` and `casus test --json` have in common.
final class StudyJson {

    /// Names of what the middle world is told apart by.
    private static final String MIDDLE = "middle";

    private StudyJson() {}

    /// The fields at the head of the document, and of nothing but the question.
    static ObjectNode head(String format, StudyAnswer answer) {
        var about = answer.about();
        var document = Json.object();
        document.put("format", format);
        document.put("scenario", about.scenario());
        document.put("title", about.title());
        document.put("question", about.question());
        document.put("version", about.version());
        document.put("hash", about.hash());
        document.put("seed", about.seed());
        document.set("settings", Json.strings(about.settings()));
        document.put("tolerance", about.tolerance());
        document.put("start", about.start().name().toLowerCase(Locale.ROOT));
        document.put("unit", about.clock().unit().word());
        document.put("horizon", about.clock().horizon());
        document.put("judgements", about.grounds().all());
        document.put("guesses", about.grounds().guesses());
        document.put("unsourced", about.grounds().unsourced());
        document.put("worlds", about.worlds());
        document.put("solved", answer.solvedWorlds());
        document.put("failed", answer.failedWorlds());
        document.put("triedAgain", answer.triedAgain());
        document.set("failures", failures(answer));
        document.set("secondOpinion", opinions(answer));
        document.set("check", checks(answer));
        return document;
    }

    /// The facts of the run itself, which come last.
    static void facts(ObjectNode document, RunFacts facts) {
        document.put("seconds", facts.seconds());
        document.put("threads", facts.threads());
        facts.run().ifPresentOrElse(run -> document.put("run", run), () -> document.putNull("run"));
        document.set("host", host());
        document.put("started", facts.started());
        facts.finished().ifPresentOrElse(at -> document.put("finished", at), () -> document.putNull("finished"));
        document.set("resumed", Json.strings(facts.resumed()));
    }

    static ObjectNode host() {
        var host = Json.object();
        host.put("java", RunFacts.java());
        host.put("system", RunFacts.system());
        host.put("processors", RunFacts.processors());
        return host;
    }

    static ArrayNode failures(StudyAnswer answer) {
        var failures = Json.array();
        for (var failed : answer.failures()) {
            var one = Json.object();
            world(one, failed.world());
            one.put("variant", failed.variant());
            one.put("reason", failed.reason());
            failures.add(one);
        }
        return failures;
    }

    private static void world(ObjectNode object, int world) {
        if (world == Ensemble.CENTRAL) {
            object.put("world", MIDDLE);
        } else {
            object.put("world", world);
        }
    }

    private static ObjectNode opinions(StudyAnswer answer) {
        List<Look> opinions = answer.opinions();
        var object = Json.object();
        object.put(MIDDLE, opinions.stream().anyMatch(look -> look.world() == Ensemble.CENTRAL));
        object.put("sample", (int) opinions.stream()
                .filter(look -> look.world() != Ensemble.CENTRAL)
                .count());
        object.put("several", answer.several());
        Json.put(object, "share", opinions.isEmpty() ? Double.NaN : (double) answer.several() / opinions.size());
        var found = Json.array();
        List<String> outcomes = answer.study().scenario().outcomes().stream()
                .map(outcome -> outcome.id())
                .toList();
        for (Look look : opinions) {
            var one = Json.object();
            world(one, look.world());
            one.put("equilibria", 1 + look.others().size());
            var others = Json.array();
            for (double[] odds : look.others()) {
                var each = Json.object();
                for (int k = 0; k < odds.length; k++) {
                    Json.put(each, outcomes.get(k), odds[k]);
                }
                others.add(each);
            }
            one.set("others", others);
            found.add(one);
        }
        object.set("worlds", found);
        return object;
    }

    private static ObjectNode checks(StudyAnswer answer) {
        var object = Json.object();
        object.put("sample", answer.checkedWorlds());
        object.put("games", answer.checks().size());
        object.put("elsewhere", (int)
                answer.elsewhere().stream().mapToInt(Look::world).distinct().count());
        var disagreed = Json.array();
        for (Look look : answer.elsewhere()) {
            var one = Json.object();
            world(one, look.world());
            one.put("variant", look.variant());
            disagreed.add(one);
        }
        object.set("disagreed", disagreed);
        return object;
    }

    /// What a quantity does over the worlds.
    static ObjectNode band(Band band) {
        var object = Json.object();
        Json.put(object, "median", band.median());
        Json.put(object, "p5", band.p5());
        Json.put(object, "p95", band.p95());
        return object;
    }

    /// Bands by name.
    static ObjectNode bands(List<String> names, List<Band> bands) {
        var object = Json.object();
        for (int k = 0; k < names.size(); k++) {
            object.set(names.get(k), band(bands.get(k)));
        }
        return object;
    }

    /// How often each reason for failing was given, in the order in which they came up.
    static ObjectNode reasons(StudyAnswer answer) {
        var counts = Json.object();
        var all = new ArrayList<>(answer.failures());
        var byReason = all.stream()
                .collect(Collectors.groupingBy(
                        failed -> failed.reason().replaceFirst(":.*", ""),
                        java.util.TreeMap::new,
                        Collectors.counting()));
        byReason.forEach(counts::put);
        return counts;
    }
}
