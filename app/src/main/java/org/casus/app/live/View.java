package org.casus.app.live;

import java.util.List;
import java.util.Optional;
import org.casus.app.run.Given;
import org.casus.scenario.Edits;
import org.casus.scenario.Policy;

/// What somebody looks at: a policy, and values set by hand.
///
/// @param policy id of a policy, or `as-is`
/// @param set `path=value` in the file's own words, as on the command line; later ones win
public record View(String policy, List<String> set) {

    /// The scenario as it is.
    public static final View AS_IS = new View(Policy.AS_IS, List.of());

    /// What the view changes in the file.
    ///
    /// @throws IllegalArgumentException with a sentence for people if a setting has no `=`
    public Edits edits() {
        List<Policy.Setting> settings =
                set.stream().map(one -> Given.setting(one, "set")).toList();
        Optional<String> under = policy.equals(Policy.AS_IS) ? Optional.empty() : Optional.of(policy);
        return new Edits(under, settings, List.of(), List.of());
    }

    /// The settings alone, which hold under every policy.
    public List<Policy.Setting> settings() {
        return edits().set();
    }
}
