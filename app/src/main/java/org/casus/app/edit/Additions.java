package org.casus.app.edit;

import java.util.List;
import java.util.Set;
import org.casus.scenario.Written;

/// Puts entries into mappings and takes them out, in the way the mapping is written: between brackets or line by
/// line.
final class Additions {

    /// What is said of all the numbers of a mapping stands last in it.
    private static final Set<String> LAST = Set.of("per", "at", "why");

    private final Layout layout;

    Additions(Layout layout) {
        this.layout = layout;
    }

    /// `key: value` put into `into` as its own line or between commas.
    ///
    /// @param value as it is to stand there
    /// @param order the keys in the order they usually have; empty where they have none: then it comes last
    Splice add(Written.Entries into, String key, String value, List<String> order) {
        String entry = key + ": " + value;
        if (into.list().isEmpty()) {
            return new Splice(into.from(), into.to(), layout.properties(into) + "{" + entry + "}");
        }
        int after = before(into, key, order);
        if (layout.flow(into)) {
            if (after < 0) {
                int first = into.list().getFirst().key().from();
                return new Splice(first, first, entry + ", ");
            }
            int end = layout.end(into.list().get(after));
            return new Splice(end, end, ", " + entry);
        }
        int column = layout.column(into.list().getFirst().key().from());
        String indent = " ".repeat(column);
        if (after < 0) {
            int first = into.list().getFirst().key().from();
            return new Splice(first, first, entry + layout.lineBreak() + indent);
        }
        int end = layout.lineEnd(layout.end(into.list().get(after)));
        return new Splice(end, end, layout.lineBreak() + indent + entry);
    }

    /// `key: value` put below a key that has no value yet.
    Splice below(Written.Entry owner, boolean flow, String key, String value) {
        String entry = key + ": " + value;
        int colon = layout.afterColon(owner);
        if (flow) {
            return new Splice(colon, colon, " {" + entry + "}");
        }
        int end = layout.lineEnd(colon);
        String indent = " ".repeat(layout.column(owner.key().from()) + 2);
        return new Splice(end, end, layout.lineBreak() + indent + entry);
    }

    /// Takes `entry` out of `from`, with the comment on its line.
    Splice drop(Written.Entries from, Written.Entry entry) {
        int at = from.list().indexOf(entry);
        int end = layout.end(entry);
        if (!layout.flow(from)) {
            return new Splice(layout.lineStart(entry.key().from()), layout.nextLine(end), "");
        }
        if (at + 1 < from.list().size()) {
            return new Splice(entry.key().from(), from.list().get(at + 1).key().from(), "");
        }
        return new Splice(at == 0 ? entry.key().from() : layout.end(from.list().get(at - 1)), end, "");
    }

    /// The place of the entry that `key` comes after; -1 where it comes first.
    private static int before(Written.Entries into, String key, List<String> order) {
        int place = order.indexOf(key);
        int after = -1;
        for (int k = 0; k < into.list().size(); k++) {
            String other = into.list().get(k).key().value();
            boolean earlier = place < 0 ? !LAST.contains(other) : order.indexOf(other) < place;
            if (earlier) {
                after = k;
            }
        }
        return after;
    }
}
