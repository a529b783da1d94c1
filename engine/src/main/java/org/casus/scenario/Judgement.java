package org.casus.scenario;

import java.util.Optional;
import java.util.OptionalDouble;

/// One number of the scenario: what an analyst would defend, from where, and why.
///
/// `3 to 6` is a uniform random variable with hard ends, `3 to 6 around 4` a triangular one, `5` a
/// point. Numbers
/// stay as written (`30%` is 0.30, `every 2 weeks` is 2); [Measure#inGame] turns them into the game's
/// units.
///
/// @param index place in [Scenario#judgements], the same in every world of one scenario
/// @param id the file's own words that lead to it, e.g. `azerbaijan wants line all`
/// @param low low end, as written
/// @param high high end, as written; equal to `low` for a point
/// @param around the mode, where one is given; within the ends
/// @param per the id of its source, or `guess`; empty where nothing is stated (counted as unsourced)
/// @param at where in the source, e.g. `p4`
/// @param why the analyst's reason, in words
public record Judgement(
        int index,
        String id,
        Measure measure,
        double low,
        double high,
        OptionalDouble around,
        Optional<String> per,
        Optional<String> at,
        Optional<String> why,
        Position position) {

    /// The word that marks a number as the analyst's own guess.
    public static final String GUESS = "guess";

    /// The number as written in the middle world: `around`, else the midpoint of the ends as written.
    public double middle() {
        return around.orElse(low + (high - low) / 2);
    }

    public boolean isRange() {
        return low < high;
    }

    public boolean isGuess() {
        return per.isPresent() && per.get().equals(GUESS);
    }
}
