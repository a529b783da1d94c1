package org.casus.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.casus.app.Golden;
import org.casus.app.text.Style.Colour;
import org.junit.jupiter.api.Test;

class SolveViewTest {

    @Test
    void showsTheWholeAnswerOnOneScreen() {
        Golden.check("sample-solve.txt", SolveView.of(SampleAnswers.solved(), Style.BARE));
        Golden.check("sample-several.txt", SolveView.of(SampleAnswers.several(), Style.BARE));
    }

    @Test
    void aPartialResultSaysSoFirst() {
        var text = SolveView.of(SampleAnswers.unsolved(), Style.BARE);
        assertThat(text).contains("NOT SOLVED  Play goes on changing. What follows is a partial result");
        assertThat(text.indexOf("NOT SOLVED")).isLessThan(text.indexOf("After 26 weeks"));
        assertThat(text).contains("Stopped after").doesNotContain("Solved in");
    }

    @Test
    void severalEquilibriaStandSideBySide() {
        var text = SolveView.of(SampleAnswers.several(), Style.BARE);
        assertThat(text).contains("Several equilibria.").contains("reported  other 1");
        assertThat(text).containsPattern("A  The war goes on +43 +25");
    }

    @Test
    void aSecondOpinionThatFoundNothingSaysSo() {
        assertThat(SolveView.of(SampleAnswers.alone(), Style.BARE))
                .contains("A second opinion found no other equilibrium.");
        assertThat(PlainView.of(SampleAnswers.alone(), Style.BARE))
                .contains("A second opinion found no other equilibrium.");
    }

    @Test
    void colourChangesNothingButColour() {
        for (Colour colour : List.of(Colour.BASIC, Colour.RICH)) {
            var text = SolveView.of(SampleAnswers.several(), new Style(80, colour, true));
            assertThat(text).contains("\u001b[");
            assertThat(text.replaceAll("\u001b\\[[0-9;]*m", ""))
                    .isEqualTo(SolveView.of(SampleAnswers.several(), Style.BARE));
        }
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        for (int width : new int[] {60, 80, 100}) {
            var style = new Style(width, Colour.NONE, true);
            for (var answer : List.of(SampleAnswers.solved(), SampleAnswers.several(), SampleAnswers.unsolved())) {
                assertThat(SolveView.of(answer, style).lines())
                        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(width));
            }
        }
    }

    @Test
    void narrowTerminalsGetTheOddsAlone() {
        for (int width = 20; width < 60; width++) {
            var text = SolveView.of(SampleAnswers.solved(), new Style(width, Colour.NONE, true));
            assertThat(text).contains("in 100").doesNotContain("ever  next");
        }
    }

    @Test
    void everyTimeAskedForIsShown() {
        var answer = SampleAnswers.manyTimes(23);
        for (int width : new int[] {20, 60, 80, 100}) {
            var text = SolveView.of(answer, new Style(width, Colour.NONE, true));
            var shown = text.lines()
                    .filter(line -> line.startsWith("Odds in 100 after"))
                    .flatMap(line -> Pattern.compile("[0-9]+").matcher(line.substring(11)).results())
                    .map(MatchResult::group)
                    .toList();
            assertThat(shown)
                    .isEqualTo(IntStream.rangeClosed(1, 23).mapToObj(String::valueOf).toList());
        }
    }

    @Test
    void movesLeftOutAreCounted() {
        assertThat(SolveView.of(SampleAnswers.manyMoves(11), Style.BARE)).contains("  … and 3 more: --json");
        assertThat(PlainView.of(SampleAnswers.manyMoves(11), Style.BARE)).contains("And 3 more moves, which --json lists.");
        assertThat(SolveView.of(SampleAnswers.manyMoves(8), Style.BARE)).doesNotContain("more: --json");
    }

    @Test
    void asciiIsEnough() {
        var text = SolveView.of(SampleAnswers.several(), new Style(80, Colour.NONE, false));
        assertThat(text.chars()).allMatch(c -> c < 128);
        assertThat(text).contains("\"Peace, of a kind\"");
    }

    @Test
    void plainIsSentences() {
        Golden.check("sample-plain.txt", PlainView.of(SampleAnswers.several(), Style.BARE));
    }
}
