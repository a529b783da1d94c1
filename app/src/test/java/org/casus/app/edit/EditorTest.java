package org.casus.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casus.scenario.Judgement;
import org.junit.jupiter.api.Test;

/// Edits of a text that shows every way in which a number may stand in it.
class EditorTest {

    static final String TEXT = """
            # A scenario in every style.
            format: casus/1
            title: 'In every style'
            as_of: 2024-01-01
            clock: {unit: week, horizon: 10}
            defaults: {acts: every week per guess, looks ahead: 20 weeks, sharpness: 10 per guess}  # for all
            sources:
              report: {title: "A report"}
            board:
              prize: {levels: [free, taken, gone], start: free}
              mood:  { levels: [calm, angry], start: calm }   # kept as is
            actors:
              ann:
                drifts: every 4 weeks per guess  # a comment that stays
                wants:
                  prize:
                    taken: "2 to 4 around 3 per report p2"
                    gone: {range: 1 to 2, per: report, at: p4, why: "It was said: often"}
                  mood is angry: {range: '1', why: Nobody knows}
                fears: {mood: {angry: 0.1 to 0.2 each week, per: report, at: p1}}
              bob: {drifts: every 4 weeks, wants: {prize is taken: &worth 3 to 5 per guess}}
              cat:
                # nobody knows how often
                drifts: every 8 weeks
                wants: {prize is taken: *worth}
              dan: {drifts: every 9 weeks}
            moves:
              ann/take:
                if: prize is free
                costs:
                  always: 0.5
                  mood is angry:
                    range: 1 to 2
                    why: >
                      Anger is
                      dear.
                then: prize to taken
              bob/calm: {if: mood is angry, odds: 50% to 60% per guess, then: mood to calm}
            chance:
              theft: {if: prize is taken, odds: 5% each week per guess, then: {prize to gone: 40% per guess, nothing: rest}}
              anger: {if: mood is calm, odds: 5% each week per guess, then: mood to angry}
            outcomes:
              has-it: {title: Ann has it, if: prize is taken}
              nobody: {title: Nobody has it, if: otherwise}
            """;

    private static Edited edit(Edit... edits) {
        return new Editor("styles", "styles.yaml").apply(TEXT, List.of(edits));
    }

    private static Edited sound(Edit... edits) {
        Edited edited = edit(edits);
        assertThat(edited.problems()).isEmpty();
        assertThat(edited.sound()).isTrue();
        assertThat(edited.made()).isEqualTo(edits.length);
        return edited;
    }

