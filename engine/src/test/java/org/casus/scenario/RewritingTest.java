package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What a path means for the text.
class RewritingTest {

    private static final String TEXT = """
            format: casus/1
            title: One
            as_of: 2024-01-01
            clock: {unit: week, horizon: 4}
            board:
              light: {levels: [off, on], start: off}
            actors:
              ann:
                acts: every week
                drifts: every 4 weeks
                looks ahead: 5 weeks
                sharpness: {range: 10, why: Sharp}
                wants: {light: {on: 2}}
            moves:
              ann/switch: {if: light is off, then: {light to on: 50%, nothing: rest}}
            outcomes:
              lit: light is on
              dark: {if: otherwise}
            """;

    private static List<Rewrite> of(String path) throws ScenarioException {
        return ScenarioFile.of("one", "one.yaml", TEXT).rewrites(path);
    }

    @Test
    void whatIsThereIsReplaced() throws ScenarioException {
        assertThat(of("ann  looks ahead")).singleElement().isInstanceOfSatisfying(Rewrite.Replace.class, replace -> {
            assertThat(replace.way().stream().map(entry -> entry.key().value()))
                    .containsExactly("actors", "ann", "looks ahead");
            Written value = replace.last().orElseThrow().value();
            assertThat(TEXT.substring(value.from(), value.to())).isEqualTo("5 weeks");
        });
        assertThat(of("ann/switch then light to on")).singleElement().isInstanceOf(Rewrite.Replace.class);
        assertThat(of("ann sharpness why")).singleElement().isInstanceOf(Rewrite.Replace.class);
        assertThat(of("title")).singleElement().isInstanceOf(Rewrite.Replace.class);
    }

    @Test
    void whatIsNotThereIsAddedWithTheOrderOfItsForm() throws ScenarioException {
        assertThat(of("ann wants light off")).singleElement().isInstanceOfSatisfying(Rewrite.Add.class, add -> {
            assertThat(add.keys()).containsExactly("off");
            assertThat(add.order()).isEmpty();
        });
        assertThat(of("ann/switch costs")).singleElement().isInstanceOfSatisfying(Rewrite.Add.class, add -> {
            assertThat(add.keys()).containsExactly("costs");
            assertThat(add.order()).contains("if", "costs", "then");
        });
        assertThat(of("ann sharpness per"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Rewrite.Add.class, add -> assertThat(add.order()).containsExactly("range", "per", "at", "why"));
        assertThat(of("question"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Rewrite.Add.class, add -> assertThat(add.last()).isEmpty());
        assertThat(of("dark title"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Rewrite.Add.class, add -> assertThat(add.order()).contains("title", "if"));
    }

    @Test
    void everybodysNumberIsAddedAndEachOnesOwnGoes() throws ScenarioException {
        List<Rewrite> rewrites = of("sharpness");
        assertThat(rewrites).hasSize(2);
        assertThat(rewrites)
                .filteredOn(Rewrite.Add.class::isInstance)
                .singleElement()
                .satisfies(add -> assertThat(((Rewrite.Add) add).keys()).containsExactly("defaults", "sharpness"));
        assertThat(rewrites)
                .filteredOn(Rewrite.Drop.class::isInstance)
                .singleElement()
                .satisfies(drop ->
                        assertThat(drop.last().orElseThrow().key().value()).isEqualTo("sharpness"));
    }

    @Test
    void aPathThatLeadsNowhereIsSaid() {
        assertThatThrownBy(() -> of("ann looks behind"))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("leads nowhere");
    }

    @Test
    void whatIsWrittenIsSeenWithItsPlace() throws ScenarioException {
        Written.Entries file = ScenarioFile.of("one", "one.yaml", TEXT).written();
        assertThat(file.entry("title").orElseThrow().value()).isEqualTo(new Written.Words("One", 23, 26));
        assertThat(Written.read("x", "[a, {b: c}]"))
                .isInstanceOfSatisfying(
                        Written.Items.class, items -> assertThat(items.list()).hasSize(2));
        assertThatThrownBy(() -> Written.read("x", " ")).hasMessageContaining("There is nothing here.");
        assertThatThrownBy(() -> Written.read("x", "{a")).isInstanceOf(ScenarioException.class);
    }
}
