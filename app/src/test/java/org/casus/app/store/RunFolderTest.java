package org.casus.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                1e-11);
        var failed = new WorldResult(
                -1,
                "as-is",
                Optional.of("NOT_FINITE: \"grew\""),
                NONE,
                NONE,
                NONE,
                Optional.empty(),
                List.of(),
                Double.NaN);
        var look = new Look(
                2, Optional.empty(), new double[] {0.7}, true, List.of(new double[] {0.2}, new double[] {0.3}));
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
                Double.toString(result.residual()));
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
        byte[] before = Files.readAllBytes(temporary.resolve("run").resolve(RunFolder.STORE));
        var other = new Question(Map.of("hash", "abd"));
        assertThatThrownBy(() -> RunFolder.open(temporary.resolve("run"), other, 10, "now"))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.FOREIGN))
                .hasMessageContaining("hash abc, and this is hash abd");
        assertThat(Files.readAllBytes(temporary.resolve("run").resolve(RunFolder.STORE)))
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
        Files.writeString(folder.resolve(TableFiles.UNFINISHED + RunFolder.STORE), "half a st");
        try (RunFolder run = open()) {
            assertThat(run.results()).isEmpty();
        }
    }

    @Test
    void damageIsNamed() throws IOException {
        open().close();
        Path store = temporary.resolve("run").resolve(RunFolder.STORE);
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
            assertThat(Files.readAllLines(Path.of("/proc/self/maps"), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .filteredOn(line -> line.contains("libduckdb_java"))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).endsWith("(deleted)"));
        }
    }
}
