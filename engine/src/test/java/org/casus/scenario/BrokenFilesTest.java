package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Mistakes that people make, each in a file of its own under `broken/`, with the message they read
/// beside it.
///
/// `-Dcasus.rewrite=true` writes the messages anew; read every one that changed.
class BrokenFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/broken");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysWhatIsWrong(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve(name + ".yaml"));
        var thrown = catchThrowableOfType(ScenarioException.class, () -> ScenarioFile.of(name, name + ".yaml", text));
        assertThat(thrown).as(name + ".yaml is refused").isNotNull();
        Path expected = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("casus.rewrite")) {
            Files.writeString(expected, thrown.getMessage());
        }
        assertThat(thrown.getMessage()).isEqualTo(Files.readString(expected));
    }

    @Test
    void thereAreManyMistakes() throws IOException {
        assertThat(names()).hasSizeGreaterThan(60);
    }
}
