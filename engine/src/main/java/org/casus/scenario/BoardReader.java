package org.casus.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the rows of the board.
final class BoardReader {

    private final Names names;
    private final Problems problems;

    BoardReader(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    List<Row> read(List<Item> items) {
        List<Row> rows = new ArrayList<>();
        for (Item item : items) {
            rows.add(row(rows.size(), item));
        }
        return rows;
    }

    private Row row(int index, Item item) {
        Fields fields = item.fields("row");
        List<String> levels = levels(item, fields);
        boolean ordered =
                fields.text("ordered").map(t -> t.value().equals("true")).orElse(true);
        Optional<String> at = fields.text("at").filter(names::place).map(Node.Text::value);
        return new Row(
                index,
                item.id(),
                fields.title(item.id()),
                levels,
                start(item, fields, levels),
                ordered,
                at,
                fields.text("attack").flatMap(text -> attack(text, item.id(), fields, levels, ordered)),
                Row.Kind.BOARD,
                item.position());
    }

    private List<String> levels(Item item, Fields fields) {
        List<String> levels = new ArrayList<>();
        for (Node.Text text : fields.texts("levels")) {
            if (levels.contains(text.value())) {
                problems.add(text.spot(), "The level " + Say.quoted(text.value()) + " stands twice.", "");
            } else if (Naming.level(text, problems) || !text.value().isEmpty()) {
                levels.add(text.value());
            }
        }
        Optional<Node> node = fields.node("levels");
        if (node.isPresent() && node.get() instanceof Node.Sequence sequence) {
            if (sequence.items().size() < 2) {
                problems.add(
                        item.key().spot(),
                        Say.quoted(item.id()) + " has fewer than two levels, so it can never change.",
                        "A row has 2 to " + Limits.LEVELS + " levels.");
            } else if (levels.size() > Limits.LEVELS) {
                problems.add(
                        item.key().spot(),
                        Say.quoted(item.id()) + " has " + levels.size() + " levels.",
                        "A row has 2 to " + Limits.LEVELS + " levels.");
                return List.copyOf(levels.subList(0, Limits.LEVELS));
            }
        }
        return List.copyOf(levels);
    }

    private int start(Item item, Fields fields, List<String> levels) {
        return fields.text("start")
                .map(text -> level(text.spot(), text.value(), item.id(), levels))
                .orElse(0);
    }

    private int level(Spot spot, String word, String row, List<String> levels) {
        int level = levels.indexOf(word);
        if (level < 0 && !levels.isEmpty()) {
            problems.add(
                    spot,
                    Say.quoted(word) + " is no level of " + Say.quoted(row) + ".",
                    "Its levels, low to high: " + Say.list(levels) + ".",
                    Nearest.of(word, levels)
                            .map(n -> "Maybe " + Say.quoted(n) + ".")
                            .orElse(""));
        }
        return Math.max(level, 0);
    }

    private Optional<Row.Attack> attack(
            Node.Text text, String row, Fields fields, List<String> levels, boolean ordered) {
        if (fields.text("at").isEmpty()) {
            problems.add(
                    text.spot(),
                    "An attack on no place: " + Say.quoted(row) + " has no `at`.",
                    "`at` names the place under attack.");
        }
        if (!ordered) {
            problems.add(
                    text.spot(),
                    Say.quoted(row) + " is not ordered, so it has no level from which on it is an attack.",
                    "Leave out `ordered: false` or `attack`.");
        }
        var words = new Words(text);
        int level = level(words.here(), words.next(), row, levels);
        if (ordered && level == 0 && levels.indexOf(words.last().raw()) == 0) {
            problems.add(
                    words.last(),
                    Say.quoted(row) + " never stands below " + Say.quoted(levels.getFirst())
                            + ", so it would always be an attack.",
                    "The attack begins on a higher level; add one below it if need be.");
        }
        if (!words.accept("by")) {
            problems.add(
                    words.done() ? words.last() : words.here(),
                    "An attack by whom?",
                    "A level, then `by`, then actors joined by `or`, such as `offensive by azerbaijan or armenia`.");
            return Optional.empty();
        }
        Set<String> by = new LinkedHashSet<>();
        do {
            String actor = words.next();
            if (names.check(words.last(), actor, "actor", "actors", Names.Kind.ACTOR)) {
                by.add(actor);
            }
        } while (words.acceptOneOf("or", "and", ",").isPresent());
        if (!words.done()) {
            problems.add(
                    words.here(), Say.quoted(words.peek()) + " is not understood here.", "Actors are joined by `or`.");
        }
        return Optional.of(new Row.Attack(level, Collections.unmodifiableSet(by)));
    }
}
