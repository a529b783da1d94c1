package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `together`: groups of judgements whose ranges move as one.
final class TogetherReader {

    private final Reading reading;

    TogetherReader(Reading reading) {
        this.reading = reading;
    }

    /// @param edited whether a policy is in force: it may have taken away a number that a group names
    List<List<Integer>> read(Fields file, boolean edited) {
        List<List<Integer>> groups = new ArrayList<>();
        List<Integer> taken = new ArrayList<>();
        Node node = file.node("together").orElse(file.body());
        if (!(node instanceof Node.Sequence list)) {
            return groups;
        }
        for (Node item : list.items()) {
            List<Integer> group = new ArrayList<>();
            for (Node.Text path : Fields.texts(item)) {
                Optional<Judgement> judgement = reading.judgements().find(path.words());
                if (judgement.isEmpty()) {
                    missing(path, edited);
                } else if (taken.contains(judgement.get().index())) {
                    reading.problems()
                            .add(
                                    path.spot(),
                                    Say.quoted(path.words()) + " is in a group already.",
                                    "Each judgement is in one group at most.");
                } else {
                    taken.add(judgement.get().index());
                    group.add(judgement.get().index());
                }
            }
            if (Fields.texts(item).size() < 2 && item instanceof Node.Sequence) {
                reading.problems()
                        .add(
                                item.spot(),
                                "A group of fewer than two.",
                                "Such as `together: [[usa acts, russia acts]]`.");
            }
            if (group.size() > 1) {
                groups.add(List.copyOf(group));
            }
        }
        return List.copyOf(groups);
    }

    /// Under edits a group may have lost a member with what it stood on; a group that an edit wrote
    /// may not.
    private void missing(Node.Text path, boolean edited) {
        if (edited && !path.spot().position().file().equals(AppliedEdits.LABEL)) {
            return;
        }
        String words = path.words();
        Optional<String> inherited = reading.names().of(Names.Kind.ACTOR).stream()
                .filter(actor -> words.startsWith(actor + " "))
                .map(actor -> "defaults " + words.substring(actor.length() + 1))
                .filter(id -> reading.judgements().find(id).isPresent())
                .findFirst();
        Optional<String> near =
                inherited.or(() -> Nearest.of(words, reading.judgements().ids()));
        reading.problems()
                .add(
                        path.spot(),
                        Say.quoted(words) + " leads to no number of this file.",
                        "A judgement is named by the words that lead to it, without the section, such as `usa/restrain"
                                + " costs`.",
                        near.map(n -> "Maybe " + Say.quoted(n) + ".").orElse(""));
    }
}
