package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Run folders on disks that are full or may not be written, and two processes at one folder.
///
/// The disks are in memory, mounted in a name space of their own, which ends with the process: nothing is left
/// behind. Where the system does not allow that, those tests are skipped.
class StoreTroubleTest {

    @TempDir
    Path folder;

    private String scenario = "";

    @BeforeEach
    void write() throws IOException {
        scenario = Scenarios.write(folder, "neighbours.yaml", Claims.TEXT);
        Files.createDirectory(folder.resolve("disk"));
    }

    private Shell.Result ended(Process process, String name) throws IOException, InterruptedException {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ended by itself").isTrue();
        return new Shell.Result(
                process.exitValue(),
                Files.readString(folder.resolve(name + ".out")),
                Files.readString(folder.resolve(name + ".err")));
    }

    private Process start(String name, List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile())
                .start();
    }

    /// Runs a shell script that may mount what it likes at `disk`.
    private Shell.Result alone(String name, String script) throws IOException, InterruptedException {
        return ended(
                start(name, List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-ec", script)), name);
    }

    private void assumeDisks() throws InterruptedException {
        Shell.Result tried;
        try {
            tried = alone("try", "mount -t tmpfs -o size=64k tmpfs disk");
        } catch (IOException e) {
            tried = new Shell.Result(127, "", String.valueOf(e.getMessage()));
        }
        assumeTrue(tried.exit() == 0, "no disks of our own here: " + tried.err());
    }

    private static String line(String... args) {
        return ProcessTest.command(args).stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    private String[] test(int worlds, String run) {
        return new String[] {"test", scenario, "--worlds", Integer.toString(worlds), "--json", "--run", run};
    }

    private static void assertFull(Shell.Result full) {
        assertThat(full.exit()).isEqualTo(5);
        assertThat(full.out()).isEmpty();
        assertThat(full.err().replaceAll("\\s+", " "))
                .contains("There is no room left for the run in disk/run.")
                .contains("Make room and give the same command again")
                .doesNotContain("Exception");
    }

    /// On a disk of each size the run is broken off; on a larger one it goes on to the same answer.
    @Test
    void aDiskThatIsFullLosesNothing() throws Exception {
        assumeDisks();
        String whole =
                new Shell().run(test(32, folder.resolve("whole").toString())).out();
        var sizes = List.of("8k", "40k", "580k");
        var script = new ArrayList<String>();
        for (String size : sizes) {
            script.add("mount -t tmpfs -o size=" + size + " tmpfs disk");
            script.add("if " + line(test(32, "disk/run")) + " >" + size + ".out 2>" + size
                    + ".err; then echo done; else echo $?; fi");
            script.add("mount -o remount,size=64m disk");
            script.add(line(test(32, "disk/run")) + " >" + size + ".json");
            script.add("cp disk/run/claims.csv " + size + ".csv; ls -A disk/run >" + size + ".ls; umount disk");
        }
        var ran = alone("sizes", String.join("\n", script));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines()).hasSize(sizes.size()).containsOnly("5");
        for (String size : sizes) {
            assertFull(new Shell.Result(
                    5,
                    Files.readString(folder.resolve(size + ".out")),
                    Files.readString(folder.resolve(size + ".err"))));
            assertThat(RunTest.answer(Files.readString(folder.resolve(size + ".json"))))
                    .as(size)
                    .isEqualTo(RunTest.answer(whole));
            assertThat(folder.resolve(size + ".csv"))
                    .hasSameTextualContentAs(folder.resolve("whole").resolve("claims.csv"));
            assertThat(Files.readAllLines(folder.resolve(size + ".ls"))).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void aDiskThatMayNotBeWrittenIsSaidAndLeft() throws Exception {
        assumeDisks();
        String script = String.join(
                "\n",
                "mount -t tmpfs -o size=16m tmpfs disk",
                line(test(4, "disk/run")) + " >begun.json",
                "cat disk/run/* | cksum >before",
                "mount -o remount,ro disk",
                "for run in disk/run disk/new; do",
                "  if " + line(test(8, "RUN")).replace("'RUN'", "$run")
                        + " >>no.out 2>>no.err; then exit 9; else echo $?; fi",
                "done",
                "cat disk/run/* | cksum >after");
        var ran = alone("ro", script);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines()).containsExactly("5", "5");
        assertThat(folder.resolve("no.out")).isEmptyFile();
        assertThat(Files.readString(folder.resolve("no.err")).replaceAll("\\s+", " "))
                .contains("The run folder disk/run cannot be written: the file system is read-only.")
                .contains("The run folder disk/new cannot be written: the file system is read-only.")
                .contains("Choose another folder with --run.")
                .doesNotContain("Exception");
        assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
    }

    @Test
    void aFolderThatAnotherProcessWorksOnIsLeftToIt() throws Exception {
        Process first = start("first", ProcessTest.command(test(4000, "shared")));
        try {
            while (first.isAlive() && !Files.exists(folder.resolve("shared/run.json"))) {
                Thread.sleep(5);
            }
            byte[] manifest = Files.readAllBytes(folder.resolve("shared/run.json"));
            var second = ended(start("second", ProcessTest.command(test(4000, "shared"))), "second");
            assertThat(first.isAlive()).isTrue();
            assertThat(second.exit()).isEqualTo(5);
            assertThat(second.out()).isEmpty();
            assertThat(second.err().replaceAll("\\s+", " "))
                    .contains("The run in shared is being worked on by another process.")
                    .contains("Wait until that one ends, or choose another folder.");
            assertThat(Files.readAllBytes(folder.resolve("shared/run.json"))).isEqualTo(manifest);
        } finally {
            first.destroyForcibly();
            first.waitFor();
        }
    }

    @Test
    void whatWasFinishedIsKeptAndShownThoughTheOutputIsFull() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no such device here");
        Process process = new ProcessBuilder(ProcessTest.command(test(4, "kept")))
                .directory(folder.toFile())
                .redirectOutput(full.toFile())
                .redirectError(folder.resolve("kept.err").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(5);
        assertThat(folder.resolve("kept.err")).content().contains("The output could not be written");
        assertThat(folder.resolve("kept/claims.csv")).isNotEmptyFile();
        assertThat(folder.resolve("kept/run.json")).content().contains("\"state\": \"finished\"");
    }
}
