package org.casus.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.casus.app.json.Json;
import org.casus.app.json.ScenarioSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Writes the JSON Schemas of what Casus reads and writes.
@Command(
        name = "schema",
        header = "Write the JSON Schema of scenario files, for editors.",
        description = {
            "With it an editor completes the words of a scenario, explains them, and marks what is wrong. casus init "
                    + "puts it beside the scenario."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  casus schema > casus-1.schema.json",
            "  casus schema solve                    the shape of casus solve --json"
        })
final class SchemaCommand implements Callable<Integer> {

    /// What there are schemas of.
    enum Document {
        SCENARIO,
        SOLVE,
        CHECK,
        COMPARE,
        TEST,
        MATTERS,
        WHY,
        DIFF,
        SHEET,
        INTERVIEW;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Talk talk;

    @Parameters(
            arity = "0..1",
            paramLabel = "OF",
            description =
                    "What to describe: scenario (the default), solve, check, compare, test, matters, why, diff (what their --json"
                            + " writes), sheet (what the app shows of a scenario) or interview.")
    private Document document = Document.SCENARIO;

    SchemaCommand(Talk talk) {
        this.talk = talk;
    }

    @Override
    public Integer call() throws IOException {
        talk.print(
                switch (document) {
                    case SCENARIO -> Json.text(ScenarioSchema.document());
                    case SOLVE -> shipped("solve-1.schema.json");
                    case CHECK -> shipped("check-1.schema.json");
                    case COMPARE -> shipped("compare-1.schema.json");
                    case TEST -> shipped("test-1.schema.json");
                    case MATTERS -> shipped("matters-1.schema.json");
                    case WHY -> shipped("why-1.schema.json");
                    case DIFF -> shipped("diff-1.schema.json");
                    case SHEET -> shipped("sheet-1.schema.json");
                    case INTERVIEW -> shipped("interview-1.schema.json");
                });
        return Exit.OK.code();
    }

    private static String shipped(String name) throws IOException {
        try (InputStream in = SchemaCommand.class.getResourceAsStream("/org/casus/app/" + name)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
