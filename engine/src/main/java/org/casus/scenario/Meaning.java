package org.casus.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.scenario.Change.Touch;

/// One file's side of a comparison: what its texts mean, in names and never in numbers of rows, so that two
/// files can be held against each other.
final class Meaning {

    /// Numbers nearer to each other are one number, put into other units.
    private static final double ROUNDING = 1e-13;

    private final Reading reading;
    private final Clock clock;
    private final List<Row> rows;
    private final Map<String, Judgement> judgements;

    /// @param root the file's tree, free of errors
    Meaning(Node.Mapping root, Scenario scenario) {
        this.reading = new ScenarioReader(root, Switches.NONE, new Problems()).reading();
        this.clock = scenario.clock();
        this.rows = scenario.rows();
        this.judgements = scenario.judgements().stream()
                .collect(Collectors.toMap(Judgement::id, Function.identity(), (a, b) -> a));
    }

    /// The clock, its horizon in its own unit.
    Clock clock() {
        return clock;
    }

    /// The number that the words `id` lead to.
    Optional<Judgement> judgement(String id) {
        return Optional.ofNullable(judgements.get(id));
    }

    /// A condition by names: the same for `a is x or y` and `a is y or x`, for `p and q` and `q and p`.
    String condition(Node.Text text) {
        return text.value().equals("otherwise")
                ? "always"
                : canonical(reading.conditions().read(text).test());
    }

    /// Effects by names; those on different rows in the order of names, those on one row as they stand.
    String effects(Node.Text text) {
        return reading.effects().read(text).stream()
                .sorted(Comparator.comparing(effect -> rows.get(effect.row()).id()))
                .map(this::canonical)
                .collect(Collectors.joining(" and "));
    }

    private String canonical(Effect effect) {
        Row row = rows.get(effect.row());
        return switch (effect) {
            case Effect.To(int at, int level) ->
                row.id() + " to " + row.levels().get(level);
            case Effect.Shift(int at, int by) -> row.id() + " by " + by;
            case Effect.Leave(int at, long from, int level) ->
                row.id() + " from " + levels(row, from) + " to " + row.levels().get(level);
        };
    }

    private String canonical(Condition condition) {
        return switch (condition) {
            case Condition.On(int row, long mask) -> on(rows.get(row), mask);
            case Condition.Not(Condition.On(int row, long mask)) -> on(rows.get(row), ~mask);
            case Condition.Not(Condition operand) -> "not (" + canonical(operand) + ")";
            case Condition.All(List<Condition> operands) -> joined(operands, true);
            case Condition.Any(List<Condition> operands) -> joined(operands, false);
        };
    }

    private String on(Row row, long mask) {
        long all = row.levels().size() == Long.SIZE ? -1L : (1L << row.levels().size()) - 1;
        long own = mask & all;
        return own == all ? "always" : own == 0 ? "never" : row.id() + " is " + levels(row, own);
    }

    private static String levels(Row row, long mask) {
        return IntStream.range(0, row.levels().size())
                .filter(level -> (mask >>> level & 1) != 0)
                .mapToObj(row.levels()::get)
                .collect(Collectors.joining(" or "));
    }

    /// Operands of one row taken together, then all in the order of their words.
    private String joined(List<Condition> operands, boolean all) {
        Map<Integer, Long> masks = new TreeMap<>();
        var words = new TreeSet<String>();
        for (Condition operand : flat(operands, all)) {
            if (operand instanceof Condition.On(int row, long mask)) {
                masks.merge(row, mask, (a, b) -> all ? a & b : a | b);
            } else {
                words.add(canonical(operand));
            }
        }
        masks.forEach((row, mask) -> words.add(on(rows.get(row), mask)));
        String nothing = all ? "always" : "never";
        words.remove(nothing);
        if (words.contains(all ? "never" : "always")) {
            return all ? "never" : "always";
        }
        if (words.isEmpty()) {
            return nothing;
        }
        return words.size() == 1 ? words.first() : "(" + String.join(all ? ") and (" : ") or (", words) + ")";
    }

    private static List<Condition> flat(List<Condition> operands, boolean all) {
        List<Condition> flat = new ArrayList<>();
        for (Condition operand : operands) {
            switch (operand) {
                case Condition.All(List<Condition> inner) when all -> flat.addAll(flat(inner, true));
                case Condition.Any(List<Condition> inner) when !all -> flat.addAll(flat(inner, false));
                case Condition.Not(Condition.On(int row, long mask)) -> flat.add(new Condition.On(row, ~mask));
                default -> flat.add(operand);
            }
        }
        return flat;
    }

    /// A number as written, apart from where it comes from.
    private record Written(String range, String source) {

        static Written of(Node node) {
            return switch (node) {
                case Node.Text text -> split(text.words());
                case Node.Mapping full -> {
                    var range = split(words(full, "range"));
                    var source = new StringBuilder(range.source);
                    for (String key : List.of("per", "at")) {
                        String said = words(full, key);
                        source.append(source.isEmpty() || said.isEmpty() ? "" : " ")
                                .append(said);
                    }
                    String why = words(full, "why");
                    yield new Written(range.range, source + (why.isEmpty() ? "" : " because " + why));
                }
                case Node.Sequence list -> new Written(Flow.words(list), "");
            };
        }

        private static Written split(String words) {
            int per = (" " + words).indexOf(" per ");
            return per < 0
                    ? new Written(words, "")
                    : new Written(words.substring(0, Math.max(0, per - 1)), words.substring(per + 4));
        }

        private static String words(Node.Mapping full, String key) {
            return full.value(key).flatMap(Fields::text).map(Node.Text::words).orElse("");
        }
    }

    /// What a difference between two numbers can touch; empty if there is none.
    ///
    /// @param id the words that lead to both
    static Optional<Touch> number(String id, Node before, Meaning mine, Node after, Meaning other) {
        Written a = Written.of(before);
        Written b = Written.of(after);
        Optional<Judgement> first = mine.judgement(id);
        Optional<Judgement> second = other.judgement(id);
        if (!a.range.equals(b.range)) {
            if (first.isEmpty() || second.isEmpty()) {
                return Optional.of(Touch.GAME);
            }
            Touch touch = touch(first.get(), second.get());
            if (touch != Touch.SOURCES) {
                return Optional.of(touch);
            }
        }
        return a.source.equals(b.source) ? Optional.empty() : Optional.of(Touch.SOURCES);
    }

    /// What numbers of two files, written differently, differ in: their middles, else their ranges, else nothing
    /// of their own. `every 2 weeks` is `every 14 days`.
    private static Touch touch(Judgement a, Judgement b) {
        if (a.measure().form() != b.measure().form() || !same(a, a.middle(), b, b.middle())) {
            return Touch.GAME;
        }
        boolean ends = same(a, a.low(), b, b.low()) && same(a, a.high(), b, b.high());
        return ends && a.around().isPresent() == b.around().isPresent() ? Touch.SOURCES : Touch.WORLDS;
    }

    private static boolean same(Judgement a, double written, Judgement b, double other) {
        double x = a.measure().inGame(written);
        double y = b.measure().inGame(other);
        return Math.abs(x - y) <= ROUNDING * Math.max(Math.abs(x), Math.abs(y));
    }
}
