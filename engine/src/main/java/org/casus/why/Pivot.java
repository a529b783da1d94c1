package org.casus.why;

import java.util.List;
import org.casus.scenario.Condition;

/// A decision that carries an outcome's odds.
///
/// @param actor index of who decides
/// @param move index of the move
/// @param when the rows that tell best where it carries them, at most two; everywhere if there are none
/// @param effect d odds / d ln h for the move there: made one part in a hundred more often, with all other
///     play as it is, the odds rise by a hundredth of this
/// @param share of what the move does to the odds, in this direction and anywhere, that it does there
/// @param weight the effect as a part of what all moves do anywhere, whatever their direction
/// @param made how often it is made there up to the horizon, on average
/// @param without the odds if it were never made there, all other play as it is
/// @param state the state in which it weighs most: an example to look at
public record Pivot(
        int actor,
        int move,
        List<When> when,
        double effect,
        double share,
        double weight,
        double made,
        double without,
        int state) {

    /// Where it decides, as one condition.
    public Condition condition() {
        return new Condition.All(when.stream().map(When::condition).toList());
    }
}
