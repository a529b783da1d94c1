package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.casus.app.json.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands on a file with alike actors: fewer states where nobody is told apart, all of them where actors are
/// told one by one.
class AlikeActorsTest {

    private static final Path NEIGHBOURS = Path.of("../engine/src/test/resources/alike.yaml");

    private final Shell shell = new Shell();

    @TempDir
    Path folder;

    private String file() throws IOException {
        return Scenarios.write(folder, "neighbours.yaml", Files.readString(NEIGHBOURS));
    }

    @Test
    void checkSaysWhatTheyStandFor() throws IOException {
        var result = shell.run("check", file());
        assertThat(result.exit()).isZero();
        assertThat(result.out().replaceAll("\\s+", " "))
                .contains("16 of 16 combinations of levels can be reached.")
                .contains("With alike actors in any order 8 states stand for them.");
        String json = shell.run("check", file(), "--json").out();
        assertThat(json).contains("\"states\": 8").contains("\"boards\": 16");
        assertThat(Schemas.complaints("check-1.schema.json", json)).isEmpty();
    }

    @Test
    void oneIsSetForAllUnlessTheyAreAlikeNoMore() throws IOException {
        var all = shell.run("solve", file(), "--set", "iraq/arm costs=3");
        assertThat(all.exit()).isZero();
        assertThat(all.out()).contains("8 states");
        var one = shell.run("solve", file(), "--set", "iraq/arm costs=3", "--set", "alike=[]");
        assertThat(one.exit()).isZero();
        assertThat(one.out()).contains("16 states");
        var closed = shell.run("solve", file(), "--set", "iraq/arm dormant=true");
        assertThat(closed.exit()).isEqualTo(2);
        assertThat(closed.err()).contains("are not alike").contains("alike: []");
    }

    @Test
    void whoIsWhoIsToldOfAllBoards() throws IOException {
        var state = shell.run("explain", file(), "--state", "arms-kuwait=high");
        assertThat(state.exit()).isZero();
        assertThat(state.out()).contains("of 16").contains("iraq/arm").doesNotContain("kuwait/arm");
        var exported = shell.run(
                "export", file(), "--format", "csv", folder.resolve("tables").toString());
        assertThat(exported.exit()).isZero();
        assertThat(Files.readAllLines(folder.resolve("tables/states.csv"))).hasSize(17);
    }
}
