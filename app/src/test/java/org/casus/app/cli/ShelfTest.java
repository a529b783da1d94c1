package org.casus.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShelfTest {

    private static final String START = "To start one of your own: casus init my-crisis";

    @TempDir
    Path folder;

    static Iterable<String> shipped() {
        return new ShippedNames();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void whatShipsIsFoundByNameAndHasNoErrors(String name) {
        var result = new Shell().run("check", name);
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(result.out()).startsWith(name + ": no errors");
    }

    @Test
    void theReferenceCrisisAndTheTheoryShip() {
        assertThat(shipped()).contains("nagorno-karabakh-2020", "two-state-chain", "centipede");
    }

    @Test
    void foldersAndFilesHaveNames() throws IOException {
        Files.createDirectories(folder.resolve("scenarios/one"));
        Files.writeString(folder.resolve("scenarios/one/scenario.yaml"), "x");
        Files.createDirectories(folder.resolve("examples/theory"));
        Files.writeString(folder.resolve("examples/theory/two.yaml"), "x");
        Files.createDirectories(folder.resolve("scenarios/no-scenario"));
        var shelf = new Shelf(Optional.of(folder));
        assertThat(shelf.shipped().keySet()).containsExactly("one", "two");
        assertThat(shelf.find("two")).hasFileName("two.yaml");
        assertThat(shelf.find(folder.resolve("scenarios/one").toString())).hasFileName("scenario.yaml");
    }

    @Test
    void aMistypedNameIsAnsweredWithTheNearest() throws IOException {
        Files.createDirectories(folder.resolve("scenarios/karabakh"));
        Files.writeString(folder.resolve("scenarios/karabakh/scenario.yaml"), "x");
        var shelf = new Shelf(Optional.of(folder));
        assertThatThrownBy(() -> shelf.find("karabach")).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.exit()).isEqualTo(Exit.USAGE);
            assertThat(failure.advice()).containsExactly("Did you mean karabakh?", "Shipped: karabakh.", START);
        });
        assertThatThrownBy(() -> new Shelf(Optional.empty()).find("karabakh"))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.advice())
                                .containsExactly(
                                        "No scenarios were found beside this program; give the path of a file.",
                                        START));
    }

    @Test
    void aFileThatIsNotThereYetIsAnsweredWithHowToMakeOne() throws IOException {
        var shelf = new Shelf(Optional.empty());
        Path folder = Files.createDirectories(this.folder.resolve("empty"));
        assertThat(advice(shelf, folder.resolve("my-crisis.yaml"))).containsExactly(START);
        Path made = Files.createDirectories(folder.resolve("my-crisis"));
        Files.writeString(made.resolve("scenario.yaml"), "x");
        assertThat(advice(shelf, folder.resolve("my-crisis.yaml"))).containsExactly("Did you mean " + made + "?");
    }

    private static List<String> advice(Shelf shelf, Path path) {
        return catchThrowableOfType(Failure.class, () -> shelf.find(path.toString()))
                .advice();
    }
}
