package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.scenario.Vocabulary.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NumberTextTest {

    private static Optional<Measures.Draft> read(String text, Unit unit, Problems problems) {
        var document = new Document("n", text);
        return Measures.read(
                new Node.Text(text, document.spot(0, text.length()), false), unit, TimeUnit.WEEK, per -> {}, problems);
    }

    @ParameterizedTest
    @CsvSource({
        "PRICE, 5, 5, 5, 5",
        "PRICE, 3 to 6, 3, 6, 4.5",
        "PRICE, 3 to 6 around 4, 3, 6, 4",
        "PRICE, 0.5 points per guess, .5, .5, .5",
        "PRICE, .5 to 1 points, .5, 1, .75",
        "WORTH, 3 to 6 around 4 per article p4, 3, 6, 4",
        "WORTH, 0.7 each week, .7, .7, .7",
        "WORTH, 7 each 2 weeks, 7, 7, 3.5",
        "WORTH, 0.1 to 0.2 around 0.15 each day, .1, .2, 1.05",
        "ODDS, 30%, .3, .3, .3",
        "ODDS, 20% to 40% around 25%, .2, .4, .25",
        "BRANCH, 0%, 0, 0, 0",
        "RATE, every 4 weeks, 4, 4, .25",
        "RATE, every week, 1, 1, 1",
        "PACE, every 1 to 3 months, 1, 3, 0.114990",
        "PACE, every 1 to 3 around 1 months, 1, 3, 0.229979",
        "PACE, every 2 to 4 weeks around 4 per guess, 2, 4, .25",
        "DURATION, 2 weeks, 2, 2, .5",
        "DURATION, 1 year, 1, 1, 0.0191650",
        "FACTOR, 0, 0, 0, 0",
        "FACTOR, 1.5 to 2.5, 1.5, 2.5, 2",
        "SHARPNESS, 20 to 200 around 60, 20, 200, 60"
    })
    void readsWhatAnalystsWrite(Unit unit, String text, double low, double high, double middleInGame) {
        var problems = new Problems();
        Measures.Draft draft = read(text, unit, problems).orElseThrow();
        assertThat(draft.low()).isEqualTo(low);
        assertThat(draft.high()).isEqualTo(high);
        double middle = draft.around().orElse((low + high) / 2);
        assertThat(draft.measure().inGame(middle)).isCloseTo(middleInGame, within(1e-6));
        assertThat(problems.any()).isFalse();
    }

    @Test
    void oddsOverTimeBecomeARate() {
        Measures.Draft draft =
                read("30% each 2 weeks", Unit.RATE, new Problems()).orElseThrow();
        assertThat(draft.measure().inGame(draft.low())).isCloseTo(-Math.log(0.7) / 2, within(1e-15));
        assertThat(draft.measure().unit()).isEqualTo("each 2 weeks");
    }

    @Test
    void percentagesAreTheNearestShares() {
        for (int k = 0; k <= 1000; k++) {
            String text = k / 10 + "." + k % 10 + "%";
            Measures.Draft draft = read(text, Unit.ODDS, new Problems()).orElseThrow();
            assertThat(draft.low()).as(text).isEqualTo(Double.parseDouble(k + "e-3"));
        }
    }

    @Test
    void theSourceMayNameAPlace() {
        Measures.Draft draft = read("3 to 6 per article p4, line 2", Unit.PRICE, new Problems())
                .orElseThrow();
        assertThat(draft.per().orElseThrow().value()).isEqualTo("article");
        assertThat(draft.at()).contains("p4, line 2");
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void patternsAcceptTheExamples(Unit unit) {
        List<String> texts = new ArrayList<>(List.of(unit.example(), unit.example() + " per article p4"));
        switch (unit) {
            case PRICE -> texts.addAll(List.of("5", "3 to 6", "0.5 points per guess"));
            case WORTH -> texts.addAll(List.of("0.1 to 0.2 each week per guess", "1 each 2 months"));
            case ODDS -> texts.add("80%");
            case BRANCH -> texts.add("rest");
            case RATE -> texts.addAll(List.of("every 4 weeks", "50% each week per guess"));
            case PACE ->
                texts.addAll(List.of("every week", "every 1 to 3 around 2 months", "every 2 to 4 weeks around 3"));
            case DURATION -> texts.addAll(List.of("2 weeks", "1 to 2 years around 1.5"));
            case FACTOR -> texts.add("0.02 to 0.1 per guess");
            case SHARPNESS -> texts.add("60");
        }
        for (String text : texts) {
            assertThat(text).matches(unit.pattern());
            if (!text.equals("rest")) {
                assertThat(read(text, unit, new Problems())).as(text).isPresent();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Unit.class)
    void patternsRefuseWhatIsPlainlyWrong(Unit unit) {
        for (String text : List.of("", "many", "3-6", "5 per", "-1", "3 to", "20 %")) {
            assertThat(text).as(unit.toString()).doesNotMatch(unit.pattern());
        }
    }

    /// Every text put together from the words of numbers is read, or refused with a reason, never both
    /// or neither.
    @ParameterizedTest
    @EnumSource(Unit.class)
    void anyWordsAreReadOrRefused(Unit unit) {
        var random = new java.util.Random(7);
        List<String> words = List.of(
                "every", "3", "0", "12%", "1.5", "to", "around", "each", "week", "months", "points", "per", "guess",
                ",", "article", "100%", "p4");
        for (int round = 0; round < 3000; round++) {
            var text = new StringBuilder();
            int length = 1 + random.nextInt(8);
            for (int k = 0; k < length; k++) {
                text.append(words.get(random.nextInt(words.size()))).append(' ');
            }
            var problems = new Problems();
            Optional<Measures.Draft> draft = read(text.toString().strip(), unit, problems);
            assertThat(draft.isPresent())
                    .as(unit + " round " + round + ": " + text)
                    .isNotEqualTo(problems.any());
            draft.ifPresent(d -> {
                assertThat(d.low()).isLessThanOrEqualTo(d.high());
                assertThat(d.measure().inGame(d.low())).isNotNaN().isFinite();
                assertThat(text.toString().strip()).matches(unit.pattern());
            });
        }
    }
}
