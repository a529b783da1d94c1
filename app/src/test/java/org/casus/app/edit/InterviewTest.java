package org.casus.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.app.Golden;
import org.casus.app.run.Solved;
import org.casus.equilibrium.Settings;
import org.casus.game.SizeException;
import org.casus.game.Structure;
import org.casus.scenario.Judgement;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

/// Answers in, a scenario out.
class InterviewTest {

    private static final Interview INTERVIEW = new Interview("my-crisis", LocalDate.of(2024, 3, 1));

    private static Map<String, String> answers(String... given) {
        var answers = new LinkedHashMap<String, String>();
        for (int k = 0; k < given.length; k++) {
            answers.put(Interview.IDS.get(k), given[k]);
        }
        return answers;
    }

    private static List<String> complaints(String... given) {
        return INTERVIEW.complaints(Interview.IDS.get(given.length - 1), answers(given));
    }

    private static final String[] WHOLE = {
        "Ann, Bob and United States",
        "Front line: with Bob, shared*, with Ann; war: quiet, skirmish, war; talks: none, signed",
        "Ann wants Front line is with Ann 5 to 8; Bob fears with Ann; Ann fears war is war (0.1 to 0.2 each week); "
                + "United States wants signed",
        "Ann can attack: war up 1 if war below war costs 0.5 to 1; Bob can hold-back: lower war; United States can "
                + "mediate: talks to signed and war to quiet if war is war, costs 1; chance Shots at night: war up 1 if "
                + "war is quiet, 2% to 6% each week; chance advance: front-line up 1 if war is war 5% each week",
        "All-out war: war is war; Talks: talks signed; otherwise: Neither"
    };

    @Test
    void aWholeScenarioAsAPersonWouldWriteIt() throws ScenarioException, SizeException {
        for (int k = 1; k <= WHOLE.length; k++) {
            assertThat(complaints(Stream.of(WHOLE).limit(k).toArray(String[]::new)))
                    .isEmpty();
        }
        var draft = INTERVIEW.draft(answers(WHOLE));
        assertThat(draft.guessed()).isEmpty();
        assertSolves("whole", draft.text());
        Golden.check("interview.yaml", draft.text());
    }

    @Test
    void afterThreeAnswersTheRestIsMadeUpAndSaysSo() throws ScenarioException, SizeException {
        var draft = INTERVIEW.draft(answers(WHOLE[0], WHOLE[1], WHOLE[2]));
        assertThat(draft.guessed()).containsExactly("moves", "ends");
        assertSolves("half", draft.text());
        Golden.check("interview-half.yaml", draft.text());
    }

    @Test
    void nothingButGuessesIsAScenarioToo() throws ScenarioException, SizeException {
        assertSolves("none", INTERVIEW.draft(Map.of()).text());
    }

