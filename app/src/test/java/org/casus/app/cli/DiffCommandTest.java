package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.casus.app.Golden;
import org.casus.app.json.Schemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiffCommandTest {

    @TempDir
    Path folder;

    private final Shell shell = new Shell();
    private String crisis = "";

    @BeforeEach
    void crisis() throws IOException {
        assertThat(shell.run("init", folder.resolve("crisis").toString()).exit())
                .isZero();
        crisis = Files.readString(folder.resolve("crisis/scenario.yaml"));
    }

    /// The crisis with pieces of its text replaced, each piece by the next.
    private String edited(String name, String... changes) throws IOException {
        String text = crisis;
        for (int k = 0; k < changes.length; k += 2) {
            assertThat(text).contains(changes[k]);
            text = text.replace(changes[k], changes[k + 1]);
        }
        return Scenarios.write(folder, name, text);
    }

    private String before() throws IOException {
        return edited("before.yaml");
    }

    private String several() throws IOException {
        return edited(
                "after.yaml",
                "valley-line is with-the-north: 5 to 8 per report}",
                "valley-line is with-the-north: 7 to 9 per report}",
                "8% to 14% each week per report",
                "12% to 18% each week per report",
                "union: 50% to 80% per guess}",
                "union: 40% to 90% per guess}",
                "  quiet: {title",
                "  peace: {title",
                "odds of quiet rise",
                "odds of peace rise",
                "title: A border crisis",
                "title: A border crisis, revised",
                "  eastland/go-home",
                "  southland/yield: {if: border is fighting, costs: 0.2, then: border to quiet}\n  eastland/go-home");
    }

    private String steady(String text) {
        return SolveCommandTest.steady(text.replace(folder + "/", ""));
    }

    private JsonNode json(String... args) {
        var result = shell.run(args);
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
        return JsonMapper.shared().readTree(result.out());
    }

    @Test
    void theScreenAndItsSentences() throws IOException {
        var screen = shell.run("diff", before(), several());
        assertThat(screen.err()).isEmpty();
        assertThat(screen.exit()).isZero();
        Golden.check("diff.txt", steady(screen.out()));
        assertThat(screen.out().lines().mapToInt(String::length).max().orElse(0))
                .isLessThanOrEqualTo(80 + folder.toString().length());
        Golden.check(
                "diff-plain.txt",
                steady(shell.run("diff", before(), several(), "--plain").out()));
        Golden.check(
                "diff-no-solve.txt",
                steady(shell.run("diff", before(), several(), "--no-solve").out()));
        assertThat(shell.run("diff", before(), several(), "--color", "always").out())
                .contains("\u001b[1m");
    }

    @Test
    void effectsAreThoseOfTwoSolvesAndTheirPartsAddUp() throws IOException {
        String[] ask = {"diff", before(), several(), "--json"};
        JsonNode diff = json(ask);
        assertThat(Schemas.complaints("diff-1.schema.json", shell.run(ask).out()))
                .isEmpty();
        JsonNode first = json("solve", before(), "--json");
        JsonNode second = json("solve", several(), "--json");
        assertThat(diff.at("/before/hash")).isEqualTo(first.at("/hash"));
        for (JsonNode outcome : diff.at("/outcomes")) {
            String id = outcome.at("/id").stringValue();
            double before = odds(first, id);
            double after = odds(second, outcome.at("/idAfter").stringValue());
            assertThat(outcome.at("/before").doubleValue()).isCloseTo(before, within(1e-6));
            assertThat(outcome.at("/after").doubleValue()).isCloseTo(after, within(1e-6));
            JsonNode total = diff.at("/total/odds").get(id);
            assertThat(total.at("/total").doubleValue()).isCloseTo(after - before, within(1e-6));
            for (String part : new String[] {"total", "direct", "strategic"}) {
                double sum = diff.at("/interaction").get(id).get(part).doubleValue();
                for (JsonNode step : diff.at("/steps")) {
                    sum += step.at("/effect/moves").booleanValue()
                            ? step.at("/effect/odds").get(id).get(part).doubleValue()
                            : 0;
                }
                assertThat(sum).isCloseTo(total.get(part).doubleValue(), within(1e-12));
            }
        }
        assertThat(diff.at("/steps").size()).isEqualTo(3);
        assertThat(shell.run("diff", before(), several(), "--json", "--threads", "1")
                        .out())
                .isEqualTo(shell.run("diff", before(), several(), "--json", "--threads", "2")
                        .out());
    }

    @Test
    void eachChangeAloneIsASolveOfItsOwn() throws IOException {
        JsonNode diff = json("diff", before(), several(), "--json");
        String alone = edited("alone.yaml", "8% to 14% each week per report", "12% to 18% each week per report");
        JsonNode first = json("solve", before(), "--json");
        JsonNode second = json("solve", alone, "--json");
        int found = 0;
        for (JsonNode step : diff.at("/steps")) {
            String path = diff.at("/changes/" + step.at("/changes/0").intValue() + "/path")
                    .stringValue();
            if (path.equals("north-gains odds")) {
                found++;
                step.at("/effect/odds")
                        .properties()
                        .forEach(entry -> assertThat(
                                        entry.getValue().at("/total").doubleValue())
                                .isCloseTo(odds(second, entry.getKey()) - odds(first, entry.getKey()), within(1e-6)));
                assertThat(step.at("/effect/odds/wider-war/direct").doubleValue())
                        .isNotZero();
            }
        }
        assertThat(found).isEqualTo(1);
    }

    private static double odds(JsonNode solved, String outcome) {
        JsonNode last = solved.at("/odds").get(solved.at("/odds").size() - 1);
        JsonNode value = last == null
                ? solved.at("/outcomes").get(outcome)
                : last.at("/outcomes").get(outcome);
        return value.doubleValue();
    }

    @Test
    void changesBeyondTheMostArePutInTogether() throws IOException {
        JsonNode one = json("diff", before(), several(), "--json", "--max", "1");
        assertThat(one.at("/steps").size()).isEqualTo(2);
        assertThat(one.at("/steps/0/toldApart").booleanValue()).isTrue();
        assertThat(one.at("/steps/1/toldApart").booleanValue()).isFalse();
        assertThat(one.at("/steps/1/changes").size()).isEqualTo(2);
        JsonNode none = json("diff", before(), several(), "--json", "--max", "0");
        assertThat(none.at("/steps").size()).isEqualTo(1);
        assertThat(none.at("/steps/0/effect")).isEqualTo(none.at("/total"));
        assertThat(shell.run("diff", before(), several(), "--max", "1").out()).contains("not told apart (--max)");
        assertThat(shell.run("diff", before(), several(), "--max", "-1").exit()).isEqualTo(Exit.USAGE.code());
    }

    @Test
    void whatMeansTheSameIsSaidToBeTheSame() throws IOException {
        String other = edited("other.yaml", "# the fastest an actor can move", "# another remark");
        var same = shell.run("diff", before(), other, "--exit-code");
        assertThat(same.exit()).isZero();
        assertThat(same.out()).contains("No difference in meaning: what differs is layout");
        assertThat(shell.run("diff", before(), before()).out()).contains("both are the same text");
        JsonNode json = json("diff", before(), other, "--json");
        assertThat(json.at("/same").booleanValue()).isTrue();
        assertThat(json.at("/total").isNull()).isTrue();
        assertThat(json.at("/before/hash")).isNotEqualTo(json.at("/after/hash"));
    }

    @Test
    void underAPolicyAndSettingsTheEffectsAreThoseOfTwoSolvesUnderThem() throws IOException {
        String[] under = {"--policy", "no-pact", "--set", "truce lapses=20% each week", "--json"};
        String[] ask = {"diff", before(), several(), under[0], under[1], under[2], under[3], under[4]};
        JsonNode diff = json(ask);
        assertThat(Schemas.complaints("diff-1.schema.json", shell.run(ask).out()))
                .isEmpty();
        JsonNode first = json("solve", before(), under[0], under[1], under[2], under[3], under[4]);
        JsonNode second = json("solve", several(), under[0], under[1], under[2], under[3], under[4]);
        assertThat(diff.at("/policy").stringValue()).isEqualTo("no-pact");
        assertThat(diff.at("/settings/0").stringValue()).isEqualTo("truce lapses=20% each week");
        assertThat(diff.at("/before/hash")).isEqualTo(first.at("/hash"));
        assertThat(diff.at("/after/hash")).isEqualTo(second.at("/hash"));
        for (JsonNode outcome : diff.at("/outcomes")) {
            String id = outcome.at("/id").stringValue();
            assertThat(diff.at("/total/odds").get(id).at("/total").doubleValue())
                    .isCloseTo(odds(second, outcome.at("/idAfter").stringValue()) - odds(first, id), within(1e-6));
        }
        assertThat(shell.run("diff", before(), several(), under[0], under[1], under[2], under[3], "--max", "0")
                        .out())
                .contains("Both under the policy no-pact, with truce lapses=20% each week.");
    }

    @Test
    void whatASettingOverridesDoesNothing() throws IOException {
        String after = edited("worth.yaml", "8% to 14% each week per report", "12% to 18% each week per report");
        var same = shell.run("diff", before(), after, "--set", "north-gains odds=10% each week", "--plain");
        assertThat(same.err()).isEmpty();
        assertThat(same.out())
                .contains("Both with north-gains odds=10% each week.", "and the same odds: it is the same game");
        assertThat(shell.run("diff", before(), after, "--set", "nowhere at-all=1")
                        .exit())
                .isNotZero();
        var unknown = shell.run("diff", before(), after, "--policy", "no-pct");
        assertThat(unknown.exit()).isEqualTo(Exit.USAGE.code());
        assertThat(unknown.err()).contains("Did you mean no-pact?");
    }

    @Test
    void aChangeOfThePolicyInForceCountsByWhateverName() throws IOException {
        String was = "set: {patrols-clash odds: 0.2% to 1% each week per guess}}";
        String set = "set: {truce lapses: 20% each week, north-gains odds: 10% each week, patrols-clash odds: ";
        String before = edited("before.yaml", was, set + "1% each week}}");
        String after = edited(
                "policy.yaml",
                was,
                set + "0.2% each week}}",
                "monitors: {",
                "watch: {",
                "under monitors",
                "under watch");
        assertThat(shell.run("diff", before, after).out()).contains("counts under this policy alone");
        JsonNode diff = json("diff", before, after, "--policy", "monitors", "--json");
        JsonNode first = json("solve", before, "--policy", "monitors", "--json");
        JsonNode second = json("solve", after, "--policy", "watch", "--json");
        assertThat(diff.at("/steps").size()).isEqualTo(1);
        assertThat(diff.at("/steps/0/effect")).isEqualTo(diff.at("/total"));
        double moved = odds(second, "quiet") - odds(first, "quiet");
        assertThat(moved).isNotCloseTo(0, within(1e-4));
        assertThat(quiet(diff.at("/total/odds"))).isCloseTo(moved, within(1e-6));
    }

    @Test
    void rangesAndWhatIsOutOfReachTouchNoOdds() throws IOException {
        String ranges = edited("ranges.yaml", "union: 50% to 80% per guess}", "union: 60% to 70% per guess}");
        var range = shell.run("diff", before(), ranges, "--exit-code");
        assertThat(range.exit()).isEqualTo(Exit.DIFFERS.code()).isEqualTo(1);
        assertThat(range.out()).contains("none can touch the odds", "changes the range, not the central odds");
        String asleep = edited(
                "asleep.yaml",
                "  eastland/go-home",
                "  southland/yield: {dormant: true, if: border is fighting, then: border to quiet}\n  eastland/go-home");
        var same = shell.run("diff", before(), asleep);
        assertThat(same.out())
                .contains("the same odds", "new: move southland/yield", "the game is the same, number by number");
    }

    @Test
    void aNewMoveIsNoPartOfAnyPlan() throws IOException {
        String after = edited(
                "yield.yaml",
                "  eastland/go-home",
                "  northland/stop: {if: border is fighting, costs: 0.05, then: border to quiet}\n  eastland/go-home");
        var result = shell.run("diff", before(), after);
        assertThat(result.out()).contains("Nobody had planned northland/stop", "counts as strategic");
        var back = shell.run("diff", after, before());
        assertThat(back.out()).contains("gone: move northland/stop", "Plans that had northland/stop go without");
    }

    @Test
    void aChangeThatActsOnlyOnceAnotherIsInIsToldAsWhatTheyDoToEachOther() throws IOException {
        String stop = "  northland/stop: {dormant: true, if: border is fighting, costs: 0.5, then: border to quiet}\n";
        String shut = edited("shut.yaml", "  eastland/go-home", stop + "  eastland/go-home");
        String open =
                edited("open.yaml", "  eastland/go-home", stop.replace("dormant: true, ", "") + "  eastland/go-home");
        String cheap = edited(
                "cheap.yaml",
                "  eastland/go-home",
                stop.replace("dormant: true, ", "").replace("0.5", "0.05") + "  eastland/go-home");
        JsonNode both = json("diff", shut, cheap, "--json");
        JsonNode opened = json("diff", shut, open, "--json");
        assertThat(opened.at("/steps").size()).isEqualTo(1);
        assertThat(opened.at("/steps/0/effect")).isEqualTo(opened.at("/total"));
        assertThat(both.at("/steps").size()).isEqualTo(2);
        int moved = 0;
        for (JsonNode step : both.at("/steps")) {
            if (step.at("/effect/moves").booleanValue()) {
                moved++;
                double alone = quiet(step.at("/effect/odds"));
                assertThat(alone).isCloseTo(quiet(opened.at("/total/odds")), within(1e-6));
                assertThat(quiet(both.at("/interaction")))
                        .isCloseTo(quiet(both.at("/total/odds")) - alone, within(1e-12))
                        .isNotCloseTo(0, within(1e-4));
            }
        }
        assertThat(moved).isEqualTo(1);
    }

    private static double quiet(JsonNode odds) {
        return odds.at("/quiet/total").doubleValue();
    }

    @Test
    void whatIsWrongInEitherIsSaidAsCheckSaysIt() throws IOException {
        String wrong = edited("wrong.yaml", "start: fighting, at: valley", "start: fightin, at: valley");
        var check = shell.run("check", wrong);
        var diff = shell.run("diff", before(), wrong);
        assertThat(diff.exit()).isEqualTo(Exit.INVALID.code());
        assertThat(diff.err()).isEqualTo(check.err()).contains("fightin");
        assertThat(diff.out()).isEmpty();
        String worse = edited("worse.yaml", "union: 50% to 80%", "onion: 50% to 80%");
        assertThat(shell.run("diff", wrong, worse).err()).contains("fightin", "onion");
        assertThat(shell.run("diff", wrong, before()).exit()).isEqualTo(Exit.INVALID.code());
        assertThat(shell.run("diff", before(), folder + "/nowhere.yaml").exit()).isEqualTo(Exit.IO.code());
        assertThat(shell.run("diff", before()).exit()).isEqualTo(Exit.USAGE.code());
    }

    @Test
    void whatIsNotSolvedSaysSoAndStillComparesWithoutSolving() throws IOException {
        String fast = edited("fast.yaml", "odds: 1% to 4% each week per report", "odds: every 0.000000001 days");
        var late = shell.run("diff", before(), fast);
        assertThat(late.exit()).isEqualTo(Exit.UNSOLVED.code());
        assertThat(late.err()).contains("is not solved", "casus diff --no-solve");
        assertThat(shell.run("diff", before(), fast, "--no-solve").exit()).isZero();
    }

    @Test
    void oneOfTheTwoMayComeFromStandardInput() throws IOException {
        String after = several();
        var piped = new Shell().typing(Files.readString(Path.of(after))).run("diff", before(), "-", "--no-solve");
        assertThat(piped.exit()).isZero();
        assertThat(piped.out()).contains("renamed: outcome quiet");
        assertThat(shell.run("diff", "-", "-").exit()).isEqualTo(Exit.USAGE.code());
    }

    @Test
    void asAProcess() throws IOException, InterruptedException {
        Path out = folder.resolve("out.json");
        Path err = folder.resolve("err.txt");
        var command = ProcessTest.command("diff", before(), several(), "--json", "--exit-code", "--progress");
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        String text = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(Schemas.complaints("diff-1.schema.json", text)).isEmpty();
    }
}
