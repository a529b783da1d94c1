package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

    private static String[] shown(String line, int column, int length) {
        var problem = new Problem(new Position("f", 3, column, length), line, "Found.", "Legal.", "Maybe.");
        String[] lines = problem.render().split("\n");
        assertThat(lines[0]).isEqualTo("f:3:" + column);
        assertThat(lines).endsWith("  Found.", "  Legal.", "  Maybe.");
        return lines;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50, 109, 110, 111, 150, 250, 297})
    void caretsStandBelowWhatTheyMean(int column) {
        var line = new StringBuilder("-".repeat(300));
        line.replace(column - 1, column + 2, "abc");
        String[] lines = shown(line.toString(), column, 3);
        int caret = lines[2].indexOf('^');
        assertThat(lines[2].substring(caret)).isEqualTo("^^^");
        assertThat(lines[1].substring(caret, caret + 3)).isEqualTo("abc");
        assertThat(lines[1].length()).isLessThan(125);
    }

    @Test
    void aSpanLongerThanTheWindowIsCut() {
        String[] lines = shown("x".repeat(500), 5, 400);
        assertThat(lines[2].length()).isLessThanOrEqualTo(lines[1].length());
    }

    @Test
    void tabsAndWideLettersKeepTheirColumn() {
        String[] lines = shown("\ta\uD83D\uDE00b: c", 4, 1);
        assertThat(lines[1]).isEqualTo("     a\uD83D\uDE00b: c");
        assertThat(lines[2]).isEqualTo("       ^");
    }

    @Test
    void withoutALineThereIsNoCaret() {
        var problem = new Problem(new Position("f", 1, 1, 1), "", "Found.", "", "");
        assertThat(problem.render()).isEqualTo("f:1:1\n  Found.\n");
    }

    @ParameterizedTest
    @CsvSource({
        "stanse, stance",
        "Stance, stance",
        "stacne, stance",
        "skirmish, skirmishes",
        "wra, war",
        "xyz, ''",
        "w, ''",
        "looks_ahead, looks ahead"
    })
    void theNearestName(String word, String name) {
        var names = java.util.List.of("war", "stance", "skirmishes", "looks ahead");
        assertThat(Nearest.of(word, names).orElse("")).isEqualTo(name);
    }

    @Test
    void nothingIsNearToAVeryLongWord() {
        assertThat(Nearest.of("war".repeat(100), java.util.List.of("war"))).isEmpty();
        assertThat(Nearest.of("war", java.util.List.of("w".repeat(200)))).isEmpty();
    }

    @Test
    void longListsAndWordsAreShortened() {
        var names =
                java.util.stream.IntStream.range(0, 30).mapToObj(k -> "n" + k).toList();
        assertThat(Say.list(names)).endsWith("n13 and 16 more");
        assertThat(Say.quoted("x".repeat(200))).hasSize(60);
        assertThat(Say.either(java.util.List.of())).isEmpty();
        assertThat(Say.all(java.util.List.of("a"))).isEqualTo("`a`");
    }

    /// Words inside quoted, folded and literal texts are found where they stand.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "if: war is peice",
                "if: \"war is peice\"",
                "if: 'war is peice'",
                "if: war\n      is peice",
                "if: >\n      war is\n      peice",
                "if: |-\n      war is\n      peice",
                "if: >-\n\n      war  is   peice\n"
            })
    void problemsPointIntoTexts(String text) throws Exception {
        String file = Samples.neighbours(
                "  east/recognise:", "  east/look:\n    then: war up 1\n    " + text + "\n  east/recognise:");
        var thrown =
                org.assertj.core.api.Assertions.catchThrowableOfType(ScenarioException.class, () -> Samples.read(file));
        Problem problem = thrown.problems().getFirst();
        assertThat(problem.line().substring(problem.position().column() - 1)).startsWith("peice");
        assertThat(problem.position().length()).isEqualTo(5);
    }

    @Test
    void escapesLeaveTheWholeTextMarked() throws Exception {
        String file = Samples.neighbours("if: pact is due", "if: \"war \\u0069s peice\"");
        var thrown =
                org.assertj.core.api.Assertions.catchThrowableOfType(ScenarioException.class, () -> Samples.read(file));
        assertThat(thrown.problems().getFirst().position().length()).isEqualTo("\"war \\u0069s peice\"".length());
    }
}
