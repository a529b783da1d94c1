package org.casus.scenario;

import java.util.List;

/// A move open to one actor while `when` holds; waiting is always open besides.
///
/// @param index place in [Scenario#moves]
/// @param id `actor/verb`
/// @param actor index of the actor that makes it
/// @param cases where it leads, by the board it is made on; most moves have one case, a signature has
/// two (others have
///     still to sign, or it is the last one). The last case always holds.
/// @param dormant true while it is closed: stated so, or forbidden by the policy in force
public record Move(
        int index,
        String id,
        String title,
        int actor,
        Guard when,
        List<Price> costs,
        List<Case> cases,
        Origin origin,
        boolean dormant,
        Position position) {

    /// Where a move leads while `when` holds and no case before it does.
    public record Case(Condition when, Leads leads) {}

    /// What a move comes from.
    public enum Origin {
        STATED,
        BROKER,
        SIGN
    }

    /// Where it leads on the board `levels`, one level for each row of the scenario.
    public Leads leads(int[] levels) {
        for (Case one : cases) {
            if (one.when().holds(levels)) {
                return one.leads();
            }
        }
        throw new IllegalStateException(id + " has no case for this board");
    }
}