    private static Judgement judgement(Edited edited, String id) {
        return edited.file().orElseThrow().scenario().judgements().stream()
                .filter(j -> j.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// Lines of the text that were changed, and what they became.
    private static List<String> changes(Edited edited) {
        return LineDiff.of(TEXT, edited.text()).stream()
                .flatMap(hunk -> java.util.stream.Stream.concat(
                        hunk.before().stream().map(line -> "-" + line.strip()),
                        hunk.after().stream().map(line -> "+" + line.strip())))
                .toList();
    }

    @Test
    void aShortNumberKeepsItsSourceAndItsComment() {
        var edited = sound(Edit.of("ann drifts", "every 5 to 6 weeks"));
        assertThat(changes(edited))
                .containsExactly(
                        "-drifts: every 4 weeks per guess  # a comment that stays",
                        "+drifts: every 5 to 6 weeks per guess  # a comment that stays");
        assertThat(edited.text())
                .isEqualTo(TEXT.replace("every 4 weeks per guess  #", "every 5 to 6 weeks per guess  #"));
    }

    @Test
    void quotesStay() {
        assertThat(sound(Edit.of("ann wants prize taken", "5")).text())
                .isEqualTo(TEXT.replace("\"2 to 4 around 3 per report p2\"", "\"5 per report p2\""));
        assertThat(sound(Edit.of("ann wants mood is angry", "2")).text())
                .isEqualTo(TEXT.replace("range: '1'", "range: '2'"));
    }

    @Test
    void aSourceComesWithTheValueOrAlone() {
        assertThat(sound(Edit.of("ann wants prize taken", "5 per guess")).text())
                .isEqualTo(TEXT.replace("2 to 4 around 3 per report p2", "5 per guess"));
        var alone = new Edit("ann wants prize taken", Optional.empty(), Optional.of("report p9"), Optional.empty());
        assertThat(sound(alone).text()).isEqualTo(TEXT.replace("per report p2", "per report p9"));
        var none = new Edit("ann wants prize taken", Optional.empty(), Optional.of(""), Optional.empty());
        assertThat(sound(none).text()).isEqualTo(TEXT.replace(" per report p2", ""));
    }

    @Test
    void theLongFormIsEditedInItsParts() {
        assertThat(sound(Edit.of("ann wants prize gone", "1.5").per("guess").because("So, she says"))
                        .text())
                .isEqualTo(TEXT.replace(
                        "{range: 1 to 2, per: report, at: p4, why: \"It was said: often\"}",
                        "{range: 1.5, per: guess, why: \"So, she says\"}"));
        assertThat(sound(Edit.of("ann wants mood is angry", "2 per report p3")).text())
                .isEqualTo(TEXT.replace(
                        "{range: '1', why: Nobody knows}", "{range: '2', per: report, at: p3, why: Nobody knows}"));
        assertThat(sound(Edit.of("ann/take costs mood is angry", "2")
                                .per("guess")
                                .because(""))
                        .text())
                .contains("      mood is angry:\n        range: 2\n        per: guess\n    then: prize to taken\n");
    }

    @Test
    void aReasonMakesAShortNumberLong() {
        var edited = sound(Edit.of("ann drifts", "every 5 weeks").because("Slow, they say: \"very\""));
        assertThat(changes(edited))
                .last()
                .isEqualTo("+drifts: {range: every 5 weeks, per: guess, why: \"Slow, they say: \\\"very\\\"\"}"
                        + "  # a comment that stays");
        assertThat(judgement(edited, "ann drifts").why()).contains("Slow, they say: \"very\"");
    }

    @Test
    void whatIsSaidForSeveralStaysTheirs() {
        var edited = sound(Edit.of("ann fears mood angry", "0.3 each week"));
        assertThat(judgement(edited, "ann fears mood angry").per()).contains("report");
        assertThat(sound(Edit.of("ann fears mood angry", "0.3 each week per guess"))
                        .text())
                .isEqualTo(TEXT.replace("0.1 to 0.2 each week,", "0.3 each week per guess,"));
        var gone = edit(Edit.of("ann fears mood angry", "0.3 each week").per(""));
        assertThat(gone.text()).isEqualTo(TEXT);
        assertThat(gone.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.found()).contains("several numbers at once");
            assertThat(problem.position().line()).isEqualTo(20);
        });
    }

    @Test
    void whatComesFromADefaultGetsALineOfItsOwn() {
        assertThat(changes(sound(Edit.of("ann looks ahead", "5 weeks per guess"))))
                .containsExactly("+looks ahead: 5 weeks per guess");
        assertThat(sound(Edit.of("ann looks ahead", "5 weeks per guess")).text())
                .contains("# a comment that stays\n    looks ahead: 5 weeks per guess\n    wants:");
        assertThat(sound(Edit.of("ann acts", "every 2 weeks").per("report p2")).text())
                .contains("  ann:\n    acts: every 2 weeks per report p2\n    drifts:");
        assertThat(sound(Edit.of("bob acts", "every 2 weeks")).text()).contains("bob: {acts: every 2 weeks, drifts:");
        assertThat(sound(Edit.of("dan sharpness", "20").because("Sharp")).text())
                .contains("dan: {drifts: every 9 weeks, sharpness: {range: 20, why: Sharp}}");
    }

    @Test
    void whatMeansEverybodyTakesEachOnesOwnAway() {
        var edited = sound(Edit.of("drifts", "every 3 weeks per guess"));
        assertThat(edited.text())
                .contains("defaults: {acts: every week per guess, drifts: every 3 weeks per guess, looks ahead")
                .contains("  ann:\n    wants:")
                .contains("bob: {wants:")
                .contains("dan: {}");
        assertThat(judgement(edited, "defaults drifts").middle()).isEqualTo(3);
    }

