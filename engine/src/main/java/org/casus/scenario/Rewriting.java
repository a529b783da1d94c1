package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casus.scenario.Vocabulary.Form;
import org.casus.scenario.Vocabulary.Kind;

/// Finds what a path means for the text: sets a marker there as `--set` would, and looks where the two trees
/// part: one definition of paths serves both.
final class Rewriting {

    private static final Spot MARK = new Document("value", "value").spot(0, 5);

    private final List<Rewrite> found = new ArrayList<>();

    private Rewriting() {}

    /// @throws ScenarioException if the path leads nowhere
    static List<Rewrite> of(Node.Mapping root, String path) throws ScenarioException {
        var problems = new Problems();
        String words = path.strip().replaceAll("\\s+", " ");
        var key = new Node.Text(words, new Document("path", words).spot(0, words.length()), true);
        Node.Mapping edited = Editing.set(root, key, new Node.Text("value", MARK, true), problems);
        if (problems.any()) {
            throw new ScenarioException(problems.sorted());
        }
        var rewriting = new Rewriting();
        rewriting.part(root, edited, List.of(), Optional.of(new Kind.Of("scenario")));
        return List.copyOf(rewriting.found);
    }

    private void part(Node.Mapping before, Node.Mapping after, List<Written.Entry> way, Optional<Kind> kind) {
        for (Node.Entry entry : after.entries()) {
            String key = entry.key().words();
            Optional<Node.Entry> was = before.entry(key);
            Optional<Kind> below = kind.flatMap(k -> kind(k, key));
            if (was.isEmpty()) {
                found.add(new Rewrite.Add(way, keys(entry), order(kind)));
            } else if (!was.get().value().equals(entry.value())) {
                List<Written.Entry> longer = Stream.concat(way.stream(), Stream.of(Traces.of(was.get())))
                        .toList();
                if (marked(entry.value())) {
                    found.add(new Rewrite.Replace(longer));
                } else {
                    part(mapping(was.get().value()), mapping(entry.value()), longer, below);
                }
            }
        }
        for (Node.Entry entry : before.entries()) {
            if (after.entry(entry.key().words()).isEmpty()) {
                found.add(new Rewrite.Drop(
                        Stream.concat(way.stream(), Stream.of(Traces.of(entry))).toList()));
            }
        }
    }

    private static boolean marked(Node node) {
        return node.spot().equals(MARK);
    }

    /// The key of an entry that is new, and those inside it down to the marker.
    private static List<String> keys(Node.Entry entry) {
        List<String> keys = new ArrayList<>(List.of(entry.key().words()));
        Node node = entry.value();
        while (!marked(node) && node instanceof Node.Mapping mapping) {
            keys.add(mapping.entries().getFirst().key().words());
            node = mapping.entries().getFirst().value();
        }
        return List.copyOf(keys);
    }

    private static Node.Mapping mapping(Node node) {
        return node instanceof Node.Mapping mapping ? mapping : new Node.Mapping(List.of(), node.spot(), false);
    }

    private static List<String> order(Optional<Kind> kind) {
        return switch (kind.orElse(new Kind.Text())) {
            case Kind.Of(String form) -> Vocabulary.form(form).names();
            case Kind.Either(List<Kind> kinds) ->
                kinds.stream()
                        .filter(Kind.Of.class::isInstance)
                        .findFirst()
                        .map(of -> order(Optional.of(of)))
                        .orElse(List.of());
            case Kind.Judged judged -> Vocabulary.judgement().names();
            default -> List.of();
        };
    }

    private static Optional<Kind> kind(Kind kind, String key) {
        return switch (kind) {
            case Kind.Of(String name) -> {
                Form form = Vocabulary.form(name);
                yield form.key(key).map(Vocabulary.Key::kind);
            }
            case Kind.MapOf map -> Optional.of(map.value());
            case Kind.Judged judged -> Vocabulary.judgement().key(key).map(Vocabulary.Key::kind);
            case Kind.Either either ->
                either.kinds().stream()
                        .map(one -> kind(one, key))
                        .flatMap(Optional::stream)
                        .findFirst();
            default -> Optional.empty();
        };
    }
}
