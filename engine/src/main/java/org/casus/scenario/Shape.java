package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.casus.scenario.Vocabulary.Form;
import org.casus.scenario.Vocabulary.Kind;

/// Holds a file against the [Vocabulary]: unknown and missing keys, lists where texts belong, words
/// that are none.
///
/// What comes back is the file with misspelled keys taken for what they were meant to be, so that one
/// slip does not
/// draw a tail of others. Readers after it take what has the right shape and pass over the rest, which
/// has been
/// complained about here.
final class Shape {

    /// Keys people write for ours.
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("when", "if"),
            Map.entry("condition", "if"),
            Map.entry("effect", "then"),
            Map.entry("effects", "then"),
            Map.entry("leads", "then"),
            Map.entry("probability", "odds"),
            Map.entry("chance", "odds"),
            Map.entry("price", "costs"),
            Map.entry("name", "title"),
            Map.entry("description", "note"),
            Map.entry("comment", "note"),
            Map.entry("initial", "start"),
            Map.entry("values", "wants"),
            Map.entry("payoffs", "wants"),
            Map.entry("otherwise", "else"),
            Map.entry("members", "between"),
            Map.entry("parties", "between"),
            Map.entry("absorbing", "final"),
            Map.entry("events", "chance"),
            Map.entry("rows", "board"),
            Map.entry("players", "actors"),
            Map.entry("treaties", "commitments"),
            Map.entry("because", "why"),
            Map.entry("value", "range"),
            Map.entry("source", "per"));

    private final Problems problems;

    Shape(Problems problems) {
        this.problems = problems;
    }

    Node.Mapping check(Node.Mapping root) {
        return check(root, Vocabulary.root());
    }

    /// The same of a mapping of any form.
    Node.Mapping check(Node.Mapping mapping, Form form) {
        return form(mapping, form, mapping.spot().document().spot(0, 1), "The file");
    }

    private Node.Mapping form(Node.Mapping mapping, Form form, Spot owner, String name) {
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            Optional<Vocabulary.Key> stated = form.key(entry.key().words());
            Optional<Vocabulary.Key> key = stated.or(() -> unknown(entry.key(), mapping, form));
            Node.Text word = stated.isPresent() || key.isEmpty()
                    ? entry.key()
                    : new Node.Text(
                            key.get().name(), entry.key().spot(), entry.key().edited());
            entries.add(new Node.Entry(
                    word,
                    key.map(k -> value(entry.value(), k.kind(), entry.key(), k)).orElse(entry.value())));
        }
        var meant = new Node.Mapping(List.copyOf(entries), mapping.spot(), mapping.edited());
        for (Vocabulary.Key key : form.keys()) {
            if (key.required() && meant.value(key.name()).isEmpty()) {
                problems.add(owner, name + " has no " + Say.quoted(key.name()) + ".", such(key));
            }
        }
        return meant;
    }

    /// Complains about a key; gives the one it was probably meant to be, if that is not there besides.
    private Optional<Vocabulary.Key> unknown(Node.Text key, Node.Mapping mapping, Form form) {
        String word = key.words();
        String near = MEANT.getOrDefault(word, "");
        Optional<String> advice = form.names().contains(near) ? Optional.of(near) : Nearest.of(word, form.names());
        problems.add(
                key.spot(),
                Say.quoted(word) + " is no key of " + article(form.name()) + ".",
                "Its keys: " + String.join(", ", form.names()) + ".",
                advice.map(n -> "Maybe " + Say.quoted(n) + ".").orElse(""));
        return advice.filter(n -> mapping.value(n).isEmpty()).flatMap(form::key);
    }

    private Node value(Node node, Kind kind, Node.Text name, Vocabulary.Key key) {
        return switch (node) {
            case Node.Text text when empty(text) -> nothing(text, kind, name, key);
            case Node.Text text -> text(text, kind, name, key);
            case Node.Mapping mapping -> mapping(mapping, kind, name, key);
            case Node.Sequence sequence -> sequence(sequence, kind, name, key);
        };
    }

    static boolean empty(Node.Text text) {
        return text.value().isEmpty();
    }

    /// A key without a value stands for an empty mapping where a mapping belongs.
    private Node nothing(Node.Text text, Kind kind, Node.Text name, Vocabulary.Key key) {
        var empty = new Node.Mapping(List.of(), text.spot(), text.edited());
        return switch (kind) {
            case Kind.Of(String form) -> form(empty, Vocabulary.form(form), name.spot(), Say.quoted(name.words()));
            case Kind.MapOf map -> empty;
            case Kind.Either either when either.kinds().getLast() instanceof Kind.MapOf -> empty;
            default -> {
                problems.add(name.spot(), Say.quoted(name.words()) + " has no value.", such(key));
                yield text;
            }
        };
    }

    private Node text(Node.Text text, Kind kind, Node.Text name, Vocabulary.Key key) {
        switch (kind) {
            case Kind.Word(List<String> words) -> word(text, words, name);
            case Kind.Flag flag -> word(text, List.of("true", "false"), name);
            case Kind.Either(List<Kind> kinds) -> {
                Optional<Kind> scalar = kinds.stream().filter(Shape::scalar).findFirst();
                scalar.ifPresentOrElse(k -> text(text, k, name, key), () -> wrong(text, kind, name, key));
            }
            case Kind.ListOf list ->
                problems.add(
                        text.spot(),
                        Say.quoted(name.words()) + " takes a list, and this is a text.",
                        such(key),
                        "Maybe " + Say.quoted(name.words() + ": [" + text.words() + "]") + ".");
            case Kind.MapOf map -> wrong(text, kind, name, key);
            case Kind.Of of -> wrong(text, kind, name, key);
            default -> {}
        }
        return text;
    }

    private void word(Node.Text text, List<String> words, Node.Text name) {
        if (words.contains(text.value())) {
            return;
        }
        String near = switch (text.value().toLowerCase(Locale.ROOT)) {
            case "yes", "on", "true" -> "true";
            case "no", "off", "false" -> "false";
            default -> Nearest.of(text.value(), words).orElse("");
        };
        if (name.words().equals("format") && text.value().matches("casus/[0-9]{1,9}")) {
            problems.add(
                    text.spot(),
                    "This file is written in " + Say.quoted(text.value()) + ", and this Casus reads "
                            + Say.either(words) + ".",
                    "",
                    "Maybe a newer Casus reads it.");
            return;
        }
        problems.add(
                text.spot(),
                Say.quoted(name.words()) + " cannot be " + Say.quoted(text.value()) + ".",
                "It is " + Say.either(words) + ".",
                words.contains(near) ? "Maybe " + Say.quoted(near) + "." : "");
    }

    private Node mapping(Node.Mapping mapping, Kind kind, Node.Text name, Vocabulary.Key key) {
        return switch (kind) {
            case Kind.Of(String form) -> form(mapping, Vocabulary.form(form), name.spot(), Say.quoted(name.words()));
            case Kind.MapOf map -> entries(mapping, map, key);
            case Kind.Judged judged -> form(mapping, Vocabulary.judgement(), name.spot(), Say.quoted(name.words()));
            case Kind.Either(List<Kind> kinds) -> {
                boolean full = mapping.value("range").isPresent();
                Optional<Kind> fits = kinds.stream()
                        .filter(k -> full ? k instanceof Kind.Judged : k instanceof Kind.MapOf || k instanceof Kind.Of)
                        .findFirst();
                yield fits.map(k -> mapping(mapping, k, name, key)).orElseGet(() -> wrong(mapping, kind, name, key));
            }
            case Kind.Anything anything -> mapping;
            default -> wrong(mapping, kind, name, key);
        };
    }

    private Node.Mapping entries(Node.Mapping mapping, Kind.MapOf map, Vocabulary.Key key) {
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            boolean shared =
                    map.shared() && Provenance.KEYS.contains(entry.key().words());
            Kind kind = shared ? new Kind.Text() : map.value();
            entries.add(new Node.Entry(entry.key(), value(entry.value(), kind, entry.key(), key)));
        }
        return new Node.Mapping(List.copyOf(entries), mapping.spot(), mapping.edited());
    }

    private Node sequence(Node.Sequence sequence, Kind kind, Node.Text name, Vocabulary.Key key) {
        return switch (kind) {
            case Kind.ListOf(Kind item) -> {
                sequence.items().forEach(node -> value(node, item, name, key));
                yield sequence;
            }
            case Kind.Either(List<Kind> kinds) ->
                kinds.stream()
                        .filter(Kind.ListOf.class::isInstance)
                        .findFirst()
                        .map(list -> sequence(sequence, list, name, key))
                        .orElseGet(() -> wrong(sequence, kind, name, key));
            case Kind.Anything anything -> sequence;
            default -> wrong(sequence, kind, name, key);
        };
    }

    private Node wrong(Node node, Kind kind, Node.Text name, Vocabulary.Key key) {
        String is = switch (node) {
            case Node.Text text -> "a text";
            case Node.Mapping mapping -> "a mapping";
            case Node.Sequence sequence -> "a list";
        };
        problems.add(
                node instanceof Node.Text ? node.spot() : name.spot(),
                Say.quoted(name.words()) + " takes " + takes(kind) + ", and this is " + is + ".",
                such(key));
        return node;
    }

    private static String takes(Kind kind) {
        return switch (kind) {
            case Kind.ListOf list -> "a list";
            case Kind.MapOf map -> "a mapping";
            case Kind.Of of -> "a mapping";
            case Kind.Judged judged -> "a number";
            case Kind.Either(List<Kind> kinds) ->
                String.join(" or ", kinds.stream().map(Shape::takes).toList());
            default -> "a text";
        };
    }

    /// What the key takes, with an example; under a key of the analyst's own, the example is the one
    /// of the section.
    private static String such(Vocabulary.Key key) {
        return key.doc() + " Such as `" + key.name() + ": " + key.example() + "`.";
    }

    private static boolean scalar(Kind kind) {
        return !(kind instanceof Kind.ListOf
                || kind instanceof Kind.MapOf
                || kind instanceof Kind.Of
                || kind instanceof Kind.Either);
    }

    private static String article(String form) {
        return switch (form) {
            case "scenario" -> "the file";
            case "clock", "defaults" -> "`" + form + "`";
            case "actor", "agreement", "event", "outcome" -> "an " + form;
            default -> "a " + form;
        };
    }
}
