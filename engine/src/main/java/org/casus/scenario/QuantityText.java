package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads quantities: `odds of X`, `odds ever of X`, `weeks with X`, `MOVE is played`.
final class QuantityText {

    static final String LEGAL = "Quantities are `odds of X`, `odds ever of X`, `odds ever of MOVE`, `weeks with X`,"
            + " `MOVE is played`; X is an outcome or a condition.";

    private final Reading reading;
    private final List<Outcome> outcomes;
    private final List<String> moves;

    QuantityText(Reading reading, List<Outcome> outcomes, List<Move> moves) {
        this.reading = reading;
        this.outcomes = outcomes;
        this.moves = moves.stream().map(Move::id).toList();
    }

    /// The whole of `text` as a quantity.
    Optional<Quantity> read(Node.Text text) {
        var words = new Words(text);
        Optional<Quantity> quantity = begin(words);
        if (quantity.isPresent() && !words.done()) {
            reading.problems()
                    .add(words.here(), Say.quoted(words.peek()) + " is not understood after a quantity.", LEGAL);
        }
        return quantity;
    }

    /// The quantity that `words` begin with.
    Optional<Quantity> begin(Words words) {
        if (words.accept("odds")) {
            boolean ever = words.accept("ever");
            if (!words.accept("of")) {
                return failed(
                        words,
                        words.done() ? "Odds of what?" : Say.quoted(words.peek()) + " cannot follow `odds`.",
                        "`of` and an outcome, a condition or a move.");
            }
            return odds(words, ever);
        }
        Optional<TimeUnit> unit = NumberText.unit(words.peek());
        if (unit.isPresent()) {
            words.next();
            if (!words.accept("with")) {
                return failed(words, "Time with what?", "Such as `weeks with war is truce`.");
            }
            int before = reading.problems().count();
            Guard what = what(words);
            return reading.problems().count() > before
                    ? Optional.empty()
                    : Optional.of(new Quantity.TimeWith(what, unit.get()));
        }
        if (words.peek().contains("/")
                || (words.peek(1).equals("is") && words.peek(2).equals("played"))) {
            return move(words).flatMap(move -> {
                if (!words.accept("is", "played")) {
                    return failed(words, "A move alone is no quantity.", "Such as `turkey/step-up is played`.");
                }
                return Optional.of(new Quantity.Play(move, Optional.empty()));
            });
        }
        return failed(
                words,
                words.done() ? "A quantity is missing here." : Say.quoted(words.peek()) + " begins no quantity.",
                LEGAL);
    }

    private Optional<Quantity> odds(Words words, boolean ever) {
        if (words.peek().contains("/")) {
            Spot spot = words.here();
            Optional<Integer> move = move(words);
            if (!ever && move.isPresent()) {
                reading.problems()
                        .add(
                                spot,
                                "A move does not hold at the horizon; it is made or not by then.",
                                LEGAL,
                                "Maybe `odds ever of " + moves.get(move.get()) + "`.");
            }
            return move.map(Quantity.OddsEverMade::new);
        }
        int before = reading.problems().count();
        Guard what = what(words);
        if (reading.problems().count() > before) {
            return Optional.empty();
        }
        return Optional.of(ever ? new Quantity.OddsEver(what) : new Quantity.OddsAt(what));
    }

    /// An outcome, which is its condition and that of none before it; or a condition.
    private Guard what(Words words) {
        boolean named = reading.names().has(words.peek(), Names.Kind.OUTCOME);
        if (!named && !words.done() && !words.peek().matches("not|always|\\(") && !relates(words.peek(1))) {
            String id = words.next();
            reading.names().check(words.last(), id, "outcome or condition", "outcomes", Names.Kind.OUTCOME);
            return Guard.ALWAYS;
        }
        if (!named) {
            return reading.conditions().begin(words);
        }
        String id = words.next();
        List<Condition> parts = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome.id().equals(id)) {
                parts.add(outcome.when().test());
                break;
            }
            parts.add(new Condition.Not(outcome.when().test()));
        }
        return new Guard(id, parts.size() == 1 ? parts.getFirst() : new Condition.All(List.copyOf(parts)));
    }

    private static boolean relates(String word) {
        return word.matches("is|at|above|below|=|==|>|<|>=|<=|!=");
    }

    /// The index of the move named next.
    Optional<Integer> move(Words words) {
        if (words.done()) {
            reading.problems().add(words.last(), "A move is missing here.", LEGAL);
            return Optional.empty();
        }
        String id = words.next();
        int move = moves.indexOf(id);
        if (move < 0) {
            reading.names().check(words.last(), id, "move", "moves", Names.Kind.MOVE);
            return Optional.empty();
        }
        return Optional.of(move);
    }

    private Optional<Quantity> failed(Words words, String found, String legal) {
        reading.problems().add(words.done() ? words.last() : words.here(), found, legal);
        return Optional.empty();
    }
}
