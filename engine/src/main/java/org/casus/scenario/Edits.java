package org.casus.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Changes to a scenario: a policy of the file, then further settings, closings and openings.
///
/// @param policy id of a policy; empty for the scenario as it is
/// @param set paths in the file's own words with their new values, as on the command line
public record Edits(Optional<String> policy, List<Policy.Setting> set, List<String> forbid, List<String> allow) {

    /// The scenario as it is.
    public static Edits none() {
        return new Edits(Optional.empty(), List.of(), List.of(), List.of());
    }

    /// These with further settings after their own.
    Edits with(List<Policy.Setting> further) {
        return new Edits(policy, Stream.concat(set.stream(), further.stream()).toList(), forbid, allow);
    }

    /// The scenario under one of its policies.
    public static Edits policy(String id) {
        return new Edits(Optional.of(id), List.of(), List.of(), List.of());
    }
}
