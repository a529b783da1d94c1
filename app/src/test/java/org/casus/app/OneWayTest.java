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
/// know no command, and text and JSON not each other. A brief is made of what they say. What is asked while somebody
/// looks, and what somebody writes, knows nothing of the server that hands it on, and that nothing of commands.
class OneWayTest {

    private static final Path SOURCES = Path.of("src/main/java/org/casus/app");

    @Test
    void answersKnowNothingOfHowTheyAreTold() throws IOException {
        var forbidden = Map.of(
                "run", List.of("cli", "json", "text", "report", "store", "live", "edit", "web"),
                "text", List.of("cli", "json", "report", "store", "live", "edit", "web"),
                "live", List.of("cli", "json", "report", "store", "edit", "web"),
                "edit", List.of("cli", "json", "report", "store", "live", "web"),
                "json", List.of("cli", "text", "report", "store", "web"),
                "report", List.of("cli", "store", "web"),
                "web", List.of("cli"));
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
