package org.casus.app.run;

import java.util.List;
import org.casus.scenario.Judgement;

/// What the numbers of a scenario rest on: each is sourced, a guess, or without a source.
///
/// @param guesses said to be guesses
/// @param unsourced those that say nothing
public record Grounds(int all, int guesses, int unsourced) {

    public static Grounds of(List<Judgement> judgements) {
        int guesses = (int) judgements.stream().filter(Judgement::isGuess).count();
        int unsourced = (int) judgements.stream()
                .filter(judgement -> judgement.per().isEmpty())
                .count();
        return new Grounds(judgements.size(), guesses, unsourced);
    }

    /// How many have a source.
    public int sourced() {
        return all - guesses - unsourced;
    }
}
