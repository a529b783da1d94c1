package org.casus.scenario;

import java.util.List;

/// A chance event: while `when` holds it happens at `rate`, times every factor whose condition holds.
///
/// @param index place in [Scenario#chance]
public record Chance(
        int index,
        String id,
        String title,
        Guard when,
        Judgement rate,
        List<Factor> times,
        Leads leads,
        Origin origin,
        boolean dormant,
        Position position) {

    /// A factor on the rate while `when` holds.
    public record Factor(Guard when, Judgement times) {}

    /// What an event comes from: the file, an offer that lapses, a commitment left unkept too long.
    public enum Origin {
        STATED,
        LAPSE,
        BREACH
    }
}
