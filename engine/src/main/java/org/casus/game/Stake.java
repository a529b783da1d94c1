package org.casus.game;

import java.util.BitSet;
import java.util.Optional;
import org.casus.scenario.Judgement;
import org.casus.scenario.Worth;

/// One thing an actor cares about, as the scenario states it: a want, a fear, a commitment, or one price
/// of one of its moves.
///
/// @param actor whose it is
/// @param name unique within the actor: the worth's label, or the words that lead to the price
/// @param kind what kind it is
/// @param judgement the number behind it, with its place in the file and its source
/// @param move index of the move it is a price of
/// @param where the states it holds in
/// @param points flow per clock unit while it holds, with its sign; of a price, points paid at once, below
///     zero, each time the move is tried there
public record Stake(
        int actor, String name, Kind kind, Judgement judgement, Optional<Integer> move, BitSet where, double points) {

    /// What kind of interest it is.
    public enum Kind {
        WANT,
        FEAR,
        COMMITMENT,
        PRICE;

        static Kind of(Worth.Kind kind) {
            return switch (kind) {
                case WANT -> WANT;
                case FEAR -> FEAR;
                case COMMITMENT -> COMMITMENT;
            };
        }
    }

    /// What it gives per clock unit in `state`; prices give nothing as time passes.
    public double flow(int state) {
        return kind != Kind.PRICE && where.get(state) ? points : 0;
    }

    /// What it adds, at once, when `move` is tried in `state`: zero or less.
    public double paid(int state, int move) {
        return this.move.isPresent() && this.move.get() == move && where.get(state) ? points : 0;
    }
}
