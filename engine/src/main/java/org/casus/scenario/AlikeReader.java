package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `alike`: groups of actors that differ in nothing but their names. Whether that is true
/// [AlikeCheck] finds out.
final class AlikeReader {

    /// A group as written.
    ///
    /// @param actors indices, in the order of the file's actors
    /// @param words the names, as written
    record Group(List<Integer> actors, List<Node.Text> words) {

        Spot spot() {
            return words.getLast().spot();
        }
    }

    private final Names names;
    private final List<String> actors;
    private final Problems problems;

    AlikeReader(Names names, List<String> actors, Problems problems) {
        this.names = names;
        this.actors = actors;
        this.problems = problems;
    }

    List<Group> read(Fields file) {
        List<Group> groups = new ArrayList<>();
        Optional<Node> node = file.node("alike");
        if (node.isEmpty() || !(node.get() instanceof Node.Sequence list)) {
            return groups;
        }
        List<String> taken = new ArrayList<>();
        boolean several = list.items().stream().anyMatch(Node.Sequence.class::isInstance);
        if (!several) {
            group(list, taken).ifPresent(groups::add);
            return groups;
        }
        for (Node item : list.items()) {
            if (item instanceof Node.Sequence inner) {
                group(inner, taken).ifPresent(groups::add);
            } else {
                problems.add(
                        item.spot(),
                        "An actor beside a group.",
                        "One group is `alike: [france, italy]`, several are `alike: [[france, italy], [iran, iraq]]`.");
            }
        }
        return groups;
    }

    private Optional<Group> group(Node.Sequence list, List<String> taken) {
        List<Node.Text> words = new ArrayList<>();
        for (Node.Text text : Fields.texts(list)) {
            if (!names.actor(text)) {
                continue;
            }
            if (taken.contains(text.value())) {
                problems.add(
                        text.spot(),
                        Say.quoted(text.value()) + " is in a group already.",
                        "An actor is in one group at most, and there once.");
            } else {
                taken.add(text.value());
                words.add(text);
            }
        }
        if (list.items().size() == 1) {
            problems.add(list.spot(), "A group of one.", "Alike are two or more, such as `alike: [france, italy]`.");
        }
        return words.size() < 2
                ? Optional.empty()
                : Optional.of(new Group(
                        words.stream()
                                .map(text -> actors.indexOf(text.value()))
                                .sorted()
                                .toList(),
                        List.copyOf(words)));
    }
}
