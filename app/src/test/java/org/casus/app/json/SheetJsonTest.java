package org.casus.app.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casus.app.edit.FactSheet;
import org.casus.scenario.Edits;
import org.casus.scenario.Judgement;
import org.casus.scenario.Policy;
import org.casus.scenario.Position;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The sheet of every scenario that ships.
class SheetJsonTest {

    private static final Path REFERENCE = Path.of("../scenarios/nagorno-karabakh-2020/scenario.yaml");

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> scenarios = Files.walk(Path.of("../scenarios"));
                Stream<Path> examples = Files.walk(Path.of("../examples"))) {
            return Stream.concat(scenarios, examples)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode one(JsonNode list, String key, String value) {
        for (JsonNode node : list) {
            if (node.get(key).asString().equals(value)) {
                return node;
            }
        }
        throw new AssertionError("no " + value);
    }

    @Test
    void everySheetIsOfItsSchema() throws IOException, ScenarioException {
        for (Path path : shipped()) {
            var sheet = FactSheet.of(ScenarioFile.load(path), path.toString());
            assertThat(Schemas.complaints("sheet-1.schema.json", Json.text(SheetJson.of(sheet))))
                    .as(path.toString())
                    .isEmpty();
            assertThat(sheet.numbers()).allSatisfy(number -> {
                assertThat(number.settable()).as(number.judgement().id()).isTrue();
                assertThat(number.title())
                        .as(number.judgement().id())
                        .isNotEqualTo(number.judgement().id());
            });
        }
    }

    @Test
    void theTextOfANumberAndItsWordsSayTheNumber() throws IOException, ScenarioException {
        for (Path path : shipped()) {
            ScenarioFile file = ScenarioFile.load(path);
            for (FactSheet.Line number : FactSheet.of(file, "x").numbers()) {
                Judgement j = number.judgement();
                var words = number.words();
                String low = plain(j.low() * words.scale()) + words.sign();
                String high = plain(j.high() * words.scale()) + words.sign();
                String written = words.before() + low + " to " + high + words.after();
                for (String value : List.of(number.text(), written)) {
                    var set = new Policy.Setting(j.id(), value, new Position("x", 1, 1, 1));
                    Scenario now = file.with(new Edits(Optional.empty(), List.of(set), List.of(), List.of()));
                    Judgement said = now.judgements().stream()
                            .filter(other -> other.id().equals(j.id()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(said.low()).as(value).isCloseTo(j.low(), within(1e-9));
                    assertThat(said.high()).as(value).isCloseTo(j.high(), within(1e-9));
                    assertThat(said.measure().span())
                            .as(value)
                            .isEqualTo(j.measure().span());
                }
            }
        }
    }

    private static String plain(double value) {
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(15))
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void theReferenceCaseInWords() throws IOException, ScenarioException {
        JsonNode sheet = SheetJson.of(FactSheet.of(ScenarioFile.load(REFERENCE), "scenario.yaml"));
        assertThat(sheet.get("id").asString()).isEqualTo("nagorno-karabakh-2020");
        assertThat(sheet.get("policies").get(0).get("id").asString()).isEqualTo("as-is");
        JsonNode line = one(sheet.get("judgements"), "path", "azerbaijan wants line districts");
        assertThat(line.get("title").asString()).isEqualTo("What Azerbaijan gains while line is districts");
        assertThat(line.get("text").asString()).isEqualTo("4 to 6 per article p1");
        assertThat(line.get("unit").asString()).isEqualTo("points");
        assertThat(line.get("group").asString()).isEqualTo("azerbaijan");
        assertThat(line.get("source").get("where").asString()).isEqualTo("p1");
        assertThat(line.get("guess").asBoolean()).isFalse();
        JsonNode war = one(sheet.get("judgements"), "path", "azerbaijan fears war is offensive");
        assertThat(war.get("text").asString()).isEqualTo("0.1 to 0.3 each week per guess");
        assertThat(war.get("unit").asString()).isEqualTo("points each week");
        assertThat(war.get("source").isNull()).isTrue();
        JsonNode csto = one(sheet.get("commitments"), "id", "csto");
        assertThat(csto.get("by").asString()).isEqualTo("russia");
        assertThat(csto.get("covers").get(0).asString()).isEqualTo("armenia");
        assertThat(csto.get("not").toString()).contains("karabakh");
        assertThat(csto.get("text").asString()).startsWith("Binds Russia to defend Armenia. Covers Armenia within");
        assertThat(one(sheet.get("outcomes"), "letter", "A").get("line").asInt())
                .isPositive();
    }
}
