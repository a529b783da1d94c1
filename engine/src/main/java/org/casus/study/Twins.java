package org.casus.study;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casus.scenario.Claim.Setting;
import org.casus.scenario.Scenario;

/// Variants that are the same game in every world: what a claim leaves out is often just what a policy
/// forbids. Such a game is solved once.
final class Twins {

    /// For each variant that is the same game as an earlier one, which.
    private final Map<String, String> first = new HashMap<>();

    Twins(Scenario scenario, Collection<Setting> settings) {
        Map<Set<String>, String> known = new HashMap<>();
        for (Setting setting : settings) {
            String id = Variant.id(setting);
            forbidden(scenario, setting)
                    .map(ids -> known.putIfAbsent(ids, id))
                    .ifPresent(other -> first.put(id, other));
        }
    }

    /// What is forbidden, if that is all that is done.
    private static Optional<Set<String>> forbidden(Scenario scenario, Setting setting) {
        return switch (setting) {
            case Setting.AsIs asIs -> Optional.empty();
            case Setting.Without(List<String> ids) -> Optional.of(Set.copyOf(ids));
            case Setting.Under(String id) ->
                scenario.policies().stream()
                        .filter(policy -> policy.id().equals(id))
                        .filter(policy ->
                                policy.set().isEmpty() && policy.allow().isEmpty())
                        .map(policy -> Set.copyOf(policy.forbid()))
                        .findFirst();
        };
    }

    /// The first variant that is the same game as `variant`; itself if there is no other.
    String first(String variant) {
        return first.getOrDefault(variant, variant);
    }

    /// Whether some other variant is the same game as `variant`.
    boolean has(String variant) {
        return first.containsKey(variant) || first.containsValue(variant);
    }
}
