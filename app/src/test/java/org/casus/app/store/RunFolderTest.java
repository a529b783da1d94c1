package org.casus.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.app.run.Look;
import org.casus.study.Deal;
import org.casus.study.WorldResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    private static final Question QUESTION = new Question(Map.of("hash", "abc"));
    private static final double[] NONE = {};

    @TempDir
    Path temporary;

    private RunFolder open() {
        return RunFolder.open(temporary.resolve("run"), QUESTION, 10, "now");
    }

    @Test
    void whatIsKeptComesBackBitForBit() {
        var solved = new WorldResult(
                3,
                "without a, b",
                Optional.empty(),
                new double[] {0.1, Math.nextUp(0.9), Double.MIN_VALUE},
                new double[] {Double.NaN, -0.0, 1e300 / 3},
                new double[] {Math.PI},
                Optional.of(new WorldResult.Plans(new double[] {1.0 / 3}, new double[] {Double.NaN}, 0.25)),
                List.of(new Deal("it's", 0.5, Double.NaN, 0.125)),
                1e-11,
                true);
        var failed = new WorldResult(
                -1,
                "as-is",
                Optional.of("NOT_FINITE: \"grew\""),
                NONE,
                NONE,
                NONE,
                Optional.empty(),
                List.of(),
                Double.NaN,
                false);
        var look = new Look(
                2, "dear", Optional.empty(), new double[] {0.7}, true, List.of(new double[] {0.2}, new double[] {0.3}));
        try (RunFolder run = open()) {
            assertThat(run.starts()).isEmpty();
            run.keep(solved);
            run.keep(failed);
            run.keep(look);
        }
        try (RunFolder run = open()) {
            assertThat(run.starts()).containsExactly("now");
            assertThat(run.results()).map(RunFolderTest::text).containsExactly(text(failed), text(solved));
            assertThat(run.looks())
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactly(look);
        }
    }

    /// Every number of a result with all its digits.
    private static String text(WorldResult result) {
        return String.join(
                " | ",
                Integer.toString(result.world()),
                result.variant(),
                result.failure().toString(),
                Arrays.toString(result.outcomes()),
                Arrays.toString(result.values()),
                Arrays.toString(result.worth()),
                result.held()
                        .map(held -> Arrays.toString(held.outcomes()) + Arrays.toString(held.values()) + held.strayed())
                        .toString(),
                result.deals().toString(),
                Double.toString(result.residual()),
                Boolean.toString(result.again()));
    }

    @Test
    void tablesAreWrittenAsTheyStand() throws IOException {
        var table = new Table(
                "odd ones",
                List.of(Table.whole("n"), Table.number("x y"), Table.text("said"), Table.flag("so")),
                List.of(
                        List.of(2, 0.1, "a \"b\", c\nd", true),
                        List.of(1, Double.NaN, "", false),
                        List.of(1, Double.MIN_VALUE, Table.NOTHING, true)));
        Path csv = temporary.resolve("run").resolve("odd ones.csv");
        try (RunFolder run = open()) {
            run.write(List.of(table));
            run.write(List.of(table));
            assertThat(csv)
                    .content()
                    .isEqualTo("n,x y,said,so\n2,0.1,\"a \"\"b\"\", c\nd\",true\n1,,\"\",false\n1,5e-324,,true\n");
        }
        assertThat(Files.readAllBytes(temporary.resolve("run/odd ones.parquet")))
                .startsWith('P', 'A', 'R', '1')
                .endsWith('P', 'A', 'R', '1');
    }

    @Test
    void anotherQuestionIsRefusedAndNothingWritten() throws IOException {
        open().close();
        byte[] before = Files.readAllBytes(temporary.resolve("run").resolve(Database.NAME));
        var other = new Question(Map.of("hash", "abd"));
        assertThatThrownBy(() -> RunFolder.open(temporary.resolve("run"), other, 10, "now"))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.FOREIGN))
                .hasMessageContaining("hash abc, and this is hash abd");
        assertThat(Files.readAllBytes(temporary.resolve("run").resolve(Database.NAME)))
                .isEqualTo(before);
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone() throws IOException {
        Path other = Files.createDirectory(temporary.resolve("run"));
        Files.writeString(other.resolve("letter.txt"), "dear");
        assertThatThrownBy(this::open).hasMessageContaining("holds no run to go on with");
        assertThat(other.toFile().list()).containsExactly("letter.txt");
    }

    @Test
    void whatAKilledStartLeftIsNoHindrance() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("run"));
        Files.writeString(folder.resolve(TableFiles.UNFINISHED + Database.NAME), "half a st");
        try (RunFolder run = open()) {
            assertThat(run.results()).isEmpty();
        }
    }

    @Test
    void damageIsNamed() throws IOException {
        open().close();
        Path store = temporary.resolve("run").resolve(Database.NAME);
        byte[] bytes = Files.readAllBytes(store);
        bytes[5000] ^= 1;
        bytes[200] ^= 1;
        Files.write(store, bytes);
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(StoreException.class, e -> {
                    assertThat(e.kind()).isEqualTo(StoreException.Kind.DAMAGED);
                    assertThat(e.advice()).isNotEmpty();
                })
                .hasMessageContaining(store + " is damaged");
        assertThat(Files.readAllBytes(store)).isEqualTo(bytes);
    }

    @Test
    void aFolderThatCannotBeIsSaid() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThatThrownBy(() -> RunFolder.open(file, QUESTION, 1, "now")).hasMessageContaining("is no folder");
        assertThatThrownBy(() -> RunFolder.open(file.resolve("run"), QUESTION, 1, "now"))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.UNWRITABLE));
    }

    @Test
    void theCopyOfTheLibraryIsNotLeftAmongTemporaryFiles() throws IOException {
        open().close();
        if (Files.isReadable(Path.of("/proc/self/maps"))) {
            assertThat(Files.readAllLines(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1))
                    .filteredOn(line -> line.contains("libduckdb_java"))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).endsWith("(deleted)"));
        }
    }

    private Path store() {
        return temporary.resolve("run").resolve(Database.NAME);
    }

    private Path log() {
        return temporary.resolve("run").resolve(Database.NAME + ".wal");
    }

    @Test
    void aStoreThatIsCutShortOrReplacedIsLeftAsItIs() throws IOException {
        open().close();
        byte[] whole = Files.readAllBytes(store());
        for (byte[] bytes : List.of(
                new byte[0],
                Arrays.copyOf(whole, 100),
                Arrays.copyOf(whole, 3 * 4096),
                Arrays.copyOf(whole, whole.length / 2),
                "dear diary\n".repeat(5000).getBytes(StandardCharsets.UTF_8))) {
            Files.write(store(), bytes);
            assertThatThrownBy(this::open)
                    .as("%d bytes", bytes.length)
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.DAMAGED));
            assertThat(Files.readAllBytes(store())).isEqualTo(bytes);
            assertThat(temporary.resolve("run").toFile().list()).containsExactly(Database.NAME);
        }
    }

    @Test
    void whatTheDatabaseSaysIsSortedByWhatToDo() {
        var said = Map.of(
                "IO Error: Trying to read a database file with version number 99, but we can only read version 64.",
                StoreException.Kind.FOREIGN,
                "IO Error: Could not set lock on file \"x\": Conflicting lock is held in java (PID 1)",
                StoreException.Kind.IN_USE,
                "IO Error: Could not write file \"x\": No space left on device",
                StoreException.Kind.FULL,
                "IO Error: Cannot open file \"x\": Read-only file system",
                StoreException.Kind.UNWRITABLE,
                "IO Error: Cannot open file \"x\": Permission denied",
                StoreException.Kind.UNWRITABLE,
                "IO Error: Corrupt database file: computed checksum 1 does not match stored checksum 2",
                StoreException.Kind.DAMAGED);
        said.forEach((message, kind) -> assertThat(
                        StoreException.of(temporary, new SQLException(message)).kind())
                .as(message)
                .isEqualTo(kind));
    }

    private static WorldResult plain(int world) {
        return new WorldResult(
                world,
                "as-is",
                Optional.empty(),
                new double[] {1.0 / (3 + world)},
                NONE,
                NONE,
                Optional.empty(),
                List.of(),
                1e-11,
                false);
    }

    /// The files of a store as a process leaves them that is killed after keeping worlds 0 … 7.
    private void killed() throws IOException {
        Path aside = Files.createDirectory(temporary.resolve("aside"));
        try (RunFolder run = open()) {
            for (int world = 0; world < 8; world++) {
                run.keep(plain(world));
            }
            Files.copy(store(), aside.resolve("store"));
            Files.copy(log(), aside.resolve("log"));
        }
        Files.copy(aside.resolve("store"), store(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(aside.resolve("log"), log(), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void aLogThatBreaksOffKeepsAllThatWasCommittedBefore() throws IOException {
        killed();
        byte[] store = Files.readAllBytes(store());
        byte[] log = Files.readAllBytes(log());
        int before = 0;
        for (int length = 0; length <= log.length; length += length + 97 < log.length ? 97 : 1) {
            Files.write(store(), store);
            Files.write(log(), Arrays.copyOf(log, length));
            try (RunFolder run = open()) {
                var results = List.copyOf(run.results());
                for (int world = 0; world < results.size(); world++) {
                    assertThat(text(results.get(world))).isEqualTo(text(plain(world)));
                }
                assertThat(results.size()).as("of %d bytes", length).isGreaterThanOrEqualTo(before);
                before = results.size();
            }
        }
        assertThat(before).isEqualTo(8);
    }

    @Test
    void aRefusalDoesNotEvenTidyUp() throws IOException {
        killed();
        byte[] store = Files.readAllBytes(store());
        byte[] log = Files.readAllBytes(log());
        var other = new Question(Map.of("version", "9.9.9"));
        assertThatThrownBy(() -> RunFolder.open(temporary.resolve("run"), other, 10, "now"))
                .hasMessageContaining("version none, and this is version 9.9.9");
        assertThatThrownBy(() -> RunFolder.open(temporary.resolve("run"), QUESTION, 4, "now"))
                .hasMessageContaining("holds 8 worlds already");
        assertThat(Files.readAllBytes(store())).isEqualTo(store);
        assertThat(Files.readAllBytes(log())).isEqualTo(log);
    }
}
