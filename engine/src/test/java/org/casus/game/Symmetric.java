package org.casus.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;

/// Small random scenarios with alike actors `a`, `b`, … and up to two others beside them: own rows, moves
/// against each other, common rows and events, and now and then an agreement, whose row has levels with
/// names in them.
public final class Symmetric {

    private static final List<String> NAMES = List.of("a", "b", "c", "d");

    private final Random random;
    private final int alike;
    private final int others;
    private final int levels;
    private final boolean second;
    private final boolean agreement;

    private Symmetric(long seed) {
        random = new Random(seed);
        alike = 2 + random.nextInt(3);
        others = random.nextInt(3);
        levels = alike == 4 ? 2 : 2 + random.nextInt(2);
        agreement = alike < 4 && random.nextInt(3) == 0;
        second = alike == 2 && !agreement && random.nextBoolean();
    }

    /// The file of a seed, with numbers as ranges.
    public static String text(long seed) {
        return new Symmetric(seed).text();
    }

    /// The scenario of a seed.
    public static Scenario scenario(long seed) {
        try {
            return ScenarioFile.of("random", "random", text(seed)).scenario();
        } catch (ScenarioException e) {
            throw new AssertionError("seed " + seed + "\n" + text(seed), e);
        }
    }

    /// Rivals that arm on so many levels and are set back all at once, declared alike.
    public static Scenario race(int rivals, int levels) {
        return race(rivals, levels, "10% each month");
    }

    /// The same, never set back.
    public static Scenario oneWayRace(int rivals, int levels) {
        return race(rivals, levels, "");
    }

    private static Scenario race(int rivals, int levels, String setBack) {
        String top = "l" + (levels - 1);
        IntFunction<String> row = k -> "arms-r" + k;
        String text = """
                format: casus/1
                title: A race
                as_of: 2020-01-01
                clock: {unit: month, horizon: 12}
                defaults: {acts: every month, drifts: every 12 months, looks ahead: 24 months, sharpness: 10}
                """
                + "alike: [" + list(rivals, k -> "r" + k, ", ") + "]\nboard:\n"
                + list(
                        rivals,
                        k -> "  " + row.apply(k) + ": {levels: [" + list(levels, l -> "l" + l, ", ")
                                + "], start: l0}\n",
                        "")
                + "actors:\n"
                + list(
                        rivals,
                        k -> "  r" + k + ": {wants: {" + row.apply(k) + ": {" + top + ": 3}}, fears: {"
                                + list(rivals, j -> j == k ? "" : row.apply(j) + " is " + top + ": 0.3, ", "")
                                + "always: 1}}\n",
                        "")
                + "moves:\n"
                + list(rivals, k -> "  r" + k + "/arm: {costs: 0.5, then: " + row.apply(k) + " up 1}\n", "")
                + (setBack.isEmpty()
                        ? ""
                        : "chance:\n  set-back: {odds: " + setBack + ", then: \""
                                + list(rivals, k -> row.apply(k) + " down 1", " and ")
                                + "\"}\n")
                + "outcomes:\n  calm: \"" + list(rivals, k -> row.apply(k) + " is l0", " and ")
                + "\"\n  race: otherwise\n";
        try {
            return ScenarioFile.of("race", "race", text).scenario();
        } catch (ScenarioException e) {
            throw new AssertionError(text, e);
        }
    }

    /// Two who each want the other to give way, and lose most if neither does.
    public static Scenario chicken(double sharpness) {
        String text = """
                format: casus/1
                title: Chicken
                as_of: 2020-01-01
                clock: {unit: week, horizon: 10}
                defaults: {acts: every week, drifts: every 20 weeks, looks ahead: 10 weeks, sharpness: SHARPNESS}
                alike: [a, b]
                board:
                  stance-a: {levels: [firm, soft], start: firm}
                  stance-b: {levels: [firm, soft], start: firm}
                actors:
                  a: {wants: {stance-a is firm and stance-b is soft: 4}, fears: {stance-a is firm and stance-b is firm: 6}}
                  b: {wants: {stance-b is firm and stance-a is soft: 4}, fears: {stance-b is firm and stance-a is firm: 6}}
                moves:
                  a/yield: {then: stance-a to soft}
                  b/yield: {then: stance-b to soft}
                  a/stiffen: {costs: 0.2, then: stance-a to firm}
                  b/stiffen: {costs: 0.2, then: stance-b to firm}
                outcomes: {clash: stance-a is firm and stance-b is firm, calm: otherwise}
                """.replace("SHARPNESS", Double.toString(sharpness));
        try {
            return ScenarioFile.of("chicken", "chicken", text).scenario();
        } catch (ScenarioException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static String list(int count, IntFunction<String> text, String between) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(between));
    }

