package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.casus.app.edit.Interview;
import org.casus.app.json.InterviewJson;
import org.casus.app.json.Json;
import org.casus.app.json.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The interview on the command line, and as documents.
class InterviewCommandTest {

    private static final String ANSWERS = """
            Ann, Bob
            war: quiet, skirmish, war
            Ann wants war is war 4 to 6; Bob wants quiet

            All-out war: war is war
            """;

    @TempDir
    Path folder;

    @Test
    void aProcessWithPipedAnswersWritesAScenarioThatChecks() throws IOException, InterruptedException {
        Path answers = Files.writeString(folder.resolve("answers.txt"), ANSWERS);
        Path err = folder.resolve("err.txt");
        Path out = folder.resolve("out.txt");
        var process = new ProcessBuilder(ProcessTest.command("init", "my-crisis", "--interview"))
                .directory(folder.toFile())
                .redirectInput(answers.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(err);
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(Files.readString(out)).isEmpty();
        assertThat(said.replaceAll("\\s+", " "))
                .contains("1. Who takes part?")
                .contains("5. How may it end?")
                .contains("After 26 weeks,")
                .contains("such crises stand at “All-out war”")
                .contains("Made my-crisis with scenario.yaml");
        assertThat(said.replaceAll("\\s+", " ").split("Every number is a guess so far", -1))
                .hasSize(3);
        String written = folder.resolve("my-crisis").toString();
        var check = new Shell().run("check", written, "--json");
        assertThat(check.exit()).isZero();
        assertThat(check.out()).contains("\"valid\": true").contains("\"unsourced\": 0");
        assertThat(new Shell().run("solve", written).exit()).isZero();
        assertThat(folder.resolve("my-crisis/README.md")).content().contains("begun by an interview");
    }

    private Shell.Result interview(String name, String typed) {
        return new Shell().typing(typed).run("init", folder.resolve(name).toString(), "--interview");
    }

    @Test
    void whatIsNotUnderstoodIsAskedAgain() throws IOException {
        var result = interview("again", "Ann, Ann\n" + ANSWERS);
        assertThat(result.exit()).isZero();
        assertThat(result.err()).contains("“Ann” is named twice.");
        assertThat(folder.resolve("again/scenario.yaml")).content().contains("title: Bob");
    }

    @Test
    void anEarlyEndWritesWhatIsThereAndSaysSo() throws IOException {
        var result = interview("early", "Ann, Bob\nwar: quiet, loud\n");
        assertThat(result.exit()).isZero();
        assertThat(result.err().replaceAll("\\s+", " ")).contains("ended early: what is missing is made up");
        assertThat(folder.resolve("early/scenario.yaml"))
                .content()
                .contains("levels: [quiet, loud]")
                .contains("# What they want and fear is made up.")
                .contains("# Nobody has said so yet: this is made up.");
        assertThat(interview("none", "").exit()).isEqualTo(2);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path there = Files.createDirectory(folder.resolve("there"));
        Files.writeString(there.resolve("scenario.yaml"), "mine");
        var result = interview("there", ANSWERS);
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).doesNotContain("Who takes part?");
        assertThat(there.resolve("scenario.yaml")).hasContent("mine");
        assertThat(new Shell()
                        .run("init", folder.resolve("x").toString(), "--interview", "--from", "border-crisis")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void theSameAsADocument() {
        var interview = new Interview("my-crisis", LocalDate.of(2024, 3, 1));
        for (Map<String, String> answers : List.of(
                Map.<String, String>of(),
                Map.of("who", "Ann, Bob", "changes", "war: quiet"),
                Map.of("who", "Ann, Bob", "changes", "war: quiet, loud", "wants", "Ann wants loud"))) {
            String document = Json.text(InterviewJson.of(interview, answers));
            assertThat(Schemas.complaints("interview-1.schema.json", document)).isEmpty();
        }
        var broken = InterviewJson.of(interview, Map.of("who", "Ann, Bob", "changes", "war: quiet"));
        assertThat(broken.get("understood").asBoolean()).isFalse();
        assertThat(broken.get("questions").get(1).get("complaints").toString()).contains("needs 2 to 8 levels");
        assertThat(broken.get("text").asString()).contains("title: Ann");
    }
}
