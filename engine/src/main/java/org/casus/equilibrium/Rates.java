package org.casus.equilibrium;

/// Play at given values in double precision.
///
/// @param rate h of each play, per clock unit `[plays]`
/// @param advantage A of each play, points `[plays]`
/// @param jump total rate of each jump `[jumps]`
record Rates(double[] rate, double[] advantage, double[] jump) {}
