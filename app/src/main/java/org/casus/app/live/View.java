package org.casus.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.scenario.Edits;
import org.casus.scenario.Policy;
import org.casus.scenario.Position;

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
        var settings = new ArrayList<Policy.Setting>();
        for (String one : set) {
            int equals = one.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("“" + one + "” is no setting: write path=value.");
            }
            settings.add(new Policy.Setting(
                    one.substring(0, equals).strip(),
                    one.substring(equals + 1).strip(),
                    new Position("set", 1, 1, one.length())));
        }
        Optional<String> under = policy.equals(Policy.AS_IS) ? Optional.empty() : Optional.of(policy);
        return new Edits(under, List.copyOf(settings), List.of(), List.of());
    }

    /// The settings alone, which hold under every policy.
    public List<Policy.Setting> settings() {
        return edits().set();
    }
}
