package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.casus.app.Golden;
import org.casus.app.json.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SolveCommandTest {

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    @Test
    void showsTheTemplate() throws IOException {
        String file = Scenarios.write(folder, "border.yaml", InitCommand.template(Shelf.FILE));
        var result = shell.run("solve", file);
        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEmpty();
        Golden.check("solve-template.txt", steady(result.out()));
        Golden.check(
                "solve-template-plain.txt",
                steady(shell.run("solve", file, "--plain").out()));
        Golden.check(
                "solve-template-colour.txt",
                steady(new Shell().terminal(100).run("solve", file).out()));
    }

    /// Without what differs between runs or machines.
    static String steady(String text) {
        return text.replaceAll("(Solved|Stopped) (in|after)\\s+[0-9.]+\\s+s", "$1 $2 # s")
                .replaceAll("[0-9]e-[0-9]+", "#")
                .replaceAll("\\n", "\n");
    }

    @Test
    void jsonIsOneDocumentThatFitsItsSchema() throws IOException {
        var result = shell.run("solve", Scenarios.prize(folder), "--json", "--at", "1,10");
        assertThat(result.exit()).isZero();
        assertThat(Schemas.complaints("solve-1.schema.json", result.out())).isEmpty();
        JsonNode json = JsonMapper.shared().readTree(result.out());
        assertThat(json.at("/scenario").stringValue()).isEqualTo("prize");
        assertThat(json.at("/states").intValue()).isEqualTo(3);
        assertThat(json.at("/residual").doubleValue()).isLessThan(1e-9);
        assertThat(json.at("/outcomes")
                        .valueStream()
                        .mapToDouble(JsonNode::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(json.at("/over/1/outcomes")).isEqualTo(json.at("/outcomes"));
        assertThat(json.at("/over/0/rows/prize").size()).isEqualTo(3);
        assertThat(json.at("/played/0/move").stringValue()).isEqualTo("ann/take");
    }

    @Test
    void onlySecondsDifferBetweenRunsAndThreads() throws IOException {
        String file = Scenarios.prize(folder);
        String once =
                seconds(shell.run("solve", file, "--json", "--threads", "1").out());
        assertThat(seconds(shell.run("solve", file, "--json", "--threads=3").out()))
                .isEqualTo(once);
        assertThat(seconds(shell.run("solve", file, "--json").out())).isEqualTo(once);
    }

    private static String seconds(String json) {
        return json.replaceAll("\"seconds\": [0-9.Ee-]+", "\"seconds\": 0");
    }

    @Test
    void standardInputIsAFileLikeOthers() {
        var result = new Shell().typing(Scenarios.PRIZE).run("solve", "-", "--json");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("\"scenario\": \"stdin\"");
        assertThat(new Shell().typing("").run("solve", "-").exit()).isEqualTo(3);
    }

    @Test
    void policiesAndSettingsTakeEffect() throws IOException {
        String file = Scenarios.prize(folder);
        double asIs = lost(shell.run("solve", file, "--json").out());
        double guarded =
                lost(shell.run("solve", file, "--json", "--policy", "guarded").out());
        double set = lost(shell.run("solve", file, "--json", "--set", "theft odds = 1% each week")
                .out());
        assertThat(guarded).isLessThan(asIs / 2);
        assertThat(set).isEqualTo(guarded);
        assertThat(shell.run("solve", file, "--policy", "as-is", "--json").out())
                .contains("\"policy\": \"as-is\"");
    }

    private static double lost(String json) {
        return JsonMapper.shared().readTree(json).at("/outcomes/lost").doubleValue();
    }

    @Test
    void unknownPoliciesAndPathsNameTheNearest() throws IOException {
        String file = Scenarios.prize(folder);
        var policy = shell.run("solve", file, "--policy", "garded");
        assertThat(policy.exit()).isEqualTo(2);
        assertThat(policy.out()).isEmpty();
        assertThat(policy.err())
                .contains("no policy “garded”")
                .contains("Did you mean guarded?")
                .contains("Its policies: guarded.");
        var path = shell.run("solve", file, "--set", "thift odds=1% each week");
        assertThat(path.exit()).isEqualTo(2);
        assertThat(path.err()).contains("theft").contains("1 error in --set.");
        var value = shell.run("solve", file, "--set", "theft odds=often");
        assertThat(value.exit()).isEqualTo(2);
        assertThat(shell.run("solve", file, "--set", "theft odds").err()).contains("is no setting");
    }

    @Test
    void aSecondOpinionLooksForOtherEquilibria() throws IOException {
        String file = Scenarios.write(folder, "follow.yaml", Scenarios.FOLLOW);
        var json = JsonMapper.shared()
                .readTree(shell.run("solve", file, "--second-opinion", "--json").out());
        assertThat(Schemas.complaints("solve-1.schema.json", json.toString())).isEmpty();
        assertThat(json.at("/tried").size()).isGreaterThan(2);
        assertThat(json.at("/equilibria").intValue())
                .isEqualTo(1 + json.at("/others").size())
                .isGreaterThan(1);
        assertThat(shell.run("solve", file, "--second-opinion").out()).contains("Several equilibria.");
        assertThat(shell.run("solve", Scenarios.prize(folder), "--second-opinion")
                        .out())
                .contains("A second opinion found no other equilibrium.");
    }

    @Test
    void timesMayHaveUnits() throws IOException {
        String file = Scenarios.prize(folder);
        var json = JsonMapper.shared()
                .readTree(shell.run("solve", file, "--json", "--at", "2 weeks, 1 month")
                        .out());
        assertThat(json.at("/over/0/t").doubleValue()).isEqualTo(2);
        assertThat(json.at("/over/1/t").doubleValue()).isCloseTo(4.348, within(1e-3));
        var wrong = shell.run("solve", file, "--at", "soon");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("“soon” is no time").contains("2,4,26");
    }

    @Test
    void optionsHaveBounds() throws IOException {
        String file = Scenarios.prize(folder);
        assertThat(shell.run("solve", file, "--threads", "0").exit()).isEqualTo(2);
        assertThat(shell.run("solve", file, "--tolerance", "2").exit()).isEqualTo(2);
        assertThat(shell.run("solve", file, "--tolerance", "NaN").exit()).isEqualTo(2);
    }

    @Test
    void anAsciiTerminalGetsAscii() throws IOException {
        var result = new Shell().letters(StandardCharsets.US_ASCII).run("solve", Scenarios.prize(folder));
        assertThat(result.out()).contains("\"Ann has it\"").doesNotContain("?  ");
    }

    @Test
    void tooLargeABoardIsRefusedWithTheRowsToBlame() throws IOException {
        var rows = new StringBuilder();
        var moves = new StringBuilder();
        for (int k = 0; k < 24; k++) {
            rows.append("  row-").append(k).append(": {levels: [a, b, c], start: a}\n");
            moves.append("  ann/up-")
                    .append(k)
                    .append(": {then: row-")
                    .append(k)
                    .append(" up 1}\n");
        }
        String text =
                Scenarios.PRIZE.replace("  light:", rows + "  light:").replace("  ann/take:", moves + "  ann/take:");
        var result = shell.run("solve", Scenarios.write(folder, "large.yaml", text));
        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("too large to solve")
                .contains("row-0 3")
                .contains("Maybe");
        assertThat(shell.run("check", folder.resolve("large.yaml").toString()).exit())
                .isEqualTo(4);
    }
}
