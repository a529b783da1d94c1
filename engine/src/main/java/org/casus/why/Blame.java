package org.casus.why;

import java.util.List;

/// How much of an outcome is error. Every path to the horizon is sorted by the moves made on it; chance errs
/// for nobody, and letting time pass is no move.
///
/// @param outcome index of the outcome
/// @param odds of it at the horizon
/// @param exact part of the odds by paths on which every move was its actor's best reply
/// @param slips part by paths with moves that were not, but no clear error
/// @param first part by paths with a clear error, by whose was the first
/// @param without the odds if nobody made clear errors, all other play as it is: what the errors did, where
///     the parts only say that there were some on the way
/// @param withoutOf the odds if one actor alone made none, by actor
public record Blame(
        int outcome,
        double odds,
        double exact,
        double slips,
        List<Double> first,
        double without,
        List<Double> withoutOf) {

    /// Part of the odds by paths with at least one clear error.
    public double clear() {
        return first.stream().mapToDouble(Double::doubleValue).sum();
    }

    /// The same as a share of the odds; 0 where there are none.
    public double share() {
        return odds > 0 ? clear() / odds : 0;
    }
}
