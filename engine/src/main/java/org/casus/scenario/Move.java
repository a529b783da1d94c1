package org.casus.scenario;

import java.util.List;

/// A move open to one actor while `when` holds; waiting is always open besides.
///
/// @param index place in [Scenario#moves]
/// @param id `actor/verb`
/// @param actor index of the actor that makes it
/// @param dormant true while it is closed: stated so, or forbidden by the policy in force
public record Move(
        int index,
        String id,
        String title,
        int actor,
        Guard when,
        List<Price> costs,
        Leads leads,
        Origin origin,
        boolean dormant,
        Position position) {

    /// What a move comes from.
    public enum Origin {
        STATED,
        BROKER,
        SIGN
    }
}
