package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.casus.scenario.Vocabulary.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VocabularyTest {

    static Stream<Vocabulary.Form> forms() {
        return Vocabulary.forms().stream();
    }

    @Test
    void theFileItselfComesFirst() {
        assertThat(Vocabulary.root().name()).isEqualTo("scenario");
        assertThat(Vocabulary.form("row").key("levels").orElseThrow().required())
                .isTrue();
        assertThatThrownBy(() -> Vocabulary.form("rows")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyExampleHasTheShapeOfItsKey(Vocabulary.Form form) {
        for (Vocabulary.Key key : form.keys()) {
            var problems = new Problems();
            var document = new Document("example", key.name() + ": " + key.example() + "\n");
            Node node = YamlText.read(document, problems).orElseThrow();
            new Shape(problems).check((Node.Mapping) node, form);
            assertThat(problems.sorted().stream().filter(p -> !p.found().contains("has no `")))
                    .as(document.text)
                    .isEmpty();
            assertThat(key.doc()).endsWith(".");
        }
    }

    @Test
    void formsReferToFormsThatExist() {
        List<String> referred = new ArrayList<>();
        forms().flatMap(form -> form.keys().stream()).forEach(key -> collect(key.kind(), referred));
        assertThat(referred)
                .allSatisfy(name -> assertThat(Vocabulary.form(name)).isNotNull());
        assertThat(forms().map(Vocabulary.Form::name)).doesNotHaveDuplicates();
        assertThat(forms().map(Vocabulary.Form::name).filter(name -> !referred.contains(name)))
                .containsExactly("scenario", "judgement");
    }

    private static void collect(Kind kind, List<String> referred) {
        switch (kind) {
            case Kind.Of(String form) -> referred.add(form);
            case Kind.Either(List<Kind> kinds) -> kinds.forEach(k -> collect(k, referred));
            case Kind.ListOf(Kind item) -> collect(item, referred);
            case Kind.MapOf map -> collect(map.value(), referred);
            default -> {}
        }
    }

    @Test
    void namesAndLevelsMatchTheirPatterns() {
        assertThat("north-atlantic-treaty").matches(Vocabulary.namePattern());
        assertThat("Treaty").doesNotMatch(Vocabulary.namePattern());
        assertThat("1994").matches(Vocabulary.levelPattern()).doesNotMatch(Vocabulary.namePattern());
    }

    /// The reference is written for people and cannot be generated; it must leave out no key.
    @ParameterizedTest
    @MethodSource("forms")
    void theReferenceExplainsEveryKey(Vocabulary.Form form) throws Exception {
        String reference = Files.readString(Path.of("../docs/reference/scenario.md"));
        String heading = "### `" + form.name() + "`";
        assertThat(reference).contains(heading + "\n");
        int start = reference.indexOf(heading + "\n");
        int end = reference.indexOf("\n#", start + 1);
        String section = reference.substring(start, end < 0 ? reference.length() : end);
        assertThat(section).contains(form.doc());
        for (Vocabulary.Key key : form.keys()) {
            String need = key.required() ? "required" : "";
            String line = "| `%s` | %s | %s | %s |"
                    .formatted(key.name(), need, key.kind().describe(), key.doc());
            assertThat(section.lines()).as(form.name()).contains(line);
        }
        long rows = section.lines().filter(line -> line.startsWith("| `")).count();
        assertThat(rows)
                .as("keys of " + form.name() + " in the reference")
                .isEqualTo(form.keys().size());
    }

    @Test
    void theExampleOfTheReferenceIsAScenario() throws Exception {
        String reference = Files.readString(Path.of("../docs/reference/scenario.md"));
        int start = reference.indexOf("```yaml\n") + "```yaml\n".length();
        String example = reference.substring(start, reference.indexOf("```", start));
        assertThat(Samples.scenario(example).outcomes()).hasSize(2);
        assertThat(example).isEqualTo(Samples.neighbours());
    }

    @Test
    void theReferenceListsEveryReservedWordAndEveryLint() throws Exception {
        String reference = Files.readString(Path.of("../docs/reference/scenario.md"));
        assertThat(Naming.WORDS).allSatisfy(word -> assertThat(reference).contains("`" + word + "`"));
        assertThat(Lint.RULES).allSatisfy(id -> assertThat(reference).contains("| `" + id + "` |"));
    }
}
