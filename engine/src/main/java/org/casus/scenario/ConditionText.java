package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads conditions: `war is truce and line at least districts`, `not (csto is due or clash above calm)`.
///
/// Grammar, loosest first: `or`, `and`, `not`, parentheses, then `always` or a row, agreement or
/// commitment with `is`,
/// `is not`, `at least`, `at most`, `above`, `below`. After an error it goes on at the next `and` or `or`.
final class ConditionText {

    private static final String RELATIONS =
            "After a row comes `is`, `is not`, `at least`, `at most`, `above` or `below`, then a level.";

    /// Signs people write for our words.
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("=", "is"),
            Map.entry("==", "is"),
            Map.entry(":", "is"),
            Map.entry("!=", "is not"),
            Map.entry("<>", "is not"),
            Map.entry(">=", "at least"),
            Map.entry("<=", "at most"),
            Map.entry(">", "above"),
            Map.entry("<", "below"),
            Map.entry("are", "is"),
            Map.entry("isn't", "is not"),
            Map.entry("over", "above"),
            Map.entry("under", "below"),
            Map.entry("&&", "and"),
            Map.entry("&", "and"),
            Map.entry(",", "and"),
            Map.entry("||", "or"),
            Map.entry("|", "or"),
            Map.entry("in", "is"));

    private final Names names;
    private final Views views;
    private final Commitments commitments;
    private final Problems problems;

    ConditionText(Names names, Views views, Commitments commitments, Problems problems) {
        this.names = names;
        this.views = views;
        this.commitments = commitments;
        this.problems = problems;
    }

    /// The whole of `text` as a condition.
    Guard read(Node.Text text) {
        var words = new Words(text);
        Condition condition = any(words, 0);
        if (!words.done()) {
            problems.add(
                    words.here(),
                    Say.quoted(words.peek()) + " is not understood here.",
                    "Conditions are joined by `and` and `or`.",
                    Optional.ofNullable(SIGNS.get(words.peek()))
                            .or(() -> Nearest.of(words.peek(), List.of("and", "or")))
                            .map(n -> "Maybe " + Say.quoted(n) + ".")
                            .orElse(""));
        }
        return new Guard(text.words(), condition);
    }

    /// The condition that `words` begin with; what follows it is left.
    Guard begin(Words words) {
        int mark = words.mark();
        Condition condition = any(words, 0);
        return new Guard(words.textSince(mark), condition);
    }

    private Condition any(Words words, int depth) {
        List<Condition> operands = new ArrayList<>();
        do {
            operands.add(all(words, depth));
        } while (words.accept("or"));
        return operands.size() == 1 ? operands.getFirst() : new Condition.Any(List.copyOf(operands));
    }

    private Condition all(Words words, int depth) {
        List<Condition> operands = new ArrayList<>();
        do {
            operands.add(not(words, depth));
        } while (words.accept("and"));
        return operands.size() == 1 ? operands.getFirst() : new Condition.All(List.copyOf(operands));
    }

    private Condition not(Words words, int depth) {
        if (depth > Limits.PARENTHESES) {
            return failed(
                    words, "Too many `(` and `not` inside one another.", "At most " + Limits.PARENTHESES + ".", "");
        }
        if (words.accept("not")) {
            return new Condition.Not(not(words, depth + 1));
        }
        if (words.accept("(")) {
            Spot opening = words.last();
            Condition inner = any(words, depth + 1);
            if (!words.accept(")")) {
                problems.add(opening, "This `(` is never closed.", "Each `(` ends with a `)`.");
                skip(words);
            }
            return inner;
        }
        if (words.accept("always")) {
            return Condition.always();
        }
        return subject(words);
    }

    private Condition subject(Words words) {
        if (words.done()) {
            return failed(words, "A condition is missing here.", "Such as `war is truce`, or `always`.", "");
        }
        String id = words.peek();
        Optional<View> view = views.find(id);
        if (names.has(id, Names.Kind.COMMITMENT)) {
            words.next();
            return commitments.state(id, words, this);
        }
        if (view.isPresent()) {
            words.next();
            return relation(view.get(), words);
        }
        Spot spot = words.here();
        words.next();
        skip(words);
        if (!names.known(id) && Nearest.of(id, List.of("always")).isPresent()) {
            problems.add(
                    spot,
                    Say.quoted(id) + " is no condition.",
                    "Such as `war is truce`, or `always`.",
                    "Maybe `always`.");
            return Condition.always();
        }
        names.check(
                spot,
                id,
                "row, agreement or commitment",
                "rows, agreements and commitments",
                Names.Kind.ROW,
                Names.Kind.AGREEMENT,
                Names.Kind.COMMITMENT,
                Names.Kind.TABLE);
        return Condition.always();
    }

    private Condition relation(View view, Words words) {
        if (words.accept("is")) {
            boolean not = words.accept("not");
            Condition on = levels(view, words);
            return not ? new Condition.Not(on) : on;
        }
        int mark = words.mark();
        Optional<String> word = words.accept("at", "least")
                ? Optional.of("at least")
                : words.accept("at", "most") ? Optional.of("at most") : words.acceptOneOf("above", "below");
        if (word.isEmpty()) {
            String found = words.done()
                    ? Say.quoted(view.id()) + " alone is no condition."
                    : Say.quoted(words.peek()) + " cannot follow " + Say.quoted(view.id()) + ".";
            String sign = SIGNS.getOrDefault(words.peek(), view.level(words.peek()) >= 0 ? "is " + words.peek() : "");
            return failed(words, found, RELATIONS, sign.isEmpty() ? "" : "Maybe " + Say.quoted(sign) + ".");
        }
        if (!view.ordered()) {
            problems.add(
                    words.since(mark),
                    Say.quoted(view.id()) + " is not ordered, so nothing is " + Say.quoted(word.get()) + " on it.",
                    "On rows that are no ladder only `is`, `is not` and `to` work.");
            words.next();
            return Condition.always();
        }
        Spot spot = words.here();
        Optional<Integer> level = level(view, words);
        if (view.agreement() && level.filter(l -> l > 1).isPresent()) {
            problems.add(
                    spot,
                    "Signatures are no ladder: nothing is " + word.get() + " "
                            + Say.quoted(view.levels().get(level.get())) + ".",
                    "Of agreements, `none` and `offered` can be compared so; name the signatures with `is`.");
            return Condition.always();
        }
        return level.map(l -> compared(view, word.get(), l, spot)).orElse(Condition.always());
    }

    private Condition compared(View view, String word, int level, Spot spot) {
        int top = view.levels().size();
        Condition condition = switch (word) {
            case "at least" -> view.on(level, top);
            case "at most" -> view.on(0, level + 1);
            case "above" -> view.on(level + 1, top);
            default -> view.on(0, level);
        };
        if (condition instanceof Condition.On(int row, long mask) && mask == 0) {
            problems.add(
                    spot,
                    "Nothing is " + word + " " + Say.quoted(view.levels().get(level)) + ", so this never holds.",
                    levelsOf(view));
        }
        return condition;
    }

    /// `A`, `A or B`: further levels as long as what follows `or` does not begin a condition of its own.
    private Condition levels(View view, Words words) {
        long mask = 0;
        do {
            Optional<Integer> level = level(view, words);
            if (level.isPresent()) {
                mask |= view.bits().get(level.get());
            }
        } while (words.peek().equals("or") && continues(view, words) && words.accept("or"));
        return new Condition.On(view.row(), mask);
    }

    private boolean continues(View view, Words words) {
        String next = words.peek(1);
        if (next.equals("not") || next.equals("(") || next.equals("always")) {
            return false;
        }
        String after = words.peek(2);
        if (after.equals("is")) {
            return false;
        }
        boolean compares = after.equals("above") || after.equals("below") || after.equals("at");
        if (!compares) {
            return true;
        }
        String bound = words.peek(after.equals("at") ? 4 : 3);
        return view.level(next) >= 0 && NumberText.parse(bound).isPresent();
    }

    private Optional<Integer> level(View view, Words words) {
        if (words.done()) {
            problems.add(words.last(), "A level is missing here.", levelsOf(view));
            return Optional.empty();
        }
        int level = view.level(words.peek());
        if (level < 0) {
            problems.add(
                    words.here(),
                    Say.quoted(words.peek()) + " is no level of " + Say.quoted(view.id()) + ".",
                    levelsOf(view),
                    Nearest.of(words.peek(), view.levels())
                            .map(n -> "Maybe " + Say.quoted(n) + ".")
                            .orElse(""));
            words.next();
            return Optional.empty();
        }
        words.next();
        return Optional.of(level);
    }

    static String levelsOf(View view) {
        return (view.ordered() ? "Its levels, low to high: " : "Its levels: ") + Say.list(view.levels()) + ".";
    }

    private Condition failed(Words words, String found, String legal, String advice) {
        problems.add(words.here(), found, legal, advice);
        skip(words);
        return Condition.always();
    }

    /// To the next place where a condition can begin.
    static void skip(Words words) {
        while (!words.done()
                && !words.peek().equals("and")
                && !words.peek().equals("or")
                && !words.peek().equals(")")) {
            words.next();
        }
    }
}