    private static void assertSolves(String what, String text) throws ScenarioException, SizeException {
        var scenario = ScenarioFile.of("my-crisis", what, text).scenario();
        assertThat(scenario.judgements()).as(what).allMatch(Judgement::isGuess);
        var solved = Solved.of(
                scenario, Structure.compile(scenario), Settings.standard().withThreads(1));
        assertThat(solved.failure()).as(what + "\n" + text).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsSaidAtOnce() {
        assertThat(complaints("Ann, Ann")).containsExactly("“Ann” is named twice.");
        assertThat(complaints("Ann, 42")).first().asString().contains("“42” cannot be the name of an actor");
        assertThat(complaints(",")).containsExactly("Name at least one: Ann, Bob.");
        assertThat(complaints("Range")).first().asString().contains("`range` is a word of the language");
        assertThat(complaints("Ann", "war")).first().asString().contains("says no levels");
        assertThat(complaints("Ann", "war: hot")).first().asString().contains("needs 2 to 8 levels");
        assertThat(complaints("Ann", "Ann: a, b")).first().asString().contains("takes part already");
        assertThat(complaints("Ann", "war: a, a")).first().asString().contains("twice");
        assertThat(complaints("Ann", "a: 1,2,3,4,5,6,7,8; b: 1,2,3,4,5,6,7,8; c: 1,2,3,4,5,6,7,8; d: 1,2,3,4"))
                .first()
                .asString()
                .contains("2048 boards");
        assertThat(complaints("Ann", "war: no, yes", "Anne wants yes"))
                .first()
                .asString()
                .contains("Did you mean ann?");
        assertThat(complaints("Ann", "war: no, yes", "Ann likes yes"))
                .first()
                .asString()
                .contains("not understood");
        assertThat(complaints("Ann", "war: no, yes", "Ann wants wor is yes"))
                .first()
                .asString()
                .contains("`war`");
        assertThat(complaints("Ann", "war: no, yes", "Ann wants yes 5 to 20"))
                .first()
                .asString()
                .contains("More than 10 points");
        assertThat(complaints("Ann", "war: no, yes", "", "Ann can fly: sky up 1"))
                .first()
                .asString()
                .contains("nothing that a move can do");
        assertThat(complaints("Ann", "war: no, yes", "", "chance x: war up"))
                .first()
                .asString()
                .contains("Nobody but chance");
        assertThat(complaints("Ann", "war: no, yes", "", "Ann can war to maybe"))
                .first()
                .asString()
                .contains("maybe");
        assertThat(complaints("Ann", "war: no, yes", "", "", "War"))
                .first()
                .asString()
                .contains("not understood");
        assertThat(complaints("Ann", "war: no, yes", "", "", "War: war is yes")).isEmpty();
    }

    @Test
    void everyQuestionHasAnExampleThatIsUnderstood() {
        var known = new LinkedHashMap<String, String>();
        for (String id : Interview.IDS) {
            Question question = INTERVIEW.question(id, known);
            known.put(id, question.example());
            assertThat(INTERVIEW.complaints(id, known)).as(id).isEmpty();
            known.put(id, question.otherwise());
            assertThat(INTERVIEW.complaints(id, known)).as(id).isEmpty();
            known.put(id, question.example());
        }
    }

    @Test
    void anyAnswersThatAreUnderstoodGiveAScenarioThatSolves() throws ScenarioException, SizeException {
        for (long seed = 1; seed <= 60; seed++) {
            var random = new Random(seed);
            var given = new LinkedHashMap<String, String>();
            for (String id : Interview.IDS) {
                for (int tries = 0; tries < 4 && random.nextInt(6) > 0; tries++) {
                    given.put(id, RandomAnswers.of(id, given, random));
                    if (INTERVIEW.complaints(id, given).isEmpty()) {
                        break;
                    }
                    given.remove(id);
                }
            }
            assertSolves("seed " + seed + " " + given, INTERVIEW.draft(given).text());
        }
    }

    /// Answers that people might give, some of them wrong.
    private static final class RandomAnswers {

        private static final List<String> NAMES = List.of(
                "Ann", "Bob", "Côte d'Ivoire", "the: King", "United States", "#1", "O'Neil", "Ann can Bob", "Border");
        private static final List<String> ROWS =
                List.of("war", "Talks in Rome", "border-line", "Öl, Gas", "range", "x \"y\"");
        private static final List<String> LEVELS = List.of("none", "some", "a lot", "all", "no", "1994", "up");

        static String of(String id, Map<String, String> given, Random random) {
            List<String> rows = Stream.of(
                            given.getOrDefault("changes", Guesses.CHANGES).split(";", -1))
                    .map(row -> row.split(":", -1)[0].strip())
                    .toList();
            List<String> names = List.of(given.getOrDefault("who", Guesses.WHO).split(", ", -1));
            return switch (id) {
                case "who" -> some(NAMES, random, ", ");
                case "changes" ->
                    some(ROWS, random, ";")
                            .lines()
                            .flatMap(line -> Stream.of(line.split(";", -1)))
                            .map(row -> row + ": " + some(LEVELS, random, ", "))
                            .collect(Collectors.joining("; "));
                case "wants" ->
                    many(
                            random,
                            () -> one(names, random)
                                    + (random.nextBoolean() ? " wants " : " fears ")
                                    + condition(rows, random)
                                    + (random.nextBoolean() ? " " + random.nextInt(9) + " to 9" : ""));
                case "moves" ->
                    many(
                            random,
                            () -> (random.nextInt(4) == 0 ? "chance ev" : one(names, random) + " can do")
                                    + random.nextInt(9) + ": "
                                    + one(rows, random)
                                    + (random.nextBoolean() ? " up 1" : " down")
                                    + (random.nextBoolean() ? " if " + condition(rows, random) : ""));
                default -> many(random, () -> one(LEVELS, random) + ": " + condition(rows, random));
            };
        }

        private static String condition(List<String> rows, Random random) {
            return switch (random.nextInt(3)) {
                case 0 -> one(LEVELS, random);
                case 1 -> one(rows, random) + " is " + one(LEVELS, random);
                default ->
                    one(rows, random) + " at least " + one(LEVELS, random) + " or " + one(rows, random) + " is "
                            + one(LEVELS, random);
            };
        }

        private static String one(List<String> list, Random random) {
            return list.get(random.nextInt(list.size()));
        }

        private static String some(List<String> list, Random random, String between) {
            var shuffled = new java.util.ArrayList<>(list);
            java.util.Collections.shuffle(shuffled, random);
            return String.join(between, shuffled.subList(0, 1 + random.nextInt(3)));
        }

        private static String many(Random random, java.util.function.Supplier<String> item) {
            return Stream.generate(item).limit(1 + random.nextInt(4)).collect(Collectors.joining("; "));
        }
    }
}
