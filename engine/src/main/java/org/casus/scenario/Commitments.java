package org.casus.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What `due`, `kept` and `broken` mean for each commitment.
///
/// *Due*: some row at a covered place stands at least at its `attack` level, and somebody other than
/// the obliged and
/// the protected is among those whose attack it is. *Kept*: due, and its `kept by` holds. *Broken*:
/// with a memory, the
/// row that remembers says so; without, due and not `kept by`. A dormant commitment is never any of
/// the three.
final class Commitments {

    private static final List<String> STATES = List.of("due", "kept", "broken");

    /// A commitment before its expansion.
    ///
    /// @param protects id behind `defend`: an actor or a place
    /// @param memory index of the row that remembers a breach
    record Spec(
            Item item,
            Fields fields,
            String binds,
            String protects,
            List<String> covers,
            Condition due,
            Optional<Integer> memory,
            boolean dormant) {

        String id() {
            return item.id();
        }
    }

    private final Map<String, Spec> specs = new LinkedHashMap<>();
    private final Map<String, Guard> keptBy = new LinkedHashMap<>();
    private final Set<String> reading = new HashSet<>();
    final List<Row> rows = new ArrayList<>();
    private final Names names;
    private final Problems problems;

    Commitments(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    /// Works out when each commitment is due, and lays out the rows that remember breaches.
    ///
    /// @param board the rows that may be attacks
    /// @param firstRow index of the first memory row
    void lay(List<Item> items, List<Row> board, int firstRow, Switches switches) {
        for (Item item : items) {
            Fields fields = item.fields("commitment");
            boolean dormant = switches.closes(item.id(), fields.flag("dormant"));
            boolean remembered = fields.node("answer within").isPresent() && !dormant;
            Optional<Integer> memory = remembered ? Optional.of(firstRow + rows.size()) : Optional.empty();
            memory.ifPresent(index -> rows.add(memory(index, item, fields)));
            String binds = fields.text("binds").map(Node.Text::value).orElse("");
            fields.text("binds").ifPresent(names::actor);
            String protects = fields.text("to").map(this::protects).orElse("");
            if (!binds.isEmpty() && binds.equals(protects)) {
                problems.add(
                        fields.text("to").orElseThrow().spot(),
                        Say.quoted(binds) + " promises to defend itself.",
                        "`binds` names who is obliged, `to: defend …` whom or what it protects.");
            }
            List<String> covers = fields.texts("covers").stream()
                    .filter(names::place)
                    .map(Node.Text::value)
                    .toList();
            Condition due = dormant ? Condition.never() : due(board, covers, List.of(binds, protects));
            specs.put(item.id(), new Spec(item, fields, binds, protects, covers, due, memory, dormant));
        }
    }

    private static Row memory(int index, Item item, Fields fields) {
        return new Row(
                index,
                item.id(),
                fields.title(item.id()),
                List.of("unbroken", "broken"),
                0,
                true,
                Optional.empty(),
                Optional.empty(),
                Row.Kind.MEMORY,
                item.position());
    }

    private String protects(Node.Text text) {
        var words = new Words(text);
        if (!words.accept("defend") || words.done()) {
            problems.add(
                    text.spot(),
                    Say.quoted(text.words()) + " is no promise.",
                    "`to` reads `defend`, then the actor or place that is protected.",
                    names.known(text.value()) ? "Maybe " + Say.quoted("defend " + text.value()) + "." : "");
            return "";
        }
        String id = words.next();
        names.check(words.last(), id, "actor or place", "actors and places", Names.Kind.ACTOR, Names.Kind.PLACE);
        if (!words.done()) {
            problems.add(
                    words.here(),
                    Say.quoted(words.peek()) + " is not understood here.",
                    "`to` reads `defend` and one name; the places stand in `covers`.");
        }
        return id;
    }

    private static Condition due(List<Row> board, List<String> covers, List<String> exempt) {
        List<Condition> attacks = new ArrayList<>();
        for (Row row : board) {
            boolean covered = row.at().filter(covers::contains).isPresent();
            Optional<Row.Attack> attack =
                    row.attack().filter(a -> a.by().stream().anyMatch(by -> !exempt.contains(by)));
            if (covered && attack.isPresent()) {
                View view = View.of(row);
                attacks.add(view.on(attack.get().level(), row.levels().size()));
            }
        }
        return attacks.size() == 1 ? attacks.getFirst() : new Condition.Any(List.copyOf(attacks));
    }

    /// Where the commitment is declared.
    Spot spot(String id) {
        return java.util.Objects.requireNonNull(specs.get(id)).item().key().spot();
    }

    List<Spec> specs() {
        return List.copyOf(specs.values());
    }

    /// What follows the name of a commitment in a condition: `is due`, `is not kept or broken`.
    Condition state(String id, Words words, ConditionText conditions) {
        if (!words.accept("is")) {
            problems.add(
                    words.done() ? words.last() : words.here(),
                    Say.quoted(id) + " is a commitment: `is` must follow.",
                    "A commitment is `due`, `kept` or `broken`, or `not` one of them.",
                    "Maybe " + Say.quoted(id + " is due") + ".");
            ConditionText.skip(words);
            return Condition.always();
        }
        boolean not = words.accept("not");
        List<Condition> states = new ArrayList<>();
        do {
            states.add(state(id, words.done() ? words.last() : words.here(), words.next(), conditions));
        } while (words.peek().equals("or") && STATES.contains(words.peek(1)) && words.accept("or"));
        Condition any = states.size() == 1 ? states.getFirst() : new Condition.Any(List.copyOf(states));
        return not ? new Condition.Not(any) : any;
    }

    private Condition state(String id, Spot spot, String word, ConditionText conditions) {
        Spec spec = java.util.Objects.requireNonNull(specs.get(id));
        return switch (word) {
            case "due" -> spec.due();
            case "kept" ->
                new Condition.All(
                        List.of(spec.due(), keptBy(id, spot, conditions).test()));
            case "broken" ->
                spec.memory()
                        .<Condition>map(row -> new Condition.On(row, 2))
                        .orElseGet(() -> unkept(spec.due(), keptBy(id, spot, conditions)));
            default -> {
                problems.add(
                        spot,
                        word.isEmpty()
                                ? "A word is missing here."
                                : Say.quoted(word) + " is no state of the commitment " + Say.quoted(id) + ".",
                        "A commitment is `due`, `kept` or `broken`.",
                        Nearest.of(word, STATES)
                                .map(n -> "Maybe " + Say.quoted(n) + ".")
                                .orElse(""));
                yield Condition.always();
            }
        };
    }

    /// Due and not `kept by`.
    static Condition unkept(Condition due, Guard keptBy) {
        return new Condition.All(List.of(due, new Condition.Not(keptBy.test())));
    }

    /// The condition that keeps `id`, read when first asked for: conditions may name other commitments.
    ///
    /// @param asked where it was asked for, to show a circle
    Guard keptBy(String id, Spot asked, ConditionText conditions) {
        Guard known = keptBy.get(id);
        if (known != null) {
            return known;
        }
        if (!reading.add(id)) {
            problems.add(
                    asked,
                    "The `kept by` of " + Say.quoted(id) + " leads back to itself.",
                    "Whether a commitment is kept cannot depend on whether it is kept.");
            return Guard.ALWAYS;
        }
        Spec spec = java.util.Objects.requireNonNull(specs.get(id));
        Guard guard = spec.fields().text("kept by").map(conditions::read).orElse(Guard.ALWAYS);
        reading.remove(id);
        if (Reach.size(guard.test(), Limits.CONDITION) > Limits.CONDITION) {
            problems.add(
                    spec.item().key().spot(),
                    "The `kept by` of " + Say.quoted(id) + " is too long, other commitments written out.",
                    "At most " + Limits.CONDITION + " parts.");
            guard = Guard.ALWAYS;
        }
        keptBy.put(id, guard);
        return guard;
    }
}
