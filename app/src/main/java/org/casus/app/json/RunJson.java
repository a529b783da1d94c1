package org.casus.app.json;

import java.util.List;
import org.casus.app.Version;
import org.casus.app.run.Solved;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `run.json`: what made the files beside it, so that they can be made again.
public final class RunJson {

    public static final String FORMAT = "casus-run/1";

    private RunJson() {}

    /// What only the command knows.
    ///
    /// @param command the command line, folders left out
    public record Run(String command, List<String> settings, long seed, double tolerance, double seconds) {}

    /// Whether `text` is such a document.
    public static boolean isOne(String text) {
        try {
            return FORMAT.equals(
                    JsonMapper.shared().readTree(text).path("format").asString(""));
        } catch (JacksonException e) {
            return false;
        }
    }

    public static ObjectNode of(Solved solved, Run run) {
        var scenario = solved.scenario();
        var solution = solved.solution();
        var manifest = Json.object();
        manifest.put("format", FORMAT);
        manifest.put("command", run.command());
        manifest.put("scenario", scenario.name());
        manifest.put("policy", scenario.policy());
        manifest.set("settings", Json.strings(run.settings()));
        manifest.put("hash", scenario.hash());
        manifest.put("version", Version.current());
        manifest.put("seed", run.seed());
        manifest.put("tolerance", run.tolerance());
        Json.put(manifest, "residual", solution.residual());
        Json.put(manifest, "payoffGap", solution.payoffGap());
        Json.put(manifest, "valueError", solution.valueError());
        manifest.put("states", solution.game().states);
        manifest.put("moves", solution.game().plays());
        manifest.put("transitions", solution.game().transitions());
        manifest.put("java", Runtime.version() + ", " + System.getProperty("java.vendor", "vendor unknown"));
        manifest.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        manifest.put("seconds", run.seconds());
        return manifest;
    }
}
