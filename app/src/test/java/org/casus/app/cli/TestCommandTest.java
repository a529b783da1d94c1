package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.casus.app.json.Schemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TestCommandTest {

    private static final String FEW = "16";

    @TempDir
    Path folder;

    private String claims = "";

    @BeforeEach
    void write() throws Exception {
        claims = Scenarios.write(folder, "claims.yaml", Claims.TEXT);
    }

    private static Shell.Result run(String... more) {
        return new Shell().run(more);
    }

    @Test
    void verdictsComeWithTheirCounts() {
        var result = run("test", claims, "--worlds", FEW);
        assertThat(result.exit()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("claims: claims   16 worlds")
                .containsPattern("holds +goes-on +100%")
                .containsPattern("depends +line-breaks .* in 100; splits on")
                .containsPattern("assumed +offers-matter")
                .containsPattern("fails +never-ends +0%")
                .containsPattern("untestable +motives +– +It speaks of motives.")
                .contains("5 claims: 1 holds, 1 fails, 1 depends, 1 assumed, 1 untestable.")
                .contains("All 16 worlds are solved.")
                .contains("A second opinion on the middle world found no further equilibrium.");
        assertThat(result.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void plainIsSentences() {
        assertThat(run("test", claims, "--worlds", FEW, "--plain").out())
                .contains("Claim goes-on, The war goes on. Verdict: holds, true in 100% of worlds.")
                .contains("Claim motives,");
    }

    @Test
    void nothingIsLeftOfARunWithoutAFolder() {
        run("test", claims, "--worlds", "2");
        assertThat(folder.toFile().list()).containsExactly("claims.yaml");
    }

    @Test
    void theDocumentFitsItsSchemaAndHasTheNamesOthersRelyOn() throws Exception {
        var result = run("test", claims, "--worlds", FEW, "--json");
        assertThat(Schemas.complaints("test-1.schema.json", result.out())).isEmpty();
        JsonNode document = JsonMapper.shared().readTree(result.out());
        assertThat(document.path("scenario").asString()).isEqualTo("claims");
        assertThat(document.path("worlds").asInt()).isEqualTo(16);
        JsonNode depends = document.path("claims").path(1);
        assertThat(depends.path("id").asString()).isEqualTo("line-breaks");
        assertThat(depends.path("at").asString()).isEqualTo("report p2");
        assertThat(depends.path("verdict").asString()).isEqualTo("depends");
        assertThat(depends.path("share").asDouble()).isBetween(.2, .8);
        assertThat(depends.path("splitsOn").asString()).isEqualTo("breakthrough odds");
        assertThat(depends.path("effect").path("p5").asDouble())
                .isLessThan(depends.path("effect").path("p95").asDouble());
        assertThat(document.path("claims").path(4).path("share").isNull()).isTrue();
        assertThat(new Shell().run("schema", "test").out()).contains("casus-test/1");
    }

    @Test
    void onlyAnErrorThatFailsIsAnExitCode() throws Exception {
        assertThat(run("test", claims, "--worlds", "4").exit()).isZero();
        String failing = Scenarios.write(folder, "failing.yaml", Claims.FAILING);
        assertThat(run("test", failing, "--worlds", "4").exit()).isEqualTo(1);
    }

    @Test
    void settingsHoldUnderWhatClaimsTest() {
        var result = run("test", claims, "--worlds", "4", "--set", "breakthrough odds=0.1% each week per guess");
        assertThat(result.out())
                .contains("breakthrough odds=0.1% each week per guess")
                .containsPattern("fails +line-breaks");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(run("test", claims, "--set", "nobody odds=3").exit()).isEqualTo(2);
    }

    @Test
    void claimsAreTestsForOtherSystems() throws Exception {
        String failing = Scenarios.write(folder, "failing.yaml", Claims.FAILING);
        Path report = folder.resolve("report.xml");
        run("test", failing, "--worlds", "8", "--junit", report.toString());
        byte[] bytes = Files.readAllBytes(report);
        var suite = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes))
                .getElementsByTagName("testsuite")
                .item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(suite.getElementsByTagName("testcase").getLength()).isEqualTo(5);
        var failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("never-ends");
        assertThat(failure.getAttribute("message")).startsWith("fails, true in 0% of worlds");
        run("test", failing, "--worlds", "8", "--junit", report.toString());
        assertThat(Files.readAllBytes(report)).isEqualTo(bytes);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("It speaks of motives.");
        assertThat(run("test", claims, "--worlds", "2", "--junit", folder.toString())
                        .exit())
                .isEqualTo(5);
    }

    @Test
    void severalEquilibriaAreToldWithTheSizeOfTheSample() throws Exception {
        String follow =
                Scenarios.write(folder, "follow.yaml", Scenarios.FOLLOW.replace("costs: 0.2", "costs: 0.1 to 0.3"));
        var result = run("test", follow, "--worlds", "4", "--second-opinion", "2", "--json");
        JsonNode opinion = JsonMapper.shared().readTree(result.out()).path("secondOpinion");
        assertThat(opinion.path("middle").asBoolean()).isTrue();
        assertThat(opinion.path("sample").asInt()).isEqualTo(2);
        assertThat(opinion.path("several").asInt()).isEqualTo(3);
        assertThat(opinion.path("worlds").path(0).path("others").size()).isPositive();
        assertThat(run("test", follow, "--worlds", "4").out()).contains("Several equilibria", "No claims");
        assertThat(run("test", follow, "--worlds", "4", "--second-opinion", "none")
                        .out())
                .doesNotContain("second opinion");
    }

    /// Two who would rather move together: how likely it is that neither has in the end is another matter at each
    /// equilibrium.
    static final String TWO = Scenarios.FOLLOW + """
            sources: {page: {title: A page, date: 2023-12-01, kind: report}}
            policies:
              as-dear: {set: {ann/go costs: 0.2 per guess}}
            claims:
              stay: {says: They stay., at: page, test: odds of neither above 0.001%}
              go: {says: They go., at: page, test: odds of both above 99.99%}
              some: {says: Something is left., at: page, test: odds of neither below 100%}
              stay-too: {says: Were it as dear they stay., at: page, test: under as-dear odds of neither above 0.001%}
            """;

    @Test
    void aVerdictThatTurnsOnTheEquilibriumSaysSo() throws Exception {
        String two = Scenarios.write(folder, "two.yaml", TWO);
        String run = folder.resolve("run").toString();
        var result = run("test", two, "--worlds", "4", "--json", "--run", run);
        assertThat(Schemas.complaints("test-1.schema.json", result.out())).isEmpty();
        JsonNode document = JsonMapper.shared().readTree(result.out());
        int others = document.at("/secondOpinion/worlds/0/others").size();
        assertThat(others).isPositive();
        for (int k : new int[] {0, 1, 3}) {
            JsonNode claim = document.at("/claims/" + k);
            assertThat(claim.path("equilibria").asInt()).as(claim.toString()).isEqualTo(others);
            assertThat(claim.path("otherwise").asInt()).isBetween(1, others);
            assertThat(claim.path("share").asDouble()).isIn(0.0, 1.0);
            assertThat(claim.path("verdict").asString()).isEqualTo("depends");
            assertThat(claim.path("reason").asString()).startsWith("equilibria differ: in the middle world");
            assertThat(claim.path("splitsOn").isNull()).isTrue();
        }
        JsonNode sure = document.at("/claims/2");
        assertThat(sure.path("otherwise").asInt()).isZero();
        assertThat(sure.path("verdict").asString()).isNotEqualTo("depends");
        assertThat(result.exit()).isZero();
        Path report = folder.resolve("report.xml");
        var text = run("test", two, "--worlds", "4", "--junit", report.toString());
        assertThat(text.out().replaceAll("\\s+", " "))
                .contains("equilibria differ: in the middle world it comes out otherwise")
                .doesNotContain("no single judgement");
        assertThat(report).content().contains("depends, true in", "equilibria differ");
        // What was kept of the other equilibria is found again.
        JsonNode again = JsonMapper.shared()
                .readTree(run("test", two, "--worlds", "4", "--json", "--run", run)
                        .out());
        assertThat(again.path("claims")).isEqualTo(document.path("claims"));
        var unasked = run("test", two, "--worlds", "4", "--second-opinion", "none", "--json");
        JsonNode alone = JsonMapper.shared().readTree(unasked.out()).at("/claims/0");
        assertThat(alone.path("verdict").asString()).isIn("holds", "fails");
        assertThat(alone.path("equilibria").asInt()).isZero();
    }

    @Test
    void whatMakesNoSenseIsUsage() {
        assertThat(run("test", claims, "--worlds", "0").exit()).isEqualTo(2);
        assertThat(run("test", claims, "--check", "-1").exit()).isEqualTo(2);
        assertThat(run("test", claims, "--second-opinion", "some").err()).contains("takes a number of worlds or none");
        assertThat(run("test", claims, "--start", "warm").err()).contains("quick");
        assertThat(run("test", claims, "--policy", "watched").exit()).isEqualTo(2);
    }
}
