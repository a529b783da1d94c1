package org.casus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts run, on boards of a few states. What they measure here means nothing.
class ScriptsTest {

    private static final Path EXAMPLE = Path.of("..", "examples", "theory", "shifting-power.yaml")
            .toAbsolutePath()
            .normalize();

    @TempDir
    private Path folder;

    private String run(String script, String... args) throws Exception {
        return run(0, script, args);
    }

    /// What it prints, error or not, when it ends with `code`.
    private String run(int code, String script, String... args) throws Exception {
        var command = Stream.concat(Stream.of("bash", script), Stream.of(args)).toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CASUS_BENCH_PATH", System.getProperty("java.class.path"));
        builder.environment().put("CASUS_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CASUS_JAVA_OPTS", "-Djmh.ignoreLock=true -Dcasus.bench.scenario=" + EXAMPLE);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isEqualTo(code);
        return out;
    }

    @Test
    void rowsOfASmallCase() throws Exception {
        Path csv = folder.resolve("rows.csv");
        String out = run(
                "rows",
                "cold",
                "warm",
                "derivatives",
                "--quick",
                "--scenario",
                EXAMPLE.toString(),
                "--csv",
                csv.toString());
        assertThat(out).contains("plain Gauss-Seidel", "worst error of odds", "derivatives");
        List<String> lines = Files.readAllLines(csv, StandardCharsets.UTF_8);
        assertThat(lines.stream()
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .distinct())
                .containsExactly("row", "cold", "warm", "derivatives");
    }

    @Test
    void aSweepSaysWhatItTakes() throws Exception {
        assertThat(run("sweep", "--help")).contains("--from STATES", "--draw FILE.csv");
        assertThat(run(2, "sweep", "--size", "1e5")).contains("There is no option --size.", "--from STATES");
        assertThat(run(2, "sweep", "--to", "many"))
                .contains("A number is needed")
                .doesNotContain("\tat ");
        assertThat(run(2, "sweep", "--to", "1e19")).contains("A number is needed");
        assertThat(run(2, "sweep", "--draw", "sweep.csv")).contains("--draw needs --svg");
        assertThat(run(2, "sweep", "--draw", "none.csv", "--svg", "x.svg")).contains("There is no file none.csv");
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        assertThat(run(2, "sweep", "--draw", other.toString(), "--svg", "x.svg"))
                .contains("is no table that bench/sweep wrote");
        assertThat(run(2, "sweep", "--svg", "nowhere/x.svg")).contains("There is no folder for --svg nowhere/x.svg.");
        assertThat(run(2, "sweep", "--to", "5e3")).contains("There is no board from 10000 to 5000 states");
        assertThat(run(2, "sweep", "--csv")).contains("--csv needs the name of a file.");
    }

    @Test
    void sweepOfOneSmallBoard() throws Exception {
        Path csv = folder.resolve("sweep.csv");
        Path svg = folder.resolve("sweep.svg");
        String out = run("sweep", "--from", "1000", "--to", "1000", "--csv", csv.toString(), "--svg", svg.toString());
        assertThat(out).contains(Size.Point.HEAD);
        assertThat(Files.readAllLines(csv, StandardCharsets.UTF_8)).hasSize(2);
        assertThat(Files.readString(svg)).contains("</svg>");
    }

    @Test
    void kernelsOfASmallCase() throws Exception {
        String out = run("kernels", "-f", "0", "-wi", "0", "-i", "1", "-r", "1ms", "-foe", "true");
        assertThat(out).contains("SolverBench.product", "LinesBench.balanceScalar", "ChainBench.odds");
    }
}
