package org.casus.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds what becomes what when two actors change places, by their names in the names of other things:
/// `arms-france` becomes `arms-italy`, `france/attack-italy` becomes `italy/attack-france`. Where there is
/// no such name, one of the same words in another order will do: `pact-italy-france` may be
/// `pact-france-italy`, and stays.
final class Counterparts {

    private final Scenario scenario;
    private final Pattern pattern;

    Counterparts(Scenario scenario) {
        this.scenario = scenario;
        // Longest first, and all of them: `north-korea` is no `north`.
        String names = scenario.actors().stream()
                .map(Actor::id)
                .sorted(Comparator.comparingInt((String id) -> -id.length()).thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.joining("|"));
        pattern = Pattern.compile("(?<![a-z0-9])(" + names + ")(?![a-z0-9])");
    }

    /// The exchange of actors `a` and `b`; empty where something has no counterpart, which `missing` is told
    /// of as `what name would be name`.
    Optional<Exchange> exchange(int a, int b, Consumer<Missing> missing) {
        String one = scenario.actors().get(a).id();
        String two = scenario.actors().get(b).id();
        int[] actors = IntStream.range(0, scenario.actors().size()).toArray();
        actors[a] = b;
        actors[b] = a;
        var lost = new ArrayList<Missing>();
        int[] rows = find("row", scenario.rows().stream().map(Row::id).toList(), one, two, position("row"), lost);
        int[] moves = find("move", scenario.moves().stream().map(Move::id).toList(), one, two, position("move"), lost);
        int[] events =
                find("event", scenario.chance().stream().map(Chance::id).toList(), one, two, position("event"), lost);
        var levels = new int[rows.length][];
        for (int row = 0; row < rows.length && lost.isEmpty(); row++) {
            levels[row] = levels(scenario.rows().get(row), scenario.rows().get(rows[row]), one, two, lost);
        }
        lost.forEach(missing);
        return lost.isEmpty() ? Optional.of(new Exchange(actors, rows, levels, moves, events)) : Optional.empty();
    }

    /// Something without a counterpart.
    ///
    /// @param what `row`, `move`, `event` or `level`
    /// @param name what it is called
    /// @param wanted what its counterpart would be called
    record Missing(String what, String name, String wanted, Position position) {}

    private interface Place {
        Position of(int index);
    }

    private Place position(String what) {
        return switch (what) {
            case "row" -> index -> scenario.rows().get(index).position();
            case "move" -> index -> scenario.moves().get(index).position();
            default -> index -> scenario.chance().get(index).position();
        };
    }

    private int[] find(String what, List<String> names, String a, String b, Place place, List<Missing> lost) {
        int[] found = new int[names.size()];
        for (int k = 0; k < found.length; k++) {
            String wanted = renamed(names.get(k), a, b);
            found[k] = find(wanted, names);
            if (found[k] < 0) {
                lost.add(new Missing(what, names.get(k), wanted, place.of(k)));
            }
        }
        for (int k = 0; k < found.length && lost.isEmpty(); k++) {
            if (found[found[k]] != k) {
                lost.add(new Missing(what, names.get(k), renamed(names.get(k), a, b), place.of(k)));
            }
        }
        return found;
    }

    /// Each level's counterpart.
    private int[] levels(Row row, Row other, String a, String b, List<Missing> lost) {
        int[] found = new int[row.levels().size()];
        for (int k = 0; k < found.length; k++) {
            String wanted = renamed(row.levels().get(k), a, b);
            found[k] = find(wanted, other.levels());
            if (found[k] < 0) {
                lost.add(new Missing("level", row.levels().get(k), wanted, other.position()));
                return found;
            }
        }
        return found;
    }

    private static int find(String wanted, List<String> names) {
        int exact = names.indexOf(wanted);
        if (exact >= 0) {
            return exact;
        }
        String words = words(wanted);
        int[] like = IntStream.range(0, names.size())
                .filter(k -> words(names.get(k)).equals(words))
                .toArray();
        return like.length == 1 ? like[0] : -1;
    }

    private static String words(String name) {
        return Arrays.stream(name.split("[-/]")).sorted().collect(Collectors.joining(" "));
    }

    /// What exchanges the two names in a name.
    UnaryOperator<String> between(String a, String b) {
        return name -> renamed(name, a, b);
    }

    /// `name` with `a` and `b` exchanged.
    private String renamed(String name, String a, String b) {
        return pattern.matcher(name).replaceAll(match -> {
            String word = match.group();
            return Matcher.quoteReplacement(word.equals(a) ? b : word.equals(b) ? a : word);
        });
    }
}
