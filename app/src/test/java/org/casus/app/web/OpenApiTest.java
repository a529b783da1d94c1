package org.casus.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.casus.app.cli.Claims;
import org.casus.app.json.BandsJson;
import org.casus.app.json.BoardJson;
import org.casus.app.json.TroubleJson;
import org.casus.app.live.Desk;
import org.casus.app.live.Movers;
import org.casus.app.live.Stage;
import org.casus.app.live.View;
import org.casus.app.run.Ledger;
import org.casus.app.run.StudyRun;
import org.casus.equilibrium.Settings;
import org.casus.scenario.Claim;
import org.casus.scenario.ScenarioFile;
import org.casus.study.Ensemble;
import org.casus.study.Study;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API against what is there.
class OpenApiTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern ROUTE = Pattern.compile("routes\\.(get|post)\\(\\s*ROOT \\+ \"([^\"]+)\"");

    private final JsonNode document = MAPPER.valueToTree(
            new Load(LoadSettings.builder().build()).loadFromString(text("/org/casus/app/openapi.yaml")));

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(OpenApiTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Every route of the source is described, and nothing else is.
    @Test
    void itDescribesTheRoutesThereAre() throws IOException {
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    if (Set.of("get", "post").contains(verb.getKey())) {
                        described.add(verb.getKey() + " " + path.getKey());
                    }
                }));
        Set<String> routed = new TreeSet<>();
        String source = Files.readString(Path.of("src/main/java/org/casus/app/web/Api.java"));
        ROUTE.matcher(source).results().forEach(match -> routed.add(match.group(1) + " /api/v1" + match.group(2)));
        assertThat(routed).hasSizeGreaterThan(8).isEqualTo(described);
    }

    @Test
    void itNamesTheTopicsThereAre() {
        JsonNode topics = document.path("components")
                .path("parameters")
                .path("topic")
                .path("schema")
                .path("enum");
        assertThat(MAPPER.convertValue(topics, String[].class)).containsExactlyElementsOf(Topics.NAMES);
    }

    private void conforms(String schema, JsonNode answer) {
        var root = MAPPER.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$ref", "#/components/schemas/" + schema);
        root.set("components", document.path("components"));
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
        assertThat(compiled.validate(answer)).as(schema + " " + answer).isEmpty();
    }

    @Test
    void answersAreAsDescribed() throws Exception {
        var file = ScenarioFile.of("neighbours", "neighbours.yaml", Claims.TEXT);
        var settings = Settings.standard();
        var desk = new Desk(file, settings);
        for (Stage stage : Stage.values()) {
            for (var view : List.of(View.AS_IS, new View("watched", List.of("flare odds=20% each week")))) {
                conforms("Board", BoardJson.of(desk.board(view, stage), "0a", 3, 0.5));
            }
        }
        var movers = Movers.of(file.scenario(), desk.sharp(View.AS_IS), java.util.Optional.empty(), settings);
        conforms("Movers", BoardJson.of(file.scenario(), movers));
        var study = Study.about(file, new Claim.Setting.Under("watched"));
        var asked = new StudyRun.Asked(
                List.of(),
                4,
                1,
                Ensemble.Start.QUICK,
                0,
                java.util.Optional.empty(),
                false,
                false,
                java.util.OptionalDouble.empty());
        var answer = StudyRun.of(study, asked, settings, Ledger.inMemory(), (what, done, failed, all) -> {});
        conforms("Bands", BandsJson.of(answer, "watched"));
        conforms("Trouble", TroubleJson.of("No.", List.of("Maybe."), List.of()));
    }
}