    @Test
    void anAliasIsWrittenOutAndAnAnchorLeftAlone() {
        assertThat(sound(Edit.of("cat wants prize is taken", "1 to 2")).text())
                .isEqualTo(TEXT.replace("*worth", "1 to 2 per guess"));
        var anchor = edit(Edit.of("bob wants prize is taken", "1 to 2"));
        assertThat(anchor.text()).isEqualTo(TEXT);
        assertThat(anchor.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).contains("repeated elsewhere"));
    }

    @Test
    void valuesThatAreNoNumbers() {
        assertThat(sound(Edit.of("prize start", "taken")).text())
                .isEqualTo(TEXT.replace("start: free", "start: taken"));
        assertThat(sound(Edit.of("mood levels", "[calm, cross, angry]")).text())
                .isEqualTo(TEXT.replace("[calm, angry]", "[calm, cross, angry]"));
        assertThat(sound(Edit.of("ann/take costs", "1 to 2 per guess")).text())
                .contains("    costs: 1 to 2 per guess\n    then: prize to taken");
        assertThat(sound(Edit.of("title", "It's new: really")).text()).contains("title: 'It''s new: really'");
    }

    @Test
    void whatGoesWrongIsSaidWithItsPlace() {
        var backwards = edit(Edit.of("bob/calm odds", "60% to 50%"));
        assertThat(backwards.sound()).isFalse();
        assertThat(backwards.text()).contains("odds: 60% to 50% per guess");
        assertThat(backwards.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.found()).isEqualTo("The range runs backwards.");
            assertThat(problem.position().toString()).startsWith("styles.yaml:38:");
        });
        var nowhere = edit(Edit.of("ann drifts", "every week"), Edit.of("ann driffs", "every week"));
        assertThat(nowhere.made()).isEqualTo(1);
        assertThat(nowhere.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.found()).contains("leads nowhere");
            assertThat(problem.advice()).contains("drifts");
        });
        assertThat(edit(Edit.of("ann drifts", "every week per nobody")).problems())
                .hasSize(1);
        assertThat(edit(Edit.of("ann drifts", "  ")).problems()).hasSize(1);
        assertThat(edit(Edit.of("prize", "a: b\nc: d")).problems()).hasSize(1);
        assertThat(edit(new Edit("prize start", Optional.empty(), Optional.of("guess"), Optional.empty()))
                        .problems())
                .hasSize(1);
        assertThat(new Editor("x", "x").apply("format: casus/1", List.of()).problems())
                .isNotEmpty();
    }

    @Test
    void lineBreaksOfAnotherSystemStay() {
        String text = TEXT.replace("\n", "\r\n");
        var edited = new Editor("styles", "styles.yaml")
                .apply(text, List.of(Edit.of("ann acts", "every 2 weeks"), Edit.of("ann drifts", "every 5 weeks")));
        assertThat(edited.problems()).isEmpty();
        assertThat(edited.text().replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
        assertThat(edited.text())
                .contains("  ann:\r\n    acts: every 2 weeks\r\n    drifts: every 5 weeks per guess  #");
    }

    @Test
    void aFileWithoutABreakAtItsEndKeepsItSo() {
        String text = TEXT.stripTrailing();
        var edited = new Editor("styles", "styles.yaml").apply(text, List.of(Edit.of("ann drifts", "every 5 weeks")));
        assertThat(edited.text()).isEqualTo(text.replace("every 4 weeks per guess", "every 5 weeks per guess"));
    }

    @Test
    void wordsOfNumbers() {
        assertThat(NumberWords.of("3 to 6 around 4 per article p4, line 2"))
                .isEqualTo(new NumberWords("3 to 6 around 4", Optional.of("article"), Optional.of("p4, line 2")));
        assertThat(NumberWords.of("every week").words()).isEqualTo("every week");
        assertThat(NumberWords.source("guess").per()).contains("guess");
        assertThat(Arrays.asList("a: b", "- x", "#x", "", "x #y", "a,b", "no:"))
                .allSatisfy(text -> assertThat(Scalars.plain(text, true)).startsWith("\""));
        assertThat(Scalars.plain("a,b", false)).isEqualTo("a,b");
        assertThat(Scalars.quoted("a\n\t\"\\\u0007")).isEqualTo("\"a\\n\\t\\\"\\\\\\u0007\"");
    }
}
