package org.casus.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A statement of a source, in the analyst's words, as a test. Read and checked here; run by the study.
///
/// @param says the statement in our words
/// @param source id of the source, from `at`
/// @param at the place in it, e.g. `p4`
/// @param test what must be true; empty where it is untestable
/// @param untestable the reason, where it cannot be expressed
/// @param severity what it means if it fails
public record Claim(
        String id,
        String says,
        Optional<String> source,
        String at,
        String text,
        Optional<Test> test,
        Optional<String> untestable,
        Severity severity,
        Position position) {

    /// What it means if a claim fails.
    public enum Severity {
        /// The scenario does not say what it should: `casus test` ends with exit code 1.
        ERROR,
        /// Worth knowing, and no more.
        WARNING;

        /// As the file has it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

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
