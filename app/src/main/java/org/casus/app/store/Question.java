package org.casus.app.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a run is about: only the same question may go on with it.
///
/// @param facts by name, in the order in which they are compared: scenario, hash, version, seed, …
public record Question(Map<String, String> facts) {

    /// The first fact in which a run that was `asked` before is another one, in words.
    Optional<String> differs(Map<String, String> asked) {
        List<String> names = new ArrayList<>(facts.keySet());
        asked.keySet().stream().filter(name -> !facts.containsKey(name)).forEach(names::add);
        for (String name : names) {
            String before = asked.getOrDefault(name, "none");
            String now = facts.getOrDefault(name, "none");
            if (!before.equals(now)) {
                return Optional.of(name + " " + before + ", and this is " + name + " " + now);
            }
        }
        return Optional.empty();
    }
}
