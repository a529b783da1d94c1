package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Runs in a folder, as processes that end as they like.
class RunTest {

    private static final List<String> FACTS =
            List.of("seconds", "threads", "run", "host", "started", "finished", "resumed");
    private static final String MANY = "96";
    /// Bytes that some dozens of solves take in the log of the store.
    private static final long MORE = 20_000;

    @TempDir
    Path folder;

    private String scenario = "";

    @BeforeEach
    void write() throws IOException {
        scenario = Scenarios.write(folder, "neighbours.yaml", Claims.TEXT);
    }

    private Process start(String... args) throws IOException {
        return new ProcessBuilder(ProcessTest.command(args))
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    private String run(String... args) throws IOException, InterruptedException {
        Process process = start(args);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ended by itself").isTrue();
        assertThat(folder.resolve("err.txt")).content().isEmpty();
        assertThat(process.exitValue()).isZero();
        return Files.readString(folder.resolve("out.txt"));
    }

    /// Kills a process as soon as it has kept some more, with a signal it cannot hear.
    ///
    /// @param before how often the run was started before
    private void kill(String name, int before, String... args) throws IOException, InterruptedException {
        Process process = start(args);
        while (process.isAlive() && begun(name) <= before) {
            Thread.sleep(5);
        }
        long enough = kept(name) + MORE;
        while (process.isAlive() && kept(name) < enough) {
            Thread.sleep(5);
        }
        process.destroyForcibly();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    /// How often the run was started, as its manifest has it.
    private int begun(String name) throws IOException {
        return Files.exists(folder.resolve(name).resolve("run.json"))
                ? 1 + manifest(name).path("resumed").size()
                : 0;
    }

    /// Bytes in the log of the store, to which every solve is added.
    private long kept(String name) throws IOException {
        Path log = folder.resolve(name).resolve("worlds.duckdb.wal");
        return Files.exists(log) ? Files.size(log) : 0;
    }

    private static String[] compare(String scenario, String worlds, String threads, String run) {
        return new String[] {
            "compare", scenario, "--worlds", worlds, "--threads", threads, "--run", run, "--json",
        };
    }

    /// The document without the facts of the run.
    static String answer(String json) {
        ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(json);
        document.remove(FACTS);
        return document.toString();
    }

    private Map<String, String> tables(String run) throws IOException {
        var tables = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(folder.resolve(run))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".csv") || name.endsWith(".parquet")) {
                    tables.put(name, java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return tables;
    }

    @Test
    void killedTwiceAndGoneOnWithIsTheSameBytes() throws Exception {
        String whole = run(compare(scenario, MANY, "1", "whole"));
        kill("broken", 0, compare(scenario, MANY, "2", "broken"));
        JsonNode first = manifest("broken");
        kill("broken", 1, compare(scenario, MANY, "1", "broken"));
        JsonNode second = manifest("broken");
        String broken = run(compare(scenario, MANY, "2", "broken"));
        assertThat(answer(broken)).isEqualTo(answer(whole));
        assertThat(tables("broken")).isEqualTo(tables("whole"));
        assertThat(tables("whole").keySet())
                .contains("worlds.csv", "draws.parquet", "results.csv", "policies.parquet", "differences.csv");
        assertThat(first.path("state").asString()).isEqualTo("unfinished");
        assertThat(second.path("known").asInt()).isPositive();
        JsonNode last = manifest("broken");
        assertThat(last.path("state").asString()).isEqualTo("finished");
        assertThat(last.path("resumed").size()).isEqualTo(2);
        assertThat(last.path("text").asString()).isEqualTo(Claims.TEXT);
        try (Stream<Path> files = Files.list(folder.resolve("broken"))) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void whatMattersIsGoneOnWithLikewise() throws Exception {
        String[] words = {"matters", scenario, "--outcome", "fighting", "--worlds", MANY, "--json", "--run"};
        String[] broken = Stream.concat(Stream.of(words), Stream.of("broken")).toArray(String[]::new);
        String[] whole = Stream.concat(Stream.of(words), Stream.of("whole", "--threads", "1"))
                .toArray(String[]::new);
        String once = run(whole);
        kill("broken", 0, broken);
        kill("broken", 1, broken);
        assertThat(run(broken)).isEqualTo(once);
        assertThat(tables("broken")).isEqualTo(tables("whole"));
        assertThat(tables("whole").keySet())
                .contains("slopes.csv", "tornado.parquet", "indices.csv", "worlds.csv", "draws.csv", "results.parquet");
        assertThat(manifest("broken").path("resumed").size()).isEqualTo(2);
        assertThat(shell("matters", scenario, "--outcome", "fighting", "--worlds", MANY, "--json")
                        .out())
                .isEqualTo(once);
        var other = shell("matters", scenario, "--outcome", "peace", "--worlds", MANY, "--run", at("whole"));
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).contains("matters to outcome fighting under as-is");
    }

    private JsonNode manifest(String run) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve(run).resolve("run.json")));
    }

    private Shell.Result shell(String... args) {
        return new Shell().run(args);
    }

    private String at(String run) {
        return folder.resolve(run).toString();
    }

    @Test
    void oneThreadAndTwoAreTheSameWithAndWithoutAFolder() {
        String in = at("one");
        String one = shell("test", scenario, "--worlds", "12", "--threads", "1", "--json", "--run", in)
                .out();
        String two = shell("test", scenario, "--worlds", "12", "--threads", "2", "--json")
                .out();
        assertThat(answer(one)).isEqualTo(answer(two));
        String again = shell("test", scenario, "--worlds", "12", "--threads", "2", "--json", "--run", in)
                .out();
        assertThat(answer(again)).isEqualTo(answer(one));
        assertThat(new File(in).list()).contains("claims.csv", "claims.parquet");
    }

    @Test
    void worldsMayBeAddedAndNotTakenAway() throws IOException {
        String in = at("grows");
        shell("test", scenario, "--worlds", "4", "--run", in);
        String grown =
                shell("test", scenario, "--worlds", "8", "--json", "--run", in).out();
        assertThat(answer(grown))
                .isEqualTo(answer(
                        shell("test", scenario, "--worlds", "8", "--json").out()));
        var before = tables("grows");
        var fewer = shell("test", scenario, "--worlds", "4", "--run", in);
        assertThat(fewer.exit()).isEqualTo(2);
        assertThat(fewer.err()).contains("holds 8 worlds already");
        assertThat(tables("grows")).isEqualTo(before);
    }

    @Test
    void aFolderOfAnotherRunIsRefused() throws IOException {
        String in = at("mine");
        shell("test", scenario, "--worlds", "2", "--run", in);
        var before = tables("mine");
        assertThat(shell("compare", scenario, "--worlds", "2", "--run", in).err())
                .contains("holds another run: question test, and this is question compare");
        assertThat(shell("test", scenario, "--worlds", "2", "--seed", "7", "--run", in)
                        .err())
                .contains("and this is seed 7");
        var set = shell("test", scenario, "--worlds", "2", "--set", "flare odds=20% each week", "--run", in);
        assertThat(set.exit()).isEqualTo(2);
        assertThat(set.err()).contains("holds another run: hash").contains("--run");
        assertThat(tables("mine")).isEqualTo(before);
    }

    @Test
    void troubleWithAFolderIsSaidInWords() throws IOException {
        String in = at("hurt");
        shell("test", scenario, "--worlds", "2", "--run", in);
        Path store = Path.of(in, "worlds.duckdb");
        byte[] bytes = Files.readAllBytes(store);
        java.util.Arrays.fill(bytes, 100, 8000, (byte) 7);
        Files.write(store, bytes);
        var hurt = shell("test", scenario, "--worlds", "2", "--run", in);
        assertThat(hurt.exit()).isEqualTo(5);
        assertThat(hurt.err())
                .contains("is damaged")
                .contains("Nothing was changed.")
                .doesNotContain("Exception");
        assertThat(shell("test", scenario, "--worlds", "2", "--run", scenario + "/below")
                        .exit())
                .isEqualTo(5);
        var other = shell("test", scenario, "--worlds", "2", "--run", folder.toString());
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).contains("holds no run to go on with");
    }

    @Test
    void theCommandInTheManifestMakesTheRunAgain() throws IOException {
        String in = at("again");
        shell("test", scenario, "--worlds", "2", "--set", "flare odds=20% each week", "--run", in);
        String command = manifest("again").path("command").asString();
        assertThat(command).startsWith("casus test ").contains("--set 'flare odds=20% each week'");
        String[] words = Stream.of(command.replace("'flare odds=20% each week'", "flare_odds=20%_each_week")
                        .split(" "))
                .skip(1)
                .map(word -> word.startsWith("flare") ? word.replace('_', ' ') : word)
                .toArray(String[]::new);
        assertThat(shell(words).err()).isEmpty();
        assertThat(manifest("again").path("resumed").size()).isEqualTo(1);
    }
}
