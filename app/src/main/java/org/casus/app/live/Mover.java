package org.casus.app.live;

import org.casus.scenario.Judgement;

/// A judgement and how far it moves an outcome.
///
/// @param swing slope of the odds times the width of the judgement's range, signed: what they would change from its
///     low to its high end, everybody thinking again, if they went on as at the middle
public record Mover(Judgement judgement, double swing) {}
