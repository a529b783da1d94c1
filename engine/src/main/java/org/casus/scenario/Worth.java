package org.casus.scenario;

/// Something an actor cares about: while `when` holds, it is worth `points` to it.
///
/// A worth in points (`Measure.Form.NUMBER`) is what it is worth to live with the condition for ever
/// from now, so the
/// flow is ρ · points; one stated `each week` (`POINTS_EACH`) is that flow itself. Fears and broken
/// commitments count
/// with a minus sign, which `sign` carries: `points` stays as written.
///
/// @param label unique within the actor, for scores and explanations: `wants line all`, `breaking csto`
/// @param sign +1 or −1
public record Worth(String label, Guard when, Judgement points, int sign, Kind kind) {

    /// What kind of interest it is.
    public enum Kind {
        WANT,
        FEAR,
        COMMITMENT
    }
}
