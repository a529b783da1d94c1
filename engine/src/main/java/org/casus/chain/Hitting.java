package org.casus.chain;

/// An answer about a chain without an end of time, from each state.
///
/// @param start the state the chain starts in
/// @param value odds, or a time in clock units, from each state; ∞ where a time is not finite
/// @param error bound on the error of the value from the start (not an estimate): from the residual, rounding included
/// @param residual largest difference of the two sides of the linear system, in its own units
/// @param products matrix products it took
public record Hitting(int start, double[] value, double error, double residual, int products) {

    /// The value from the start.
    public double atStart() {
        return value[start];
    }
}