    private String text() {
        List<String> board = new ArrayList<>();
        List<String> actors = new ArrayList<>();
        List<String> moves = new ArrayList<>();
        List<String> chance = new ArrayList<>();
        board.add("weather: {levels: [fair, foul], start: fair}");
        each(board, k -> "arms-" + name(k) + ": {levels: [" + levels() + "], start: l0}");
        if (second) {
            each(board, k -> "mood-" + name(k) + ": {levels: [glad, sad], start: glad}");
        }
        String own = number(1, 4);
        String rival = number(0, 2);
        String few = number(0, 1);
        each(
                actors,
                k -> name(k) + ": {acts: " + "every week, wants: {arms-" + name(k) + ": {" + top() + ": " + own
                        + "}, weather is fair and arms-" + name(k) + " is l0: " + few + "}, fears: {"
                        + others(k, j -> "arms-" + name(j) + " is " + top() + ": " + rival, ", ") + "}}");
        String up = number(0, 1);
        each(
                moves,
                k -> name(k) + "/arm: {if: arms-" + name(k) + " below " + top() + ", costs: {always: " + up
                        + ", weather is foul: " + few + "}, then: arms-" + name(k) + " up 1}");
        String hit = number(0, 2);
        String odds = 30 + random.nextInt(40) + "% to 80%";
        for (int k = 0; k < alike; k++) {
            int by = k;
            each(
                    moves,
                    j -> j == by
                            ? ""
                            : name(by) + "/hit-" + name(j) + ": {if: arms-" + name(by) + " is " + top() + ", costs: "
                                    + hit + ", odds: " + odds + ", then: arms-" + name(j) + " down 1}");
        }
        if (second) {
            each(
                    moves,
                    k -> name(k) + "/brood: {then: {mood-" + name(k) + " to sad: 60%, mood-" + name(k)
                            + " to glad and arms-" + name(k) + " down 1: rest}}");
        }
        String storm = "every " + (2 + random.nextInt(6)) + " weeks";
        chance.add("turn: {rate: " + storm + ", then: {weather to foul: 50%, weather to fair: rest}}");
        chance.add("ruin: {odds: 5% each week, times: {weather is foul: 2}, then: \""
                + all(k -> "arms-" + name(k) + " down 1", " and ") + "\"}");
        each(
                chance,
                k -> "fire-" + name(k) + ": {odds: 3% each week, if: arms-" + name(k) + " above l0, then: arms-"
                        + name(k) + " to l0}");
        for (int z = 0; z < others; z++) {
            other("z" + z, actors, moves);
        }
        String signing = number(0, 1);
        String agreements = agreement
                ? "agreements:\n  pact: {between: [" + all(Symmetric::name, ", ") + "], brokers: {"
                        + all(k -> name(k) + ": 60%", ", ") + "}, signing costs: {"
                        + all(k -> name(k) + ": " + signing, ", ")
                        + "}, lapses: 30% each week, then: \"" + all(k -> "arms-" + name(k) + " to l0", " and ")
                        + "\"}\n"
                : "";
        return """
                format: casus/1
                title: Alike at random
                as_of: 2020-01-01
                clock: {unit: week, horizon: 12}
                choice: CHOICE
                defaults: {acts: every 2 weeks, drifts: every 5 to 9 weeks, looks ahead: 8 to 20 weeks, sharpness: 4 to 9}
                alike: [ALIKE]
                """.replace("CHOICE", List.of("intentions", "mistakes", "tastes").get(random.nextInt(3)))
                        .replace("ALIKE", all(Symmetric::name, ", "))
                + section("board", board)
                + section("actors", actors)
                + agreements
                + section("moves", moves)
                + section("chance", chance)
                + """
                outcomes:
                  peak: {if: "PEAK", final: true}
                  one-up: "ANY"
                  calm: otherwise
                scores:
                  foul: weeks with weather is foul
                  top: odds ever of ANY
                """.replace("PEAK", all(k -> "arms-" + name(k) + " is " + top(), " and ") + " and weather is foul")
                        .replace("ANY", all(k -> "arms-" + name(k) + " is " + top(), " or "));
    }

    private void other(String id, List<String> actors, List<String> moves) {
        String worth = number(0, 3);
        String cost = number(0, 1);
        actors.add(id + ": {looks ahead: 10 weeks, fears: {" + all(k -> "arms-" + name(k) + " above l0: " + worth, ", ")
                + "}, wants: {weather is fair: 1 to 2}}");
        each(moves, k -> id + "/strike-" + name(k) + ": {costs: " + cost + ", then: arms-" + name(k) + " down 1}");
        moves.add(id + "/pray: {then: weather to fair}");
    }

    private String number(int low, int high) {
        double one = low + random.nextDouble() * (high - low);
        double two = one + random.nextDouble() * 0.5;
        return String.format(Locale.ROOT, "%.3f to %.3f", one, two);
    }

    private String levels() {
        return list(levels, k -> "l" + k, ", ");
    }

    private String top() {
        return "l" + (levels - 1);
    }

    private static String name(int k) {
        return NAMES.get(k);
    }

    private void each(List<String> into, IntFunction<String> text) {
        IntStream.range(0, alike).mapToObj(text).filter(t -> !t.isEmpty()).forEach(into::add);
    }

    private String all(IntFunction<String> text, String between) {
        return list(alike, text, between);
    }

    private String others(int but, IntFunction<String> text, String between) {
        return IntStream.range(0, alike).filter(k -> k != but).mapToObj(text).collect(Collectors.joining(between));
    }

    private static String section(String name, List<String> entries) {
        return name + ":\n" + entries.stream().map(e -> "  " + e + "\n").collect(Collectors.joining());
    }
}
