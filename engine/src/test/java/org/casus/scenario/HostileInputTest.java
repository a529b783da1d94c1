package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a file holds, it is read or refused with problems: no other exception, no hanging, no
/// heap gone.
class HostileInputTest {

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "(",
            ")",
            ":",
            ",",
            "&a ",
            "*a",
            "!!int ",
            "\"",
            "'",
            "#",
            "|",
            ">",
            "- ",
            "? ",
            "%",
            "\t",
            "\n",
            "\r\n",
            "\u0000",
            "\uFEFF",
            "\uD83D\uDE00",
            "is",
            "not",
            "and",
            "or",
            "at least",
            "per",
            "rest",
            "otherwise",
            "due",
            "to",
            "up",
            "999999999999999999999",
            "-1",
            "0",
            "100%",
            "every",
            "each",
            "around",
            "line",
            "csto",
            "truce",
            "---\n",
            "<<: *a",
            "~",
            "null",
            "\u0085",
            "\u2028",
            "always",
            "dormant: true",
            "final: true",
            "range: 3",
            "table: talks",
            "[[",
            "}}");

    private static final Pattern ENTRY =
            Pattern.compile("[a-z][a-z/ -]*: ([^,{}\\[\\]\n]+|\\[[^]\n]*]|\\{[^{}\n]*})(, )?");

    static IntStream seeds() {
        return IntStream.range(0, 600);
    }

    @Test
    void mutationsAreReadOrRefused() throws Exception {
        List<String> samples = List.of(Samples.sketch(), Samples.neighbours());
        seeds().forEach(seed -> {
            String text = mutated(samples.get(seed % 2), new Random(seed));
            assertThatCode(() -> read(text)).as("seed " + seed).doesNotThrowAnyException();
        });
    }

    @Test
    void everyBeginningOfTheSketchIsReadOrRefused() throws Exception {
        String sketch = Samples.sketch();
        for (int end = 0; end < sketch.length(); end += 23) {
            String text = sketch.substring(0, end);
            assertThatCode(() -> read(text)).as("the first " + end).doesNotThrowAnyException();
        }
    }

    private static void read(String text) {
        try {
            ScenarioFile file = Samples.read(text);
            Lint.of(file.scenario());
            for (Policy policy : file.scenario().policies()) {
                file.with(Edits.policy(policy.id()));
            }
        } catch (ScenarioException e) {
            assertThat(e.problems()).isNotEmpty();
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static String mutated(String text, Random random) {
        var changed = new StringBuilder(text);
        int times = 1 + random.nextInt(4);
        for (int k = 0; k < times; k++) {
            int at = random.nextInt(changed.length());
            int length = Math.min(changed.length() - at, 1 + random.nextInt(12));
            switch (random.nextInt(8)) {
                case 0 -> changed.delete(at, at + length);
                case 1 -> changed.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> changed.replace(at, at + length, PIECES.get(random.nextInt(PIECES.size())));
                case 3 -> {
                    String piece = changed.substring(at, at + length);
                    changed.insert(random.nextInt(changed.length()), piece);
                }
                case 4, 5, 6 -> entry(changed, random);
                default -> changed.setCharAt(at, (char) (32 + random.nextInt(200)));
            }
        }
        return changed.toString();
    }

    /// Takes away an entry, or gives it the value of another.
    private static void entry(StringBuilder text, Random random) {
        List<MatchResult> entries = ENTRY.matcher(text).results().toList();
        if (entries.isEmpty()) {
            return;
        }
        MatchResult one = entries.get(random.nextInt(entries.size()));
        MatchResult other = entries.get(random.nextInt(entries.size()));
        if (random.nextBoolean()) {
            text.delete(one.start(), one.end());
        } else {
            text.replace(one.start(1), one.end(1), other.group(1));
        }
    }

    static List<String> bombs() {
        return List.of(
                "[".repeat(200_000),
                "{a: ".repeat(100_000),
                "- ".repeat(200_000),
                "? ".repeat(200_000),
                "a: ".repeat(200_000),
                "!".repeat(200_000),
                "&a ".repeat(100_000),
                "*".repeat(200_000),
                "\"".repeat(200_001),
                "title: " + "x".repeat(500_000),
                "x".repeat(500_000) + ": y",
                "title: >\n" + " y\n".repeat(200_000),
                "%".repeat(300_000),
                "title: 'a" + "\n".repeat(300_000) + "'",
                IntStream.range(0, 60_000).mapToObj(k -> "k" + k + ": v\n").collect(Collectors.joining()));
    }

    @Test
    void bombsAreRefused() {
        List<String> bombs = bombs();
        for (int k = 0; k < bombs.size(); k++) {
            String text = bombs.get(k);
            var thrown = catchThrowableOfType(ScenarioException.class, () -> Samples.read(text));
            assertThat(thrown).as("bomb " + k).isNotNull();
            assertThat(thrown.getMessage().length()).as("bomb " + k).isLessThan(100_000);
        }
    }

    @Test
    void commitmentsKeptByOneAnotherCannotGrowWithoutBound() throws Exception {
        var chain = new StringBuilder("commitments:\n");
        for (int k = 0; k < 40; k++) {
            String next = "c" + (k + 1) + " is kept";
            chain.append("  c" + k + ": {binds: east, to: defend south, covers: [border], breaking costs: 1, kept by: "
                    + (k == 39 ? "always" : next + " or " + next) + "}\n");
        }
        String text = Samples.neighbours("commitments:\n", chain.toString());
        var thrown = catchThrowableOfType(ScenarioException.class, () -> Samples.read(text));
        assertThat(thrown.getMessage()).contains("too long, other commitments written out");
    }

    @Test
    void deepConditionsAreRefused() throws Exception {
        for (String deep :
                List.of("(".repeat(1500) + "war is truce" + ")".repeat(1500), "not ".repeat(900) + "always")) {
            String text = Samples.neighbours("if: pact is due", "if: \"" + deep + "\"");
            var thrown = catchThrowableOfType(ScenarioException.class, () -> Samples.read(text));
            assertThat(thrown).isNotNull();
            assertThat(thrown.getMessage()).contains("inside one another");
        }
    }

    @Test
    void tenMegabytesOfGarbageAreRefusedBeforeTheyAreRead(@TempDir Path folder) throws IOException {
        var garbage = new byte[10_000_000];
        new Random(1).nextBytes(garbage);
        Path file = Files.write(folder.resolve("garbage.yaml"), garbage);
        var thrown = catchThrowableOfType(ScenarioException.class, () -> ScenarioFile.load(file));
        assertThat(thrown.getMessage()).contains("larger than 1 MB");
    }

    @Test
    void whatIsNotUtf8IsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("old.yaml"), "title: Straße".getBytes(StandardCharsets.ISO_8859_1));
        var thrown = catchThrowableOfType(ScenarioException.class, () -> ScenarioFile.load(file));
        assertThat(thrown.getMessage()).contains("not UTF-8");
        assertThat(thrown.problems().getFirst().position().line()).isEqualTo(1);
    }

    @Test
    void whateverIsReadIsReadAsAFileIs() throws Exception {
        byte[] text = ("\uFEFF" + Samples.neighbours()).getBytes(StandardCharsets.UTF_8);
        ScenarioFile read = ScenarioFile.load("stdin", "standard-input", new ByteArrayInputStream(text));
        assertThat(read.scenario().name()).isEqualTo("stdin");
        byte[] large = "é".repeat(3_000_001).getBytes(StandardCharsets.UTF_8);
        var thrown = catchThrowableOfType(
                ScenarioException.class,
                () -> ScenarioFile.load("stdin", "standard-input", new ByteArrayInputStream(large)));
        assertThat(thrown.getMessage()).contains("larger than 1 MB").doesNotContain("UTF-8");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNoHarm(@TempDir Path folder) throws Exception {
        String text = "\uFEFF" + Samples.neighbours().replace("\n", "\r\n");
        Path file = Files.writeString(folder.resolve("windows.yaml"), text);
        Scenario scenario = ScenarioFile.load(file).scenario();
        assertThat(scenario.name()).isEqualTo("windows");
        assertThat(Samples.row(scenario, "stance").position()).hasToString(file + ":12:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\uD800", "\uFFFE"})
    void charactersThatNoTextHoldsAreShownAsDots(String character) {
        var thrown = catchThrowableOfType(ScenarioException.class, () -> Samples.read("title: a" + character + "b\n"));
        assertThat(thrown).isNotNull();
        assertThat(thrown.getMessage()).doesNotContain("\u0000");
    }

    @Test
    void manyProblemsAreCutShort() throws IOException {
        var text = new StringBuilder("format: casus/1\n");
        for (int k = 0; k < 400; k++) {
            text.append("key").append(k).append(": x\n");
        }
        var thrown = catchThrowableOfType(ScenarioException.class, () -> Samples.read(text.toString()));
        assertThat(thrown.problems()).hasSizeLessThanOrEqualTo(Limits.PROBLEMS + 1);
        assertThat(thrown.getMessage()).contains("reading stopped here");
    }
}
