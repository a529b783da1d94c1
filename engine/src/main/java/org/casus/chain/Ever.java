package org.casus.chain;

/// Odds that something has ever been met by given times.
///
/// @param times clock units, as asked
/// @param odds odds of having met it at some time up to each
/// @param errors error of each of them, as in [Forecast]
public record Ever(double[] times, double[] odds, double[] errors) {}
