package org.casus.scenario;

import java.util.List;
import java.util.Optional;

/// A part of a scenario as its text has it: what it says, and which characters say it.
///
/// Offsets count the characters of [ScenarioFile#text], from 0, the end not included. A block mapping or list
/// reaches to where the parser knew that it was over, which may be past comments. A value repeated by an alias
/// stands where its anchor is, before the key.
public sealed interface Written {

    int from();

    int to();

    /// A scalar.
    ///
    /// @param value what YAML reads in it, white space at the ends cut
    record Words(String value, int from, int to) implements Written {}

    /// A mapping, entries in the order of the file.
    record Entries(List<Entry> list, int from, int to) implements Written {

        /// The entry of that key, blanks between its words counting as one.
        public Optional<Entry> entry(String key) {
            return list.stream()
                    .filter(entry -> entry.key().value().replaceAll("\\s+", " ").equals(key))
                    .findFirst();
        }
    }

    /// A list.
    record Items(List<Written> list, int from, int to) implements Written {}

    /// A key and its value.
    record Entry(Words key, Written value) {}

    /// The one value that `text` holds.
    ///
    /// @param label what positions call it
    /// @throws ScenarioException if it is no YAML that a scenario may hold, or empty
    static Written read(String label, String text) throws ScenarioException {
        var problems = new Problems();
        Optional<Node> node = YamlText.read(new Document(label, text), problems);
        if (node.isEmpty() && !problems.any()) {
            throw FileText.refused(label, "There is nothing here.", "A value, such as `3 to 6 per guess`.");
        }
        if (problems.any() || node.isEmpty()) {
            throw new ScenarioException(problems.sorted());
        }
        return Traces.of(node.get());
    }
}
