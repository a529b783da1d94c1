package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.scenario.Vocabulary.Form;

/// The fields of one mapping, by the keys of its form. What has the wrong shape counts as absent:
/// [Shape] has said so.
record Fields(Form form, Node.Mapping body) {

    private static final Node.Mapping EMPTY = new Node.Mapping(List.of(), new Document("", "").spot(0, 0), false);

    /// The fields of `node`, none where it is no mapping.
    static Fields of(String form, Node node) {
        return new Fields(Vocabulary.form(form), node instanceof Node.Mapping mapping ? mapping : EMPTY);
    }

    Optional<Node> node(String key) {
        if (form.key(key).isEmpty()) {
            throw new IllegalArgumentException(form.name() + " has no key " + key);
        }
        return body.value(key);
    }

    Optional<Node.Text> text(String key) {
        return node(key).flatMap(Fields::text);
    }

    static Optional<Node.Text> text(Node node) {
        return node instanceof Node.Text text && !Shape.empty(text) ? Optional.of(text) : Optional.empty();
    }

    /// The text of `key` on one line.
    Optional<String> words(String key) {
        return text(key).map(Node.Text::words);
    }

    List<Node.Text> texts(String key) {
        return node(key).map(Fields::texts).orElse(List.of());
    }

    static List<Node.Text> texts(Node node) {
        List<Node.Text> texts = new ArrayList<>();
        if (node instanceof Node.Sequence list) {
            list.items().forEach(item -> text(item).ifPresent(texts::add));
        }
        return texts;
    }

    Optional<Node.Mapping> mapping(String key) {
        return node(key).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
    }

    boolean flag(String key) {
        return text(key).map(text -> text.value().equals("true")).orElse(false);
    }

    /// What people read: `title`, or the id with blanks for strokes.
    String title(String id) {
        return words("title").orElse(id.replace('-', ' '));
    }
}
