package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads effects: `line up 1 and truce to none`, `nothing`.
final class EffectText {

    private static final String LEGAL =
            "Effects are `ROW to LEVEL`, `ROW up 1`, `ROW down 1`, joined by `and`; or" + " `nothing`.";

    private final Names names;
    private final Views views;
    private final Problems problems;

    EffectText(Names names, Views views, Problems problems) {
        this.names = names;
        this.views = views;
        this.problems = problems;
    }

    /// The effects in order; none for `nothing`.
    List<Effect> read(Node.Text text) {
        var words = new Words(text);
        List<Effect> effects = new ArrayList<>();
        if (words.accept("nothing")) {
            end(words);
            return effects;
        }
        do {
            one(words).ifPresent(effects::add);
        } while (words.accept("and"));
        end(words);
        if (effects.size() > Limits.EFFECTS) {
            problems.add(
                    text.spot(), "There are " + effects.size() + " effects here.", "At most " + Limits.EFFECTS + ".");
        }
        return List.copyOf(effects);
    }

    private void end(Words words) {
        if (!words.done()) {
            boolean comma = words.peek().equals(",")
                    || words.peek().equals("then")
                    || words.peek().equals("&");
            problems.add(
                    words.here(),
                    Say.quoted(words.peek()) + " is not understood here.",
                    LEGAL,
                    comma ? "Maybe `and`." : "");
        }
    }

    private Optional<Effect> one(Words words) {
        if (words.done()) {
            problems.add(words.last(), "An effect is missing here.", LEGAL);
            return Optional.empty();
        }
        String id = words.peek();
        Optional<View> view = views.find(id);
        if (view.isEmpty() || names.has(id, Names.Kind.COMMITMENT)) {
            Spot spot = words.here();
            words.next();
            skip(words);
            names.check(
                    spot,
                    id,
                    "row or agreement",
                    "rows and agreements",
                    Names.Kind.ROW,
                    Names.Kind.AGREEMENT,
                    Names.Kind.TABLE);
            return Optional.empty();
        }
        words.next();
        return change(view.get(), words);
    }

    private Optional<Effect> change(View view, Words words) {
        if (words.accept("to")) {
            return level(view, words).map(view::to);
        }
        Optional<String> direction = words.acceptOneOf("up", "down");
        if (direction.isEmpty()) {
            boolean meant = view.level(
                            words.peek(words.peek().equals("is") || words.peek().equals("=") ? 1 : 0))
                    >= 0;
            String level = view.level(words.peek()) >= 0 ? words.peek() : words.peek(1);
            problems.add(
                    words.here(),
                    words.done()
                            ? Say.quoted(view.id()) + " alone is no effect."
                            : Say.quoted(words.peek()) + " cannot follow " + Say.quoted(view.id()) + " in an effect.",
                    LEGAL,
                    meant ? "Maybe " + Say.quoted(view.id() + " to " + level) + "." : "");
            skip(words);
            return Optional.empty();
        }
        Spot spot = words.last();
        if (!view.ordered() || view.agreement()) {
            problems.add(
                    spot,
                    Say.quoted(view.id())
                            + (view.agreement() ? " is an agreement" : " is not ordered")
                            + ", so it cannot go " + direction.get() + ".",
                    "Only `to` works on it. " + ConditionText.levelsOf(view));
            words.next();
            return Optional.empty();
        }
        return steps(view, direction.get(), words);
    }

    private Optional<Effect> steps(View view, String direction, Words words) {
        String number = words.peek();
        boolean legal = number.matches("[1-9][0-9]?");
        if (!legal) {
            problems.add(
                    words.done() ? words.last() : words.here(),
                    words.done() || number.equals("and")
                            ? "By how many levels?"
                            : Say.quoted(number) + " is no number of levels.",
                    "A whole number from 1.",
                    "Maybe " + Say.quoted(view.id() + " " + direction + " 1") + ".");
            skip(words);
            return Optional.empty();
        }
        words.next();
        int by = Integer.parseInt(number);
        return Optional.of(new Effect.Shift(view.row(), direction.equals("up") ? by : -by));
    }

    private Optional<Integer> level(View view, Words words) {
        int level = view.level(words.peek());
        if (level < 0) {
            problems.add(
                    words.here(),
                    words.done()
                            ? "A level is missing here."
                            : Say.quoted(words.peek()) + " is no level of " + Say.quoted(view.id()) + ".",
                    ConditionText.levelsOf(view),
                    Nearest.of(words.peek(), view.levels())
                            .map(n -> "Maybe " + Say.quoted(n) + ".")
                            .orElse(""));
            skip(words);
            return Optional.empty();
        }
        words.next();
        return Optional.of(level);
    }

    private static void skip(Words words) {
        while (!words.done() && !words.peek().equals("and")) {
            words.next();
        }
    }
}
