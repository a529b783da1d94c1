package org.casus.app.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.casus.app.Golden;
import org.casus.scenario.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The schema against whole files, as an editor would read them: YAML 1.2 with its core types.
class ScenarioSchemaTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String SCHEMA = Json.text(ScenarioSchema.document());

    private static List<String> complaints(String yaml) {
        Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return Schemas.complaintsOf(SCHEMA, JsonMapper.shared().writeValueAsString(value));
    }

    static List<Path> shipped() throws IOException {
        var template = Path.of("src/main/resources/org/casus/app/templates/border-crisis/scenario.yaml");
        return Stream.concat(Stream.of(template), Stream.concat(yaml("scenarios"), yaml("examples")))
                .toList();
    }

    static List<Path> broken() throws IOException {
        return yaml("engine/src/test/resources/broken").toList();
    }

    private static Stream<Path> yaml(String folder) throws IOException {
        Path root = ROOT.resolve(folder);
        if (!Files.isDirectory(root)) {
            return Stream.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void acceptsWhatShips(Path file) throws IOException {
        assertThat(complaints(Files.readString(file))).as(file.toString()).isEmpty();
    }

    @Test
    void acceptsTheSketchOfTheLanguage() throws IOException {
        Path sketch = ROOT.resolve("engine/src/test/resources/sketch.yaml");
        assertThat(complaints(Files.readString(sketch))).isEmpty();
    }

    /// What the list names is broken in ways that only names, numbers or the order of things show.
    @Test
    void refusesWhatIsBrokenInItsShape() throws IOException {
        var passed = new StringBuilder();
        for (Path file : broken()) {
            if (!refuses(Files.readString(file))) {
                passed.append(file.getFileName()).append('\n');
            }
        }
        Golden.check("schema-lets-pass.txt", passed.toString());
        assertThat(passed.toString().lines().count()).isLessThan(broken().size() / 2);
    }

    private static boolean refuses(String yaml) {
        try {
            return !complaints(yaml).isEmpty();
        } catch (YamlEngineException | JacksonException e) {
            // No YAML at all, or a node that holds itself.
            return true;
        }
    }

    @Test
    void explainsAndCompletesEveryKey() {
        JsonNode schema = JsonMapper.shared().readTree(SCHEMA);
        for (var form : Vocabulary.forms()) {
            var node = form.equals(Vocabulary.root()) ? schema : schema.at("/definitions/" + form.name());
            if (form.equals(Vocabulary.judgement())) {
                node = schema.at("/definitions/judged-price/anyOf/1");
            }
            for (var key : form.keys()) {
                var property = node.get("properties").get(key.name());
                assertThat(property).as(form.name() + "." + key.name()).isNotNull();
                assertThat(property.get("description").stringValue()).contains(key.doc());
            }
        }
        assertThat(schema.at("/properties/choice/enum").size()).isEqualTo(3);
    }
}
