package org.casus.scenario;

import java.util.Optional;
import java.util.Set;

/// Where numbers come from: a source or `guess`, the place in it, the reason.
record Provenance(Optional<Node.Text> per, Optional<String> at, Optional<String> why) {

    static final Set<String> KEYS = Set.of("per", "at", "why");
    static final Provenance NONE = new Provenance(Optional.empty(), Optional.empty(), Optional.empty());

    /// What `mapping` says for all its numbers, else what was said around it.
    static Provenance of(Node.Mapping mapping, Provenance around) {
        var own = new Provenance(
                text(mapping, "per"),
                text(mapping, "at").map(Node.Text::words),
                text(mapping, "why").map(Node.Text::words));
        return own.per().isEmpty() && !mapping.edited()
                ? new Provenance(around.per, own.at.or(() -> around.at), own.why.or(() -> around.why))
                : own;
    }

    private static Optional<Node.Text> text(Node.Mapping mapping, String key) {
        return mapping.value(key)
                .filter(node -> node instanceof Node.Text text && !text.value().isEmpty())
                .map(node -> (Node.Text) node);
    }
}
