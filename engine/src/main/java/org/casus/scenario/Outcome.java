package org.casus.scenario;

/// A way it may end; the first whose condition holds is the outcome of a state.
///
/// @param absorbing `final: true`: in its states nothing moves any more and flows run on
public record Outcome(int index, String id, String title, Guard when, boolean absorbing, Position position) {}
