package org.casus.story;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.casus.game.StateSpace;
import org.casus.scenario.Condition;
import org.casus.scenario.Outcome;

/// What stories are told of: how a run ends, or what it meets on its way.
///
/// @param states those in which it holds
/// @param named what its condition asks of single rows
/// @param when it must hold
public record Goal(BitSet states, List<Condition.On> named, When when) {

    /// When a goal must hold.
    public enum When {
        /// At the horizon.
        AT_END,
        /// At some time up to the horizon; the run is told up to the first.
        EVER
    }

    /// Standing in `outcome` at the horizon.
    public static Goal outcome(StateSpace space, Outcome outcome) {
        return new Goal(space.where(outcome), named(outcome.when().test()), When.AT_END);
    }

    /// `condition` holding at the horizon.
    public static Goal atEnd(StateSpace space, Condition condition) {
        return new Goal(space.where(condition), named(condition), When.AT_END);
    }

    /// `condition` holding at some time up to the horizon.
    public static Goal ever(StateSpace space, Condition condition) {
        return new Goal(space.where(condition), named(condition), When.EVER);
    }

    private static List<Condition.On> named(Condition condition) {
        List<Condition.On> named = new ArrayList<>();
        collect(condition, named);
        return List.copyOf(named);
    }

    private static void collect(Condition condition, List<Condition.On> named) {
        switch (condition) {
            case Condition.On on -> named.add(on);
            case Condition.Not not -> collect(not.operand(), named);
            case Condition.All all -> all.operands().forEach(operand -> collect(operand, named));
            case Condition.Any any -> any.operands().forEach(operand -> collect(operand, named));
        }
    }
}
