package org.casus.scenario;

import java.util.List;
import java.util.Optional;

/// A statement of a source, in the analyst's words, as a test. Read and checked here; run by the study.
///
/// @param says the statement in our words
/// @param source id of the source, from `at`
/// @param at the place in it, e.g. `p4`
/// @param test what must be true; empty where it is untestable
/// @param untestable the reason, where it cannot be expressed
public record Claim(
        String id,
        String says,
        Optional<String> source,
        String at,
        String text,
        Optional<Test> test,
        Optional<String> untestable,
        Position position) {

    /// Under which edits a quantity is read.
    public sealed interface Setting {
        /// The scenario as it is.
        record AsIs() implements Setting {}

        /// `under POLICY`
        record Under(String policy) implements Setting {}

        /// `without X, Y`: moves, chance events, commitments, agreements.
        record Without(List<String> ids) implements Setting {}
    }

    /// The test of a claim.
    public sealed interface Test {

        /// `Q above|below|at least|at most N`, in the quantity's own unit (shares for odds).
        record Bound(Setting setting, Quantity quantity, Relation relation, double bound) implements Test {}

        /// `under P Q rise|fall [by n points]`, `A is played less than B`, `when … than when …`: `left` against
        /// `right` by at least `margin` (share of `right` if `relative`, else in the quantity's own unit).
        record Against(
                Setting leftSetting,
                Quantity left,
                Setting rightSetting,
                Quantity right,
                boolean more,
                double margin,
                boolean relative)
                implements Test {}
    }

    /// A relation to a bound.
    public enum Relation {
        ABOVE,
        BELOW,
        AT_LEAST,
        AT_MOST
    }
}
