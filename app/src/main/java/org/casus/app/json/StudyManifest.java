package org.casus.app.json;

import org.casus.app.run.RunFacts;
import org.casus.app.run.StudyAnswer;
import tools.jackson.databind.node.ObjectNode;

/// `run.json` in the folder of a run in many worlds: what it is, and how far.
public final class StudyManifest {

    public static final String FORMAT = "casus-worlds/1";

    private StudyManifest() {}

    /// What is known before the first world is solved.
    ///
    /// @param command the command line, as a shell takes it
    /// @param text of the scenario, as it was read
    public record Plan(
            String command,
            String scenario,
            String hash,
            String version,
            long seed,
            double tolerance,
            int worlds,
            String text) {}

    /// A run that is under way.
    ///
    /// @param known solves kept by earlier starts
    public static ObjectNode begun(Plan plan, RunFacts facts, int known) {
        var manifest = plan(plan);
        manifest.put("state", "unfinished");
        manifest.put("known", known);
        return finish(manifest, plan, facts);
    }

    /// A run that is finished.
    public static ObjectNode finished(Plan plan, RunFacts facts, StudyAnswer answer) {
        var manifest = plan(plan);
        manifest.put("state", "finished");
        manifest.put("solved", answer.solvedWorlds());
        manifest.put("failed", answer.failedWorlds());
        manifest.put("triedAgain", answer.triedAgain());
        manifest.set("reasons", StudyJson.reasons(answer));
        manifest.set("failures", StudyJson.failures(answer));
        return finish(manifest, plan, facts);
    }

    private static ObjectNode plan(Plan plan) {
        var manifest = Json.object();
        manifest.put("format", FORMAT);
        manifest.put("command", plan.command());
        manifest.put("scenario", plan.scenario());
        manifest.put("hash", plan.hash());
        manifest.put("version", plan.version());
        manifest.put("seed", plan.seed());
        manifest.put("tolerance", plan.tolerance());
        manifest.put("worlds", plan.worlds());
        return manifest;
    }

    private static ObjectNode finish(ObjectNode manifest, Plan plan, RunFacts facts) {
        StudyJson.facts(manifest, facts);
        manifest.put("text", plan.text());
        return manifest;
    }
}
