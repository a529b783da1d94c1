package org.casus.scenario;

import java.util.List;
import java.util.Optional;

/// One thing to do to the text of a file so that a path leads to another value there.
///
/// @see ScenarioFile#rewrites
public sealed interface Rewrite {

    /// Gives `entry`, the last of `way`, another value.
    ///
    /// @param way the entries that lead to it, from the root of the file on
    record Replace(List<Written.Entry> way) implements Rewrite {}

    /// Adds a key where the entries `way` lead, at the root if there are none.
    ///
    /// @param keys the key to add, and where it is to hold a mapping the key in that, and so on
    /// @param order the keys that may stand there, in the order of the reference; empty where they are the
    ///     analyst's own
    record Add(List<Written.Entry> way, List<String> keys, List<String> order) implements Rewrite {}

    /// Takes away the last of `way`, which would hide the new value.
    record Drop(List<Written.Entry> way) implements Rewrite {}

    /// The entries that lead to what it is about.
    List<Written.Entry> way();

    /// The entry that it is in or about; empty at the root.
    default Optional<Written.Entry> last() {
        return way().isEmpty() ? Optional.empty() : Optional.of(way().getLast());
    }
}
