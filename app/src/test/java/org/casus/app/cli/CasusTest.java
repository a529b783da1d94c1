package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.casus.app.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CasusTest {

    private final Shell shell = new Shell();

    @Test
    void versionNamesCasusAndJava() {
        var result = shell.run("--version");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).startsWith("casus " + Version.current()).contains("Java " + Runtime.version());
        assertThat(result.err()).isEmpty();
    }

    @Test
    void withoutACommandThereIsHelp() {
        assertThat(shell.run().out()).isEqualTo(shell.run("--help").out()).contains("Commands:").doesNotContain("\n\n\n");
        assertThat(shell.run().exit()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "check",
                "solve",
                "compare",
                "test",
                "explain",
                "export",
                "schema",
                "doctor",
                "completion"
            })
    void everyCommandHasHelpWithExamples(String command) {
        var result = shell.run(command, "--help");
        assertThat(result.exit()).isZero();
        assertThat(result.out())
                .contains("Usage: casus " + command)
                .contains("Examples:")
                .doesNotContain("\n\n\n");
        assertThat(result.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(shell.run("help", command).out()).isEqualTo(result.out());
    }

    @Test
    void anUnknownCommandNamesTheNearest() {
        var result = shell.run("slove");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("""
                casus: There is no command “slove”.
                  Did you mean solve?
                  See casus --help.
                """);
        assertThat(shell.run("help", "slove").exit()).isEqualTo(2);
    }

    @Test
    void anUnknownOptionNamesTheNearest() {
        var result = shell.run("solve", "x", "--polcy=y");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("There is no option --polcy.").contains("Did you mean --policy?");
    }

    @Test
    void whatIsMissingOrTooMuchIsSaid() {
        assertThat(shell.run("solve").err()).contains("Missing required parameter: 'SCENARIO'");
        assertThat(shell.run("doctor", "me").err()).contains("“me” is one word too many.");
        assertThat(shell.run("solve", "x", "--threads", "many").err()).contains("“many” is not a whole number.");
        assertThat(shell.run("solve", "x", "--seed", "x").err()).contains("“x” is not a whole number.");
        assertThat(shell.run("solve", "x", "--tolerance", "x").err()).contains("“x” is not a number, such as 1e-9.");
    }

    @Test
    void colourIsForTerminalsThatWantIt() {
        assertThat(shell.run("slove").err()).doesNotContain("\u001b");
        assertThat(new Shell().terminal(80).run("slove").err()).contains("\u001b[31m");
        assertThat(new Shell().terminal(80).with("NO_COLOR", "1").run("slove").err())
                .doesNotContain("\u001b");
        assertThat(new Shell().terminal(80).with("TERM", "dumb").run("slove").err())
                .doesNotContain("\u001b");
        assertThat(shell.run("schema", "x", "--color=always").err()).contains("\u001b[31m");
        assertThat(new Shell().terminal(80).run("schema", "x", "--color=never").err())
                .doesNotContain("\u001b");
        assertThat(shell.run("--help", "--color=always").out()).contains("\u001b[");
    }

    @Test
    void atSignsAreNoFilesOfArguments() {
        var result = shell.run("solve", "@pom.xml");
        assertThat(result.err()).contains("@pom.xml");
    }
}
