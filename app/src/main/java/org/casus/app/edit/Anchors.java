package org.casus.app.edit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.casus.scenario.Rewrite;
import org.casus.scenario.Written;

/// Which anchors stand for nothing but what is to be changed: `&worth 1 to 9` that only alike actors repeat, by
/// `*worth`. A change to such a text changes all that it should, and its repetitions stay as they are.
final class Anchors {

    private final Layout layout;
    /// Names, each with its `*`, of which text and repetitions are all to change, and in the same places.
    private final Set<String> whole = new HashSet<>();

    /// @param rewrites all that one edit is to change
    Anchors(Layout layout, List<Rewrite> rewrites) {
        this.layout = layout;
        // By name, for the text (at -1) and each repetition of it: what is to change inside.
        var changes = new HashMap<String, Map<Integer, Set<Integer>>>();
        for (Rewrite rewrite : rewrites) {
            for (Written.Entry entry : rewrite.way()) {
                String name = name(entry);
                if (!name.isEmpty()) {
                    changes.computeIfAbsent(name, n -> new HashMap<>())
                            .computeIfAbsent(
                                    Layout.aliased(entry) ? layout.aliasStart(entry) : -1, p -> new HashSet<>())
                            .add(rewrite.way().getLast().value().from());
                }
            }
        }
        changes.forEach((name, places) -> {
            var repeated =
                    Pattern.compile(Pattern.quote(name) + "(?=[\\s,\\]}]|$)").matcher(layout.text());
            boolean all = places.containsKey(-1) && repeated.results().allMatch(at -> places.containsKey(at.start()));
            if (all && Set.copyOf(places.values()).size() == 1) {
                whole.add(name);
            }
        });
    }

    /// `*name` of what is repeated at an entry or may be repeated elsewhere; empty for others.
    private String name(Written.Entry entry) {
        if (Layout.aliased(entry)) {
            return layout.raw(layout.aliasStart(entry), layout.end(entry));
        }
        String anchor = layout.properties(entry.value()).strip();
        return anchor.isEmpty() ? "" : "*" + anchor.substring(1);
    }

    /// Whether all that has the text at `entry`, by its anchor, is to change with it.
    boolean whole(Written.Entry entry) {
        return whole.contains(name(entry));
    }

    /// Whether what is repeated at `entry` changes with the text that it repeats.
    boolean followed(Written.Entry entry) {
        return Layout.aliased(entry) && whole(entry);
    }
}
