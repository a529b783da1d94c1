package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.casus.app.Golden;
import org.casus.app.json.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WhyCommandTest {

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    /// The shipped small crisis: commitments, agreements, four actors.
    private String crisis() {
        return crisis(0);
    }

    private String crisis(int number) {
        String path = folder.resolve("border" + number).toString();
        assertThat(shell.run("init", path).exit()).isZero();
        return path;
    }

    private JsonNode json(String... args) {
        var result = shell.run(args);
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
        assertThat(Schemas.complaints("why-1.schema.json", result.out())).isEmpty();
        return JsonMapper.shared().readTree(result.out());
    }

    private static double sum(JsonNode list, String field) {
        return list.valueStream()
                .mapToDouble(each -> each.at(field).doubleValue())
                .sum();
    }

    @Test
    void theDocumentHasTheNamesOthersRelyOnAndItsPartsSum() {
        JsonNode json = json("why", crisis(), "--outcome", "wider-war", "--json", "--runs", "2000");
        for (String name : new String[] {
            "scenario", "version", "hash", "policy", "outcome", "odds", "storylines", "pivotal", "decisions", "error"
        }) {
            assertThat(json.has(name)).as(name).isTrue();
        }
        JsonNode line = json.at("/storylines/0");
        assertThat(line.at("/share").doubleValue()).isBetween(0.2, 1.0);
        assertThat(line.at("/steps/0/t").doubleValue()).isBetween(0.0, 26.0);
        assertThat(line.at("/steps/0/by").stringValue()).isEqualTo("eastland");
        assertThat(line.at("/steps/0/what").stringValue()).isEqualTo("ally to fighting");
        assertThat(sum(json.at("/storylines"), "/share") + json.at("/other").doubleValue())
                .isCloseTo(1, within(1e-9));
        JsonNode pivot = json.at("/pivotal/0");
        assertThat(pivot.at("/actor").isString()).isTrue();
        assertThat(pivot.at("/move").isString()).isTrue();
        assertThat(pivot.at("/when").isObject()).isTrue();
        assertThat(Math.abs(pivot.at("/effect").doubleValue())).isPositive();
        assertThat(json.at("/decisions").size()).isPositive();
        for (JsonNode decision : json.at("/decisions")) {
            double difference = decision.at("/difference").doubleValue();
            assertThat(sum(decision.at("/split"), "/points")).isCloseTo(difference, within(1e-8));
            assertThat(decision.at("/margin").doubleValue()).isNotNegative();
            assertThat(sum(decision.at("/options"), "/odds")).isCloseTo(1, within(1e-9));
        }
        JsonNode error = json.at("/error");
        double parts = error.at("/exact").doubleValue()
                + error.at("/slips").doubleValue()
                + error.at("/clear").doubleValue();
        assertThat(parts).isCloseTo(json.at("/odds").doubleValue(), within(1e-9));
        assertThat(error.at("/sharper/steps/1/times").doubleValue()).isEqualTo(2);
        assertThat(error.at("/undoings").isArray()).isTrue();
    }

    @Test
    void oddsAreThoseOfSolve() {
        String path = crisis();
        JsonNode json = json("why", path, "--outcome", "wider-war", "--json", "--quick", "--policy", "no-pact");
        JsonNode solved = JsonMapper.shared()
                .readTree(shell.run("solve", path, "--policy", "no-pact", "--json")
                        .out());
        assertThat(json.at("/odds").doubleValue())
                .isCloseTo(solved.at("/outcomes/wider-war").doubleValue(), within(1e-9));
        assertThat(json.at("/policy").stringValue()).isEqualTo("no-pact");
        assertThat(json.at("/hash")).isEqualTo(solved.at("/hash"));
    }

    /// Ann takes the prize or waits: the price of taking against what having it is worth. Held at what turned it, the
    /// difference has the other sign.
    @Test
    void whatTurnsADecisionIsSeenWhenTheFileIsChanged() throws IOException {
        String path = Scenarios.write(
                folder, "dear.yaml", Scenarios.PRIZE.replace("costs: 0.5 per guess", "costs: 0.5 to 4 per guess"));
        JsonNode decision = json("why", path, "--outcome", "has-it", "--json").at("/decisions/0");
        assertThat(decision.at("/chosen").stringValue()).isEqualTo("ann/take");
        assertThat(decision.at("/against").stringValue()).isEqualTo("wait");
        JsonNode flip = decision.at("/flips");
        assertThat(flip.at("/judgement").isString()).isTrue();
        JsonNode turned = json(
                        "why",
                        path,
                        "--outcome",
                        "has-it",
                        "--json",
                        "--quick",
                        "--set",
                        flip.at("/judgement").stringValue() + "="
                                + String.format(
                                        Locale.ROOT, "%.9f", flip.at("/value").doubleValue()) + " per guess")
                .at("/decisions/0");
        assertThat(turned.at("/chosen").stringValue()).isEqualTo("ann/take");
        assertThat(decision.at("/difference").doubleValue()
                        * turned.at("/difference").doubleValue())
                .isNegative();
    }

    @Test
    void noFlipWithinTheRangesIsNull() throws IOException {
        JsonNode decision = json("why", Scenarios.prize(folder), "--outcome", "has-it", "--json")
                .at("/decisions/0");
        assertThat(decision.at("/asked").booleanValue()).isTrue();
        assertThat(decision.at("/flips").isNull()).isTrue();
    }

    @Test
    void aBoardIsAskedAboutLikeInExplain() {
        JsonNode json = json("why", crisis(), "--state", "border=quiet, ally=fighting", "--json", "--quick");
        assertThat(json.at("/board/border/0").stringValue()).isEqualTo("quiet");
        assertThat(json.at("/decisions")
                        .valueStream()
                        .map(each -> each.at("/actor").stringValue()))
                .contains("eastland");
        json.at("/decisions")
                .forEach(each -> assertThat(each.at("/step").isNull()).isTrue());
    }

    @Test
    void withoutAnOutcomeItIsTheLikeliestAndSaysSo() throws IOException {
        var result = shell.run("why", Scenarios.prize(folder), "--quick");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("It is the likeliest outcome");
    }

    @Test
    void outcomesAreKnownByTheirTitlesToo() throws IOException {
        JsonNode json = json("why", Scenarios.prize(folder), "--outcome", "ann has it", "--quick", "--json");
        assertThat(json.at("/outcome").stringValue()).isEqualTo("has-it");
    }

    @Test
    void anUnknownOutcomeIsRefusedWithTheNearest() throws IOException {
        var result = shell.run("why", Scenarios.prize(folder), "--outcome", "has-itt");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("has no outcome “has-itt”")
                .contains("Did you mean has-it?")
                .contains("Its outcomes: has-it, lost, nobody.");
    }

    @Test
    void numbersOutOfRangeAreRefused() throws IOException {
        String path = Scenarios.prize(folder);
        assertThat(shell.run("why", path, "--error-above", "0").err()).contains("--error-above takes");
        assertThat(shell.run("why", path, "--sharper", "0.5").err()).contains("--sharper takes");
        assertThat(shell.run("why", path, "--runs", "0").err()).contains("--runs takes");
        assertThat(shell.run("why", path, "--runs", "0").exit()).isEqualTo(2);
    }

    @Test
    void whatCannotComeAboutHasNoStories() throws IOException {
        String path = Scenarios.write(
                folder,
                "never.yaml",
                Scenarios.PRIZE.replace("if: prize is gone,", "if: prize is gone and light is on,"));
        var result = shell.run("why", path, "--outcome", "lost", "--quick");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("no such crisis stands at “It is gone”");
        JsonNode json = json("why", path, "--outcome", "lost", "--quick", "--json");
        assertThat(json.at("/odds").doubleValue()).isZero();
        assertThat(json.at("/storylines").size()).isZero();
        assertThat(json.at("/runs").intValue()).isZero();
    }

    @Test
    void theScreenReadsLikeThis() {
        Golden.check(
                "why.txt",
                shell.run("why", crisis(), "--outcome", "wider-war", "--seed", "7", "--runs", "2000")
                        .out());
    }

    @Test
    void aBoardReadsLikeThis() {
        Golden.check(
                "why-state.txt",
                shell.run("why", crisis(), "--state", "border=quiet, ally=fighting", "--seed", "7", "--quick")
                        .out());
    }

    @Test
    void plainIsWholeSentencesWithoutDrawing() {
        String text = shell.run(
                        "why",
                        crisis(),
                        "--outcome",
                        "wider-war",
                        "--seed",
                        "7",
                        "--runs",
                        "2000",
                        "--quick",
                        "--plain")
                .out();
        assertThat(text).doesNotContain("│").doesNotContain("====").doesNotContain("\u001b");
        Golden.check("why-plain.txt", text);
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        for (int width : new int[] {40, 57, 80, 120}) {
            String text = new Shell()
                    .terminal(width)
                    .with("NO_COLOR", "1")
                    .run("why", crisis(width), "--quick", "--state", "border=quiet, ally=fighting")
                    .out();
            assertThat(text.lines())
                    .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void theSameOnAnyNumberOfThreads() {
        String path = crisis();
        String one =
                shell.run("why", path, "--quick", "--json", "--threads", "1").out();
        assertThat(shell.run("why", path, "--quick", "--json", "--threads", "3").out())
                .isEqualTo(one);
    }

    @Test
    void theProcessSaysItOnStandardOutput() throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        var process = new ProcessBuilder(ProcessTest.command("why", Scenarios.prize(folder), "--outcome", "lost"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(out))
                .contains("It is gone")
                .contains("Storylines")
                .doesNotContain("\u001b");
        assertThat(Files.readString(err)).isEmpty();
    }
}
