package org.casus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// From running to telling, never back: `run` knows no form in which an answer is told, the forms
/// know no command, and text and JSON not each other. A brief is made of what they say.
class OneWayTest {

    private static final Path SOURCES = Path.of("src/main/java/org/casus/app");

    @Test
    void answersKnowNothingOfHowTheyAreTold() throws IOException {
        var forbidden = Map.of(
                "run", List.of("cli", "json", "text", "report", "store"),
                "text", List.of("cli", "json", "report", "store"),
                "json", List.of("cli", "text", "report", "store"),
                "report", List.of("cli", "store"));
        for (var rule : forbidden.entrySet()) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(rule.getKey()))) {
                for (Path file : files.toList()) {
                    for (String other : rule.getValue()) {
                        assertThat(Files.readString(file)).as(file.toString()).doesNotContain("org.casus.app." + other);
                    }
                }
            }
        }
    }
}
