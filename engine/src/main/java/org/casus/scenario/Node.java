package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What YAML says, with where it says it: texts, mappings and sequences. Nothing is a number or a flag yet.
sealed interface Node {

    Spot spot();

    /// Whether it was put here by a policy or a setting, and so does not share what stands around it.
    boolean edited();

    /// The same marked as put here by an edit.
    Node asEdited();

    /// @param value the text as YAML reads it, white space at the ends cut
    record Text(String value, Spot spot, boolean edited) implements Node {

        @Override
        public Text asEdited() {
            return new Text(value, spot, true);
        }

        /// The value with single blanks between words: how ids of judgements and labels spell it.
        String words() {
            return plain() ? value : value.strip().replaceAll("\\s+", " ");
        }

        /// Whether its words stand single blanks apart already: asked for every key at every look-up.
        private boolean plain() {
            boolean blank = true;
            for (int k = 0; k < value.length(); k++) {
                char c = value.charAt(k);
                if (c != ' ' && !Character.isWhitespace(c)) {
                    blank = false;
                } else if (c != ' ' || blank) {
                    return false;
                } else {
                    blank = true;
                }
            }
            return !blank || value.isEmpty();
        }

        /// Where the characters `from` to `to` of the value stand in the file; the whole text where
        /// quoting,
        /// escapes or folding make that unclear.
        Spot part(int from, int to) {
            return Alignment.of(this, from, to);
        }
    }

    /// Entries in the order of the file; keys are distinct.
    record Mapping(List<Entry> entries, Spot spot, boolean edited) implements Node {

        @Override
        public Mapping asEdited() {
            return new Mapping(entries, spot, true);
        }

        Optional<Entry> entry(String key) {
            return entries.stream().filter(e -> e.key().words().equals(key)).findFirst();
        }

        Optional<Node> value(String key) {
            return entry(key).map(Entry::value);
        }

        /// With the entry of `key` replaced, or added at the end where it is missing.
        Mapping with(Entry entry) {
            List<Entry> changed = new ArrayList<>(entries);
            String key = entry.key().words();
            for (int k = 0; k < changed.size(); k++) {
                if (changed.get(k).key().words().equals(key)) {
                    changed.set(k, new Entry(changed.get(k).key(), entry.value()));
                    return new Mapping(List.copyOf(changed), spot, edited);
                }
            }
            changed.add(entry);
            return new Mapping(List.copyOf(changed), spot, edited);
        }

        Mapping without(String key) {
            return new Mapping(
                    entries.stream().filter(e -> !e.key().words().equals(key)).toList(), spot, edited);
        }
    }

    record Sequence(List<Node> items, Spot spot, boolean edited) implements Node {

        @Override
        public Sequence asEdited() {
            return new Sequence(items, spot, true);
        }
    }

    record Entry(Text key, Node value) {}
}
