package org.casus.scenario;

import java.util.List;
import java.util.Optional;

/// One entry of a section: the name an analyst gave and what stands behind it.
record Item(String id, Node.Text key, Node value) {

    /// The entries of the section `key` of the file.
    static List<Item> section(Node.Mapping root, String key) {
        Optional<Node> section = root.value(key);
        if (section.isEmpty() || !(section.get() instanceof Node.Mapping mapping)) {
            return List.of();
        }
        return mapping.entries().stream()
                .map(entry -> new Item(id(entry.key().words()), entry.key(), entry.value()))
                .toList();
    }

    /// A name misspelled in case or signs counts as the one it was meant to be: it is complained about
    /// once.
    private static String id(String word) {
        return word.contains("/") ? word : Naming.meant(word);
    }

    Fields fields(String form) {
        return Fields.of(form, value);
    }

    Position position() {
        return key.spot().position();
    }
}
