package org.casus.study;

import java.util.BitSet;
import java.util.Optional;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.scenario.Guard;
import org.casus.scenario.Quantity;
import org.casus.scenario.TimeUnit;

/// A quantity whose value is known from the board alone, whatever the numbers: what it asks about can
/// never be, or is so from the start, or always.
///
/// @param value in the quantity's own unit
/// @param reason in words
record Foregone(double value, String reason) {

    /// What is foregone of `quantity` in the variant with these states.
    static Optional<Foregone> of(StateSpace space, Game shape, Quantity quantity) {
        return switch (quantity) {
            case Quantity.OddsAt(Guard what) -> board(space, what, 1);
            case Quantity.OddsEver(Guard what) ->
                space.where(what.test()).get(space.start())
                        ? Optional.of(new Foregone(1, "`" + what.text() + "` holds from the start"))
                        : board(space, what, 1);
            case Quantity.TimeWith(Guard what, TimeUnit unit) ->
                board(
                        space,
                        what,
                        shape.horizon / unit.in(space.scenario().clock().unit()));
            case Quantity.OddsEverMade(int move) -> move(space, shape, move);
            case Quantity.Play play -> move(space, shape, play.move());
        };
    }

    private static Optional<Foregone> board(StateSpace space, Guard what, double all) {
        BitSet where = space.where(what.test());
        if (where.isEmpty()) {
            return Optional.of(new Foregone(0, "no board that can be reached has `" + what.text() + "`"));
        }
        return where.cardinality() == space.size()
                ? Optional.of(new Foregone(all, "every board that can be reached has `" + what.text() + "`"))
                : Optional.empty();
    }

    private static Optional<Foregone> move(StateSpace space, Game shape, int move) {
        for (int open : shape.playMove) {
            if (open == move) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new Foregone(0, "`" + space.scenario().moves().get(move).id() + "` is never open"));
    }
}
