package org.casus.why;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What an actor chooses from in a state.
///
/// @param actor index of the actor
/// @param state of the board
/// @param options the moves open to it and waiting, the best first; those alike in the scenario's order,
///     waiting last. At least two.
public record Decision(int actor, int state, List<Option> options) {

    /// What is worth most.
    public Option best() {
        return options.getFirst();
    }

    /// What is worth most but for the best.
    public Option next() {
        return options.get(1);
    }

    /// The best of the options but `chosen`.
    public Option rival(Option chosen) {
        return options.stream()
                .filter(option -> option.play() != chosen.play())
                .findFirst()
                .orElseThrow();
    }

    /// How much better the best is than the next, points: below 1/κ or so it is close.
    public double margin() {
        return best().value() - next().value();
    }

    /// What it does most often when it can act: not always the best, because a move of little advantage is
    /// no hurry.
    public Option likeliest() {
        return options.stream().max(Comparator.comparingDouble(Option::odds)).orElseThrow();
    }

    /// The option that makes `move` (index); of copies of one move there is one each.
    public Optional<Option> option(int move) {
        return options.stream()
                .filter(option -> option.move().isPresent() && option.move().getAsInt() == move)
                .findFirst();
    }

    /// Waiting.
    public Option waiting() {
        return options.stream().filter(Option::waits).findFirst().orElseThrow();
    }

    /// How much `option` falls short of the best, points.
    public double loss(Option option) {
        return best().value() - option.value();
    }
}
