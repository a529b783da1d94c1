package org.casus.study;

import java.util.Optional;
import org.casus.scenario.Quantity;
import org.casus.scenario.Quantity.Standing;

/// A quantity to be read off a solved game.
///
/// @param beside for a play `when ROW is L` the level of the same row that it is compared with: both are
///     then read over the same boards
public record Ask(Quantity quantity, Optional<Standing> beside) {

    /// The quantity by itself.
    public static Ask of(Quantity quantity) {
        return new Ask(quantity, Optional.empty());
    }

    /// The quantity as one side of a comparison with `other`.
    static Ask against(Quantity quantity, Quantity other) {
        return new Ask(
                quantity, other instanceof Quantity.Play(int move, Optional<Standing> when) ? when : Optional.empty());
    }
}
