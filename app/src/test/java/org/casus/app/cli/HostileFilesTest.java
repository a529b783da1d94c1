package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever stands in a file, people get a sentence and an exit code.
class HostileFilesTest {

    private static final int LARGE = 10_000_000;

    @TempDir
    Path folder;

    private void refused(byte[] bytes, int exit) throws IOException {
        Path file = Files.write(folder.resolve("hostile.yaml"), bytes);
        for (String command : List.of("check", "solve", "explain")) {
            quiet(new Shell().run(command, file.toString()), exit);
        }
    }

    private static void quiet(Shell.Result result, int exit) {
        assertThat(result.exit()).as(result.err()).isEqualTo(exit);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .isNotBlank()
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("org.casus");
        assertThat(result.err().length()).as("a page or two, whatever the file").isLessThan(100_000);
    }

    @Test
    void garbage() throws IOException {
        var random = new SplittableRandom(1);
        var bytes = new byte[LARGE];
        random.nextBytes(bytes);
        refused(bytes, 3);
        refused(Arrays.copyOf(bytes, 500_000), 3);
    }

    @Test
    void tooMuchText() throws IOException {
        var bytes = new byte[LARGE];
        Arrays.fill(bytes, (byte) 'a');
        refused(bytes, 3);
        refused(Arrays.copyOf(bytes, 100_000), 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "\u0000\u0001\u0002",
                "\uFEFF",
                "- a\n- b\n",
                "just words",
                "a: b: c",
                "%YAML 9.9\n---\n",
                "!!java.net.URL [x]",
                "a: &a [*a]",
                "format: casus/1\n---\nformat: casus/1\n",
                "\t\tformat: casus/1",
                "format: 'casus/1",
                "{format: casus/1, format: casus/1}",
                "format: casus/999\ntitle: \u001b[31mred\u001b[0m \u202e"
            })
    void oddTexts(String text) throws IOException {
        refused(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), 3);
    }

    @Test
    void nesting() throws IOException {
        refused("[".repeat(400_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII), 3);
        refused("{a: ".repeat(200_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII), 3);
    }

    @Test
    void aliasesThatMultiply() throws IOException {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int k = 1; k < 12; k++) {
            text.append("a").append(k).append(": &a").append(k).append(" [");
            text.append(("*a" + (k - 1) + ", ").repeat(9)).append("x]\n");
        }
        refused(text.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII), 3);
    }

    @Test
    void foldersAndWhatIsMissing() throws IOException {
        quiet(new Shell().run("check", folder.toString()), 5);
        Files.writeString(folder.resolve("other.yaml"), "x");
        assertThat(new Shell().run("check", folder.toString()).err()).contains("It has other.yaml");
        var missing = new Shell().run("check", folder.resolve("othr.yaml").toString());
        quiet(missing, 5);
        assertThat(missing.err()).contains("Did you mean").contains("other.yaml");
        quiet(new Shell().run("check", "no-such-scenario"), 2);
        quiet(new Shell().run("check", "a\u0000b"), 2);
        quiet(new Shell().run("check", ""), 2);
    }

    @Test
    void whatMayNotBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("locked.yaml"), Scenarios.PRIZE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "this user may read everything");
        var result = new Shell().run("check", file.toString());
        quiet(result, 5);
        assertThat(result.err()).contains("permission is denied");
    }

    @Test
    void debugShowsWhereItArose() {
        assertThat(new Shell().run("check", "no-such-scenario", "--debug").err())
                .contains("\tat ");
    }

    @Test
    void titlesCannotTakeOverTheTerminal() throws IOException {
        String text = Scenarios.PRIZE.replace("title: A prize", "title: \"A \\e[31mprize\\u202e\"");
        var file = Scenarios.write(folder, "painted.yaml", text);
        for (String command : List.of("solve", "check", "explain")) {
            var result = new Shell().run(command, file);
            assertThat(result.out() + result.err()).doesNotContain("\u001b").doesNotContain("\u202e");
        }
    }
}
