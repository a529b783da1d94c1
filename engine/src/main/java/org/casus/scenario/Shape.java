package org.casus.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casus.scenario.Vocabulary.Form;
import org.casus.scenario.Vocabulary.Kind;

/// Holds a file against the [Vocabulary]: unknown and missing keys, lists where texts belong, words that are none.
/// Readers after it take what has the right shape and pass over the rest, which has been complained about here.
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

    void check(Node.Mapping root) {
        form(root, Vocabulary.root(), root.spot().document().spot(0, 1), "The file");
    }

    private void form(Node.Mapping mapping, Form form, Spot owner, String name) {
        for (Node.Entry entry : mapping.entries()) {
            String word = entry.key().words();
            Optional<Vocabulary.Key> key = form.key(word);
            if (key.isPresent()) {
                value(entry.value(), key.get().kind(), entry.key(), key.get());
            } else {
                unknown(entry.key(), form);
            }
        }
        for (Vocabulary.Key key : form.keys()) {
            if (key.required() && mapping.value(key.name()).isEmpty()) {
                problems.add(
                        owner,
                        name + " has no " + Say.quoted(key.name()) + ".",
                        key.doc() + " Such as " + Say.quoted(key.name() + ": " + key.example()) + ".");
            }
        }
    }

    private void unknown(Node.Text key, Form form) {
        String word = key.words();
        String near = MEANT.getOrDefault(word, "");
        Optional<String> advice = form.names().contains(near) ? Optional.of(near) : Nearest.of(word, form.names());
        problems.add(
                key.spot(),
                Say.quoted(word) + " is no key of " + article(form.name()) + ".",
                "Its keys: " + String.join(", ", form.names()) + ".",
                advice.map(n -> "Maybe " + Say.quoted(n) + ".").orElse(""));
    }

    private void value(Node node, Kind kind, Node.Text name, Vocabulary.Key key) {
        switch (node) {
            case Node.Text text when empty(text) -> nothing(text, kind, name, key);
            case Node.Text text -> text(text, kind, name, key);
            case Node.Mapping mapping -> mapping(mapping, kind, name, key);
            case Node.Sequence sequence -> sequence(sequence, kind, name, key);
        }
    }

    static boolean empty(Node.Text text) {
        return text.value().isEmpty();
    }

    private void nothing(Node.Text text, Kind kind, Node.Text name, Vocabulary.Key key) {
        Spot spot = name.spot();
        switch (kind) {
            case Kind.Of of ->
                form(
                        new Node.Mapping(List.of(), text.spot(), false),
                        Vocabulary.form(of.form()),
                        spot,
                        Say.quoted(name.words()));
            case Kind.MapOf map when text.spot().from() == text.spot().to() -> {}
            case Kind.Either either
            when either.kinds().getFirst() instanceof Kind.Of ->
                nothing(text, either.kinds().getFirst(), name, key);
            default -> problems.add(spot, Say.quoted(name.words()) + " has no value.", such(key));
        }
    }

    private void text(Node.Text text, Kind kind, Node.Text name, Vocabulary.Key key) {
        switch (kind) {
            case Kind.Word word -> word(text, word.words(), name);
            case Kind.Flag flag -> word(text, List.of("true", "false"), name);
            case Kind.Either either -> {
                Optional<Kind> scalar =
                        either.kinds().stream().filter(Shape::scalar).findFirst();
                scalar.ifPresentOrElse(k -> text(text, k, name, key), () -> wrong(text, "a text", name, key));
            }
            case Kind.ListOf list ->
                problems.add(
                        text.spot(),
                        Say.quoted(name.words()) + " takes a list, and this is a text.",
                        such(key),
                        "Maybe " + Say.quoted(name.words() + ": [" + text.words() + "]") + ".");
            case Kind.MapOf map -> wrong(text, "a text", name, key);
            case Kind.Of of -> wrong(text, "a text", name, key);
            default -> {}
        }
    }

    private void word(Node.Text text, List<String> words, Node.Text name) {
        if (words.contains(text.value())) {
            return;
        }
        String near = switch (text.value().toLowerCase(java.util.Locale.ROOT)) {
            case "yes", "on", "true" -> "true";
            case "no", "off", "false" -> "false";
            default -> Nearest.of(text.value(), words).orElse("");
        };
        problems.add(
                text.spot(),
                Say.quoted(name.words()) + " cannot be " + Say.quoted(text.value()) + ".",
                "It is " + Say.either(words) + ".",
                words.contains(near) ? "Maybe " + Say.quoted(near) + "." : "");
    }

    private void mapping(Node.Mapping mapping, Kind kind, Node.Text name, Vocabulary.Key key) {
        switch (kind) {
            case Kind.Of of -> form(mapping, Vocabulary.form(of.form()), name.spot(), Say.quoted(name.words()));
            case Kind.MapOf map -> entries(mapping, map, key);
            case Kind.Judged judged -> form(mapping, Vocabulary.judgement(), name.spot(), Say.quoted(name.words()));
            case Kind.Either either -> {
                boolean judgement = mapping.value("range").isPresent();
                Optional<Kind> fits = either.kinds().stream()
                        .filter(k ->
                                judgement ? k instanceof Kind.Judged : k instanceof Kind.MapOf || k instanceof Kind.Of)
                        .findFirst();
                fits.ifPresentOrElse(k -> mapping(mapping, k, name, key), () -> wrong(mapping, "a mapping", name, key));
            }
            case Kind.Anything anything -> {}
            default -> wrong(mapping, "a mapping", name, key);
        }
    }

    private void entries(Node.Mapping mapping, Kind.MapOf map, Vocabulary.Key key) {
        for (Node.Entry entry : mapping.entries()) {
            if (map.shared() && Provenance.KEYS.contains(entry.key().words())) {
                value(entry.value(), new Kind.Text(), entry.key(), key);
            } else {
                value(entry.value(), map.value(), entry.key(), key);
            }
        }
    }

    private void sequence(Node.Sequence sequence, Kind kind, Node.Text name, Vocabulary.Key key) {
        switch (kind) {
            case Kind.ListOf list -> sequence.items().forEach(item -> value(item, list.item(), name, key));
            case Kind.Anything anything -> {}
            default -> wrong(sequence, "a list", name, key);
        }
    }

    private void wrong(Node node, String what, Node.Text name, Vocabulary.Key key) {
        problems.add(
                node instanceof Node.Text ? node.spot() : name.spot(),
                Say.quoted(name.words()) + " is " + what + " here.",
                such(key));
    }

    /// What the key takes, with an example; under a key of the analyst's own, the example is the one of the section.
    private static String such(Vocabulary.Key key) {
        return key.doc() + " Such as " + Say.quoted(key.name() + ": " + key.example()) + ".";
    }

    private static boolean scalar(Kind kind) {
        return switch (kind) {
            case Kind.ListOf list -> false;
            case Kind.MapOf map -> false;
            case Kind.Of of -> false;
            case Kind.Either either -> false;
            case Kind.Text k -> true;
            case Kind.Word k -> true;
            case Kind.Flag k -> true;
            case Kind.Date k -> true;
            case Kind.Span k -> true;
            case Kind.Judged k -> true;
            case Kind.Ref k -> true;
            case Kind.Name k -> true;
            case Kind.When k -> true;
            case Kind.Ending k -> true;
            case Kind.Effects k -> true;
            case Kind.AttackBy k -> true;
            case Kind.Promise k -> true;
            case Kind.Cited k -> true;
            case Kind.Path k -> true;
            case Kind.Measured k -> true;
            case Kind.Test k -> true;
            case Kind.Anything k -> true;
        };
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
