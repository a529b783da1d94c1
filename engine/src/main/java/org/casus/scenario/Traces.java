package org.casus.scenario;

/// The reader's tree as others may see it.
final class Traces {

    private Traces() {}

    static Written of(Node node) {
        int from = node.spot().from();
        int to = node.spot().to();
        return switch (node) {
            case Node.Text text -> new Written.Words(text.value(), from, to);
            case Node.Mapping mapping ->
                new Written.Entries(mapping.entries().stream().map(Traces::of).toList(), from, to);
            case Node.Sequence list ->
                new Written.Items(list.items().stream().map(Traces::of).toList(), from, to);
        };
    }

    static Written.Entry of(Node.Entry entry) {
        Node.Text key = entry.key();
        var words = new Written.Words(key.value(), key.spot().from(), key.spot().to());
        return new Written.Entry(words, of(entry.value()));
    }
}
