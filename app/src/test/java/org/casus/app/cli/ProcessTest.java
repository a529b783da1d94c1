package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.casus.app.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line as the shell sees it: a process with its own streams and exit code.
class ProcessTest {

    @TempDir
    Path folder;

    static List<String> command(String... args) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Dcasus.terminal="));
        command.addAll(List.of("-cp", classPath, Main.class.getName()));
        command.addAll(List.of(args));
        return command;
    }

    private Shell.Result run(String... args) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        var process = new ProcessBuilder(command(args))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended by itself").isTrue();
        return new Shell.Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void dataAndTalkGoTheirWays() throws IOException, InterruptedException {
        var solved = run("solve", Scenarios.prize(folder));
        assertThat(solved.exit()).isZero();
        assertThat(solved.out()).contains("Ann has it").doesNotContain("\u001b");
        assertThat(solved.err()).isEmpty();
    }

    @Test
    void exitCodesReachTheShell() throws IOException, InterruptedException {
        assertThat(run("solve").exit()).isEqualTo(2);
        assertThat(run("check", Scenarios.write(folder, "broken.yaml", "format: casus/1"))
                        .exit())
                .isEqualTo(3);
        assertThat(run("check", folder.resolve("missing.yaml").toString()).exit())
                .isEqualTo(5);
    }

    @Test
    void aReaderThatLeavesIsNoError() throws IOException, InterruptedException {
        Path err = folder.resolve("err.txt");
        var process = new ProcessBuilder(command("schema"))
                .redirectError(err.toFile())
                .start();
        process.getInputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(err)).isEmpty();
    }

    @Test
    void aDiskThatIsFullIsOne() throws IOException, InterruptedException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no such device here");
        Path err = folder.resolve("err.txt");
        var process = new ProcessBuilder(command("schema"))
                .redirectOutput(full.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(5);
        assertThat(Files.readString(err)).contains("The output could not be written");
    }

    @Test
    void beingInterruptedIsSaidAndTold() throws IOException, InterruptedException {
        assumeTrue(hearsInterrupts(), "started where interrupts are ignored");
        Path err = folder.resolve("err.txt");
        var process = new ProcessBuilder(command("solve", "-"))
                .redirectError(err.toFile())
                .start();
        // It waits for its input; what it printed first, were it ready, nobody could know but by trying.
        for (int k = 0; k < 100 && process.isAlive(); k++) {
            Thread.sleep(300);
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(Files.readString(err, StandardCharsets.UTF_8)).doesNotContain("Exception");
    }

    /// A shell without job control starts what runs in the background deaf to interrupts, and so are its
    /// children.
    private static boolean hearsInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 0b10) == 0);
    }
}
