package org.casus.chain;

import java.util.BitSet;
import java.util.List;
import org.casus.game.Game;

/// What a chain has met on its way by a time, for any number of things at once.
///
/// Uniformisation as in [Transient], with a *lane* for each thing watched beside the lane of the chain
/// itself. All lanes go through the same jumps in one pass. A lane loses what meets its target, or what
/// is about to make one of its plays, and the odds sought are the sum of what it lost: nothing is ever
/// subtracted, so small odds are as exact as large ones.
///
/// A play counts as made when it is tried, even if it then leads nowhere.
///
/// Cost: K ≈ q t + 8 √(q t) powers, each one pass over the jumps for every lane; memory 16 bytes a state
/// and lane. One thread, so the result is the same bit for bit wherever it is worked out.
///
/// @param at odds of each state at the time `[R]`
/// @param spent expected time spent in each state up to it, clock units, `[R]`
/// @param met odds that each target has been met by then
/// @param made odds that one of each set of plays has been made by then
/// @param before expected time spent in each state before one of each set of plays was first made, up to
///     the time, clock units, `[set][R]`; without entries where it was not asked for
public record Watch(double[] at, double[] spent, double[] met, double[] made, double[][] before) {

    /// What is asked.
    ///
    /// @param until length of time, clock units ≥ 0
    /// @param targets sets of states: has one been entered, the start included?
    /// @param plays sets of plays of the game: has one been made?
    /// @param before whether the time before each set of plays is wanted
    public record Question(double until, List<BitSet> targets, List<BitSet> plays, boolean before) {}

    /// Answers `question` for the chain of `game` in which each play is made at its `rates` (per clock
    /// unit), from the game's start.
    ///
    /// @throws IllegalArgumentException if the time is negative or not finite, or there is not one finite
    ///     rate ≥ 0 for each play
    /// @throws TooFastException if so many products would be needed that no answer would ever come
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted
    public static Watch of(Game game, double[] rates, Question question) {
        var from = new double[game.states];
        from[game.start] = 1;
        return of(game, rates, from, question);
    }

    /// The same from a start drawn with the odds `from`, `[R]`; their sum may be any number ≥ 0, by which
    /// everything is then multiplied.
    public static Watch of(Game game, double[] rates, double[] from, Question question) {
        if (from.length != game.states) {
            throw new IllegalArgumentException(from.length + " odds for " + game.states + " states");
        }
        return new Lanes(game, rates, question).run(from);
    }
}
