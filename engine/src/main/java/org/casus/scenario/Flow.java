package org.casus.scenario;

import java.util.stream.Collectors;

/// A tree on one line, as a file would have it between braces; comments and line breaks left out.
final class Flow {

    private Flow() {}

    static String words(Node node) {
        return switch (node) {
            case Node.Text text -> text.words();
            case Node.Mapping mapping ->
                mapping.entries().stream().map(Flow::words).collect(Collectors.joining(", ", "{", "}"));
            case Node.Sequence list ->
                list.items().stream().map(Flow::words).collect(Collectors.joining(", ", "[", "]"));
        };
    }

    static String words(Node.Entry entry) {
        return entry.key().words() + ": " + words(entry.value());
    }
}
