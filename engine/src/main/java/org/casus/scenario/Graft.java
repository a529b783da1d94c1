package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts one difference into the first file's tree: below the mapping that `path` leads to the entry `old`
/// becomes `entry`.
///
/// @param path keys from the root to the mapping
/// @param old key of what is there; empty where it is not
/// @param entry what comes instead; empty where it goes
/// @param order the second file's keys of that mapping: a new entry comes behind the one before it there
record Graft(List<String> path, Optional<String> old, Optional<Node.Entry> entry, List<String> order) {

    /// An order of the entries alone.
    static Graft order(List<String> path, List<String> order) {
        return new Graft(path, Optional.empty(), Optional.empty(), order);
    }

    /// `root` with the difference in it.
    Node.Mapping into(Node.Mapping root) {
        return below(root, 0);
    }

    private Node.Mapping below(Node.Mapping mapping, int depth) {
        if (depth == path.size()) {
            return new Node.Mapping(entries(mapping.entries()), mapping.spot(), mapping.edited());
        }
        String key = path.get(depth);
        Node.Mapping inner = mapping.value(key)
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .orElseGet(() -> new Node.Mapping(List.of(), mapping.spot(), mapping.edited()));
        return mapping.with(
                new Node.Entry(new Node.Text(key, mapping.spot(), mapping.edited()), below(inner, depth + 1)));
    }

    private List<Node.Entry> entries(List<Node.Entry> there) {
        if (old.isEmpty() && entry.isEmpty()) {
            return reordered(there);
        }
        List<Node.Entry> entries = new ArrayList<>(there);
        int at = old.map(key -> place(entries, key)).orElse(-1);
        if (at >= 0 && entry.isPresent()) {
            entries.set(at, entry.get());
        } else if (at >= 0) {
            entries.remove(at);
        } else if (entry.isPresent()) {
            entries.add(behind(entries, entry.get().key().words()), entry.get());
        }
        return List.copyOf(entries);
    }

    private static int place(List<Node.Entry> entries, String key) {
        for (int k = 0; k < entries.size(); k++) {
            if (entries.get(k).key().words().equals(key)) {
                return k;
            }
        }
        return -1;
    }

    private int behind(List<Node.Entry> entries, String key) {
        for (int k = order.indexOf(key) - 1; k >= 0; k--) {
            int at = place(entries, order.get(k));
            if (at >= 0) {
                return at + 1;
            }
        }
        return 0;
    }

    /// The entries that both have, in the order of the second file; others stay where they are.
    private List<Node.Entry> reordered(List<Node.Entry> there) {
        List<Node.Entry> common = order.stream()
                .map(key -> place(there, key))
                .filter(at -> at >= 0)
                .map(there::get)
                .toList();
        List<Node.Entry> entries = new ArrayList<>();
        int next = 0;
        for (Node.Entry entry : there) {
            entries.add(order.contains(entry.key().words()) ? common.get(next++) : entry);
        }
        return List.copyOf(entries);
    }
}
