package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
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

    /// Without what differs between runs or machines: the time it took, the last digits of what is as
    /// good as zero, and where the lines of the sentence about them break.
    static String steady(String text) {
        String figures = text.replaceAll("(Solved|Stopped) (in|after)\\s+[0-9.]+\\s+s", "$1 $2 # s")
                .replaceAll("[0-9]e-[0-9]+", "#");
        return Pattern.compile("(Solved|Stopped) (in|after) #.*?odds\\s+#", Pattern.DOTALL)
                .matcher(figures)
                .replaceAll(sentence -> sentence.group().replaceAll("\\s+", " "));
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
    void quicklyComesToTheSameOddsAndSaysThatNobodyMadeSure() throws IOException {
        String file = Scenarios.write(folder, "border.yaml", InitCommand.template(Shelf.FILE));
        JsonNode sure =
                JsonMapper.shared().readTree(shell.run("solve", file, "--json").out());
        var result = shell.run("solve", file, "--json", "--quick");
        assertThat(result.exit()).isZero();
        assertThat(Schemas.complaints("solve-1.schema.json", result.out())).isEmpty();
        JsonNode quick = JsonMapper.shared().readTree(result.out());
        sure.at("/outcomes")
                .propertyStream()
                .forEach(outcome -> assertThat(
                                quick.at("/outcomes").get(outcome.getKey()).doubleValue())
                        .isCloseTo(outcome.getValue().doubleValue(), within(1e-7)));
        assertThat(quick.at("/residual").doubleValue()).isLessThan(1e-9);
        assertThat(quick.at("/warnings/0").stringValue()).contains("By the quick way", "--quick");
        assertThat(sure.at("/warnings").toString()).doesNotContain("quick");
        assertThat(quick.at("/work/settled").isNull()).isTrue();
        assertThat(sure.at("/work/settled").doubleValue()).isPositive();
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
        var empty = new Shell().typing("").run("solve", "-");
        assertThat(empty.exit()).isEqualTo(3);
        assertThat(empty.err()).startsWith("stdin:1:1").contains("1 error in stdin.");
    }

    @Test
    void scoresAreWhatTheOddsSay() throws IOException {
        String file = Scenarios.write(folder, "scored.yaml", Scenarios.PRIZE + """
                scores:
                  held: {title: Weeks with it, quantity: weeks with prize is taken}
                  days: days with prize is taken
                  lost-once: odds ever of prize is gone
                  now: odds of has-it
                  taking: ann/take is played
                """);
        var json =
                JsonMapper.shared().readTree(shell.run("solve", file, "--json").out());
        assertThat(Schemas.complaints("solve-1.schema.json", json.toString())).isEmpty();
        double held = json.at("/spent/prize/taken").doubleValue();
        assertThat(json.at("/scores/held/value").doubleValue()).isCloseTo(held, within(1e-9));
        assertThat(json.at("/scores/days/value").doubleValue()).isCloseTo(7 * held, within(1e-8));
        assertThat(json.at("/scores/lost-once/value").doubleValue())
                .isCloseTo(json.at("/coming/lost/ever").doubleValue(), within(1e-9));
        assertThat(json.at("/scores/now/value").doubleValue())
                .isCloseTo(json.at("/outcomes/has-it").doubleValue(), within(1e-9));
        double open = json.at("/spent/prize/free").doubleValue();
        assertThat(json.at("/scores/taking/value").doubleValue())
                .isCloseTo(json.at("/played/0/expectedTimes").doubleValue() / open, within(1e-9));
        assertThat(json.at("/scores/held/title").stringValue()).isEqualTo("Weeks with it");
        assertThat(json.at("/scores/held/is").stringValue()).isEqualTo("weeks with prize is taken");
        assertThat(json.at("/scores").valueStream().map(score -> score.at("/in").stringValue()))
                .containsExactly("weeks", "days", "odds", "odds", "per week");
        assertThat(shell.run("solve", file).out()).contains("Scores\n  Weeks with it ");
        assertThat(shell.run("solve", file, "--plain").out()).contains("Score Weeks with it: ");
        assertThat(shell.run("check", file).out().replaceAll("\\s+", " ")).contains("5 scores");
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
        assertThat(shell.run("solve", file, "--set", "theft odds").err())
                .contains("is no setting")
                .contains("--set 'ann looks ahead=6 months'");
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
    void progressSaysWhatIsLeftWhereThatCanBeTold() {
        String at = "big: 1,000 states, backward time 12 weeks";
        assertThat(SolverOptions.line(at, 0.2, 0.5, 60)).isEqualTo(at + ", residual 2e-01, about 30 s left");
        assertThat(SolverOptions.line(at, 0.2, 4, 60)).isEqualTo(at + ", residual 2e-01, about 4 min left");
        assertThat(SolverOptions.line(at, 0.2, Double.NaN, 60)).isEqualTo(at + ", residual 2e-01");
        assertThat(SolverOptions.where("backward time", 40.5, "week")).isEqualTo("backward time 40.5 weeks");
        assertThat(SolverOptions.where("principal branch", 0.0364, "week"))
                .isEqualTo("principal branch at 0.036 of full sharpness");
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

    @Test
    void theLimitIsWhatItIsSaidToBe() throws IOException {
        String file = Scenarios.prize(folder);
        var result = shell.run("solve", file, "--limit", "2");
        assertThat(result.exit()).isEqualTo(4);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("More than 2 states can be reached")
                .contains("raise the limit")
                .contains("casus solve --limit");
        var solved = shell.run("solve", file, "--limit", "3");
        assertThat(solved.exit()).isZero();
        assertThat(solved.out()).contains("After 10 weeks");
        assertThat(shell.run("solve", file, "--limit", "0").exit()).isEqualTo(2);
    }

    private static final String SLEEPER = """
              bargain: {between: [ann, bob], brokers: {carl: 50%}, dormant: true, then: light to on}
            """;

    /// The prize with somebody to agree with, and an agreement that sleeps.
    private static String sleeping() {
        return Scenarios.PRIZE
                .replace(
                        "moves:",
                        "  bob: {acts: every week, drifts: every month, looks ahead: 1 year, sharpness: 10}\n"
                                + "  carl: {acts: every week, drifts: every month, looks ahead: 1 year, sharpness: 10}\n"
                                + "agreements:\n" + SLEEPER + "moves:")
                .replace(
                        "policies:",
                        "policies:\n  talk: {set: {bargain dormant: \"true\"}}\n  idle: {set: {theft odds: 5%"
                                + " each week}}");
    }

    @Test
    void editsThatChangeNothingAreSaid() throws IOException {
        String file = Scenarios.write(folder, "sleeping.yaml", sleeping());
        var json = JsonMapper.shared()
                .readTree(shell.run("solve", file, "--json", "--policy", "idle", "--set", "theft odds=1% each week")
                        .out());
        assertThat(warnings(json))
                .as("the setting outdoes it")
                .contains("The policy idle changes nothing: the game is the same without it.");
        assertThat(warnings(json)).noneMatch(warning -> warning.startsWith("The setting"));
        var plain = shell.run("solve", file, "--set", "ann/switch-on costs=3", "--set", "theft odds=2% each week");
        assertThat(plain.out().replaceAll("\\s+", " "))
                .contains("! The setting ann/switch-on costs=3 changes nothing: the game is the same without it.")
                .doesNotContain("theft odds=2% each week changes nothing");
        assertThat(shell.run("solve", file, "--policy", "guarded").out()).doesNotContain("changes nothing");
        assertThat(shell.run("solve", file, "--policy", "as-is").out()).doesNotContain("changes nothing");
    }

    private static java.util.List<String> warnings(JsonNode json) {
        return json.at("/warnings").valueStream().map(JsonNode::stringValue).toList();
    }

    @Test
    void whatOnlyADormantThingReachesIsNoWarning() throws IOException {
        String file = Scenarios.write(folder, "sleeping.yaml", sleeping());
        assertThat(shell.run("check", file).out()).doesNotContain("never comes to");
        String slip =
                Scenarios.PRIZE.replace("dormant: true}", "if: prize is gone}").replace("if: light is off, ", "");
        var result = shell.run("check", Scenarios.write(folder, "slip.yaml", slip));
        assertThat(result.out()).contains("[never-reached]").contains("The row light never comes to on.");
    }

    @Test
    void jsonSaysWhatEverComes() throws IOException {
        var json = JsonMapper.shared()
                .readTree(shell.run("solve", Scenarios.prize(folder), "--json", "--tolerance", "1e-10")
                        .out());
        assertThat(json.at("/tolerance").doubleValue()).isEqualTo(1e-10);
        assertThat(json.at("/guesses").intValue()).isEqualTo(7);
        assertThat(json.at("/unsourced").intValue()).isEqualTo(1);
        assertThat(json.at("/next/start").stringValue()).isEqualTo("nobody");
        assertThat(json.at("/coming/nobody/ever").doubleValue()).isEqualTo(1);
        assertThat(json.at("/coming/nobody/first").isNull()).isTrue();
        assertThat(json.at("/coming/has-it/first").doubleValue()).isCloseTo(1, within(1e-9));
        assertThat(json.at("/coming/lost/atAll").doubleValue()).isCloseTo(1, within(1e-9));
        double lost = json.at("/outcomes/lost").doubleValue();
        assertThat(json.at("/coming/lost/ever").doubleValue()).as("it is final").isCloseTo(lost, within(1e-12));
        // A thief comes after ln(1/0.95) a week, the prize is taken first.
        double theft = -1 / Math.log1p(-0.05);
        double taken = json.at("/coming/has-it/expectedWait").doubleValue();
        assertThat(json.at("/coming/lost/expectedWait").doubleValue()).isCloseTo(taken + theft, within(1e-8));
        assertThat(json.at("/coming")
                        .valueStream()
                        .mapToDouble(one -> one.at("/expectedTime").doubleValue())
                        .sum())
                .isCloseTo(10, within(1e-9));
        assertThat(json.at("/spent/prize/gone").doubleValue())
                .isCloseTo(json.at("/coming/lost/expectedTime").doubleValue(), within(1e-9));
        assertThat(json.at("/spent/light/on").doubleValue()).isZero();
    }

    @Test
    void timesAreBounded() throws IOException {
        var late = shell.run("solve", Scenarios.prize(folder), "--at", "999999999");
        assertThat(late.exit()).isEqualTo(2);
        assertThat(late.err()).contains("“999999999” is too late: at most 10,000 weeks");
        assertThat(shell.run("solve", Scenarios.prize(folder), "--at", "300 years")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void ratesTooFastToFollowAreRefusedByName() throws IOException {
        String fast =
                Scenarios.PRIZE.replace("odds: 5% each week per guess, then", "odds: every 0.000000001 days, then");
        var result = shell.run("solve", Scenarios.write(folder, "fast.yaml", fast));
        assertThat(result.exit()).as(result.err()).isEqualTo(4);
        assertThat(result.err()).contains("too fast to follow").doesNotContain("error in Casus");
    }

    @Test
    void whatASettingBreaksIsAnErrorOfUsage() throws IOException {
        var result = shell.run("solve", Scenarios.prize(folder), "--set", "prize levels=[free, won]");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .contains("--set:1:1")
                .contains("With this setting, line ")
                .contains("errors in --set.");
    }

    @Test
    void standardInputMayBeginWithAMarkAndIsBounded() {
        assertThat(new Shell()
                        .typing("\uFEFF" + Scenarios.PRIZE)
                        .run("check", "-")
                        .exit())
                .isZero();
        var large = new Shell().typing("# é\n".repeat(1_000_000)).run("check", "-");
        assertThat(large.exit()).isEqualTo(3);
        assertThat(large.err()).contains("larger than 1 MB").doesNotContain("UTF-8");
    }
}
