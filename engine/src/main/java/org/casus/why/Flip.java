package org.casus.why;

import java.util.List;
import org.casus.scenario.Judgement;

/// What would turn a difference between two options the other way: one judgement, or a group that moves
/// `together`.
public sealed interface Flip {

    /// The judgement, or the group.
    List<Judgement> judgements();

    /// A turn inside the ranges, seen in a game solved anew.
    ///
    /// @param now their values as written, in the world the difference was asked in
    /// @param value their values as written just beyond the turn
    /// @param before their values just short of it, where the game solved anew still says as now
    /// @param difference between the two options at `value`, points; its sign is the other one
    /// @param way part of the way from `now` to the end of the ranges, 0 … 1
    /// @param size largest change of any of them as a part of its range
    record Turn(
            List<Judgement> judgements,
            List<Double> now,
            List<Double> value,
            List<Double> before,
            double difference,
            double way,
            double size)
            implements Flip {}

    /// None inside the ranges on the side its slope points to; on the other it is not looked for. A judgement that
    /// is a point has no range to be moved in.
    ///
    /// @param now their values as written
    /// @param estimate where the slope would have it turn, as written; of a group, of its first
    /// @param tested whether the game was solved anew at the ends, where it still says as now
    record Beyond(List<Judgement> judgements, List<Double> now, double estimate, boolean tested) implements Flip {}

    /// Not known: on the way there the solver lost the equilibrium.
    ///
    /// @param reached values as written up to which it was followed without a turn
    record Lost(List<Judgement> judgements, List<Double> now, List<Double> reached) implements Flip {}
}
