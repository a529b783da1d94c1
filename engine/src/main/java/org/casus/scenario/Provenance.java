package org.casus.scenario;

import java.util.Optional;
import java.util.Set;

/// Where numbers come from: a source or `guess`, the place in it, the reason.
///
/// @param own whether `per` stands in the mapping itself and not around it
record Provenance(Optional<Node.Text> per, Optional<String> at, Optional<String> why, boolean own) {

    static final Set<String> KEYS = Set.of("per", "at", "why");
    static final Provenance NONE = new Provenance(Optional.empty(), Optional.empty(), Optional.empty(), false);

    /// What `mapping` says for all its numbers, else what was said around it.
    static Provenance of(Node.Mapping mapping, Provenance around) {
        Optional<Node.Text> per = text(mapping, "per");
        Optional<String> at = text(mapping, "at").map(Node.Text::words);
        Optional<String> why = text(mapping, "why").map(Node.Text::words);
        if (per.isPresent() || mapping.edited()) {
            return new Provenance(per, at, why, per.isPresent());
        }
        return new Provenance(around.per, at.or(() -> around.at), why.or(() -> around.why), false);
    }

    private static Optional<Node.Text> text(Node.Mapping mapping, String key) {
        return mapping.value(key)
                .filter(node -> node instanceof Node.Text text && !text.value().isEmpty())
                .map(node -> (Node.Text) node);
    }
}
