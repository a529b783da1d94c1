package org.casus.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Trees of files in one shape, so that they can be held against each other.
final class Trees {

    /// Sections whose entries may be written as one text: the key of the form that it then stands for.
    private static final Map<String, String> SHORT = Map.of("outcomes", "if", "sources", "title", "scores", "quantity");

    private Trees() {}

    /// `root` with outcomes, sources and scores written in full.
    static Node.Mapping full(Node.Mapping root) {
        Node.Mapping full = root;
        for (String section : List.of("outcomes", "sources", "scores")) {
            Optional<Node> node = root.value(section);
            if (node.isPresent() && node.get() instanceof Node.Mapping mapping) {
                String key = Optional.ofNullable(SHORT.get(section)).orElseThrow();
                List<Node.Entry> entries = mapping.entries().stream()
                        .map(entry -> new Node.Entry(entry.key(), full(entry.value(), key)))
                        .toList();
                full = full.with(new Node.Entry(key(section, mapping), with(mapping, entries)));
            }
        }
        return full;
    }

    private static Node full(Node node, String key) {
        return node instanceof Node.Text text && !Shape.empty(text)
                ? new Node.Mapping(List.of(new Node.Entry(key(key, text), text)), text.spot(), text.edited())
                : node;
    }

    /// A mapping; what is left empty, as in `armenia:`, is one without entries.
    static Optional<Node.Mapping> mapping(Node node) {
        return switch (node) {
            case Node.Mapping mapping -> Optional.of(mapping);
            case Node.Text text when Shape.empty(text) -> Optional.of(empty(text));
            default -> Optional.empty();
        };
    }

    /// A mapping without entries that stands where `at` does.
    static Node.Mapping empty(Node at) {
        return new Node.Mapping(List.of(), at.spot(), at.edited());
    }

    static Node.Mapping with(Node.Mapping mapping, List<Node.Entry> entries) {
        return new Node.Mapping(entries, mapping.spot(), mapping.edited());
    }

    private static Node.Text key(String key, Node at) {
        return new Node.Text(key, at.spot(), at.edited());
    }

    static List<String> keys(Node.Mapping mapping) {
        return mapping.entries().stream().map(entry -> entry.key().words()).toList();
    }

    /// The members of a list, and of lists in it, in one order.
    static List<String> members(Node list) {
        return list instanceof Node.Sequence sequence
                ? sequence.items().stream()
                        .map(item ->
                                item instanceof Node.Sequence ? members(item).toString() : Flow.words(item))
                        .sorted()
                        .toList()
                : List.of(Flow.words(list));
    }
}
