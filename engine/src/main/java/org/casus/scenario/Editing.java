package org.casus.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.casus.scenario.Vocabulary.Form;
import org.casus.scenario.Vocabulary.Keys;
import org.casus.scenario.Vocabulary.Kind;

/// Puts a new value where a path leads: `usa/restrain costs`, `azerbaijan wants line all`, `csto
/// covers`.
///
/// A path is the file's own words. The section may be left out, because names are unique; keys
/// with blanks are matched greedily, longest first. A key that the form has but the file leaves
/// out is added, and so is a level or an actor in a mapping by level or actor; conditions and
/// branches are not, lest a slip of the pen adds one. `sharpness` and its like without an owner
/// mean everybody: the default is set and every actor's own is taken away.
final class Editing {

    private static final Set<String> LOCKED = Set.of("format", "policies", "claims");
    private static final List<String> SECTIONS = Arrays.stream(Names.Kind.values())
            .map(kind -> kind.section)
            .filter(section -> !section.isEmpty() && !LOCKED.contains(section))
            .toList();

    private final Node.Text path;
    private final Node value;
    private final Problems problems;
    private int deepest = -1;
    private List<String> there = List.of();

    private Editing(Node.Text path, Node value, Problems problems) {
        this.path = path;
        this.value = value.asEdited();
        this.problems = problems;
    }

    /// The file `root` with `value` at `path`; unchanged where the path leads nowhere, which is
    /// then said.
    static Node.Mapping set(Node.Mapping root, Node.Text path, Node value, Problems problems) {
        return new Editing(path, value, problems).edit(root);
    }

    private Node.Mapping edit(Node.Mapping root) {
        List<String> words = List.of(path.words().split(" "));
        if (LOCKED.contains(words.getFirst())) {
            problems.add(
                    path.spot(),
                    "A policy cannot change " + Say.quoted(words.getFirst()) + ".",
                    "A policy changes what the file says of the world, not `format`, `policies` or `claims`.");
            return root;
        }
        for (ActorReader.Dial dial : ActorReader.Dial.values()) {
            if (dial.key.equals(path.words())) {
                return everybody(root, dial.key);
            }
        }
        for (String section : SECTIONS) {
            Optional<Node.Mapping> edited = root.value(section)
                    .filter(Node.Mapping.class::isInstance)
                    .map(Node.Mapping.class::cast)
                    .filter(mapping -> mapping.value(words.getFirst()).isPresent())
                    .flatMap(mapping -> descend(mapping, kind(Vocabulary.root(), section), words, 0)
                            .map(node -> root.with(new Node.Entry(key(section), node))));
            if (edited.isPresent()) {
                return edited.get();
            }
        }
        Optional<Node> edited = deepest < 0 ? form(root, Vocabulary.root(), words, 0) : Optional.empty();
        if (edited.isPresent() && edited.get() instanceof Node.Mapping mapping) {
            return mapping;
        }
        lost(root, words);
        return root;
    }

    private Node.Mapping everybody(Node.Mapping root, String dial) {
        Node.Mapping defaults = root.value("defaults").orElse(null) instanceof Node.Mapping mapping
                ? mapping
                : new Node.Mapping(List.of(), path.spot(), true);
        Node.Mapping edited =
                root.with(new Node.Entry(key("defaults"), defaults.with(new Node.Entry(key(dial), value))));
        Node actors = root.value("actors").orElse(defaults);
        if (actors instanceof Node.Mapping mapping && root.value("actors").isPresent()) {
            List<Node.Entry> entries = mapping.entries().stream()
                    .map(e ->
                            e.value() instanceof Node.Mapping actor ? new Node.Entry(e.key(), actor.without(dial)) : e)
                    .toList();
            edited = edited.with(
                    new Node.Entry(key("actors"), new Node.Mapping(entries, mapping.spot(), mapping.edited())));
        }
        return edited;
    }

    /// `node`, which is of this kind, with the value put where `words` from `at` on lead.
    private Optional<Node> descend(Node node, Kind kind, List<String> words, int at) {
        if (at == words.size()) {
            return Optional.of(value);
        }
        return switch (kind) {
            case Kind.Of of -> form(node, Vocabulary.form(of.form()), words, at);
            case Kind.MapOf map -> map(node, map, words, at);
            case Kind.Judged judged -> form(node, Vocabulary.judgement(), words, at);
            case Kind.Either either -> {
                Optional<Node> found = Optional.empty();
                for (Kind one : either.kinds()) {
                    boolean full = node instanceof Node.Mapping mapping
                            && mapping.value("range").isPresent();
                    if (found.isEmpty() && (full || !(one instanceof Kind.Judged))) {
                        found = descend(node, one, words, at);
                    }
                }
                yield found;
            }
            default -> Optional.empty();
        };
    }

    private Optional<Node> form(Node node, Form form, List<String> words, int at) {
        Optional<Node.Mapping> mapping = mapping(node);
        if (mapping.isEmpty()) {
            missed(at, List.of());
            return Optional.empty();
        }
        missed(at, form.names());
        for (int to = words.size(); to > at; to--) {
            String key = String.join(" ", words.subList(at, to));
            Optional<Node> inner = mapping.get().value(key);
            if (form.key(key).isEmpty() || (inner.isEmpty() && to < words.size()) || LOCKED.contains(key)) {
                continue;
            }
            Optional<Node> edited =
                    inner.isEmpty() ? Optional.of(value) : descend(inner.get(), kind(form, key), words, to);
            if (edited.isPresent()) {
                return Optional.of(mapping.get().with(new Node.Entry(key(key), edited.get())));
            }
        }
        return Optional.empty();
    }

    private Optional<Node> map(Node node, Kind.MapOf map, List<String> words, int at) {
        Optional<Node.Mapping> mapping = mapping(node);
        if (mapping.isEmpty()) {
            missed(at, List.of());
            return Optional.empty();
        }
        missed(at, mapping.get().entries().stream().map(e -> e.key().words()).toList());
        for (int to = words.size(); to > at; to--) {
            String key = String.join(" ", words.subList(at, to));
            Optional<Node> inner = mapping.get().value(key);
            Optional<Node> edited = inner.isEmpty() ? Optional.empty() : descend(inner.get(), map.value(), words, to);
            if (edited.isPresent()) {
                return Optional.of(mapping.get().with(new Node.Entry(key(key), edited.get())));
            }
        }
        boolean addable = map.keys() == Keys.LEVELS || map.keys() == Keys.ACTORS;
        if (addable && at == words.size() - 1) {
            return Optional.of(mapping.get().with(new Node.Entry(key(words.getLast()), value)));
        }
        return Optional.empty();
    }

    /// A key left empty, as in `armenia:`, is a mapping without entries.
    private static Optional<Node.Mapping> mapping(Node node) {
        return switch (node) {
            case Node.Mapping mapping -> Optional.of(mapping);
            case Node.Text text
            when Shape.empty(text) -> Optional.of(new Node.Mapping(List.of(), text.spot(), text.edited()));
            default -> Optional.empty();
        };
    }

    private void missed(int at, List<String> keys) {
        if (at > deepest) {
            deepest = at;
            there = keys;
        }
    }

    private Node.Text key(String key) {
        return new Node.Text(key, path.spot(), true);
    }

    private static Kind kind(Form form, String key) {
        return form.key(key).orElseThrow().kind();
    }

    private void lost(Node.Mapping root, List<String> words) {
        List<String> paths = paths(root);
        String legal;
        if (deepest <= 0) {
            there = paths.stream().map(p -> p.split(" ")[0]).distinct().toList();
            legal = "A path begins with a name of this file, or with `defaults` or `clock`.";
        } else {
            String owner = String.join(" ", words.subList(0, deepest));
            legal = there.isEmpty()
                    ? Say.quoted(owner) + " is one value: it is set whole."
                    : "Under " + Say.quoted(owner) + " there is: " + Say.list(there) + ".";
        }
        problems.add(
                path.spot(),
                Say.quoted(path.words()) + " leads nowhere.",
                legal,
                nearest(words, paths).map(n -> "Maybe " + Say.quoted(n) + ".").orElse(""));
    }

    /// The path that was probably meant; where none is near as a whole and not even its first
    /// word is known, the name nearest to that.
    private Optional<String> nearest(List<String> words, List<String> paths) {
        return Nearest.of(path.words(), paths)
                .or(() -> deepest > 0 ? Optional.empty() : Nearest.of(words.getFirst(), there));
    }

    /// Every path of the file that could be set, sections left out; keys not there yet come last.
    private static List<String> paths(Node.Mapping root) {
        List<String> paths = new ArrayList<>();
        for (Node.Entry entry : root.entries()) {
            String key = entry.key().words();
            if (!LOCKED.contains(key)) {
                below(SECTIONS.contains(key) ? "" : key, entry.value()).forEach(paths::add);
            }
        }
        for (String section : SECTIONS) {
            List<String> keys = keys(kind(Vocabulary.root(), section));
            Item.section(root, section).forEach(item -> keys.forEach(key -> paths.add(item.id() + " " + key)));
        }
        return paths;
    }

    /// The keys of what a section holds.
    private static List<String> keys(Kind kind) {
        return switch (kind) {
            case Kind.Of(String form) -> Vocabulary.form(form).names();
            case Kind.MapOf(Keys keys, Kind value, boolean shared) -> keys(value);
            case Kind.Either(List<Kind> kinds) -> keys(kinds.getLast());
            default -> List.of();
        };
    }

    private static Stream<String> below(String prefix, Node node) {
        Stream<String> self = prefix.isEmpty() ? Stream.empty() : Stream.of(prefix);
        if (!(node instanceof Node.Mapping mapping)) {
            return self;
        }
        String start = prefix.isEmpty() ? "" : prefix + " ";
        return Stream.concat(
                self,
                mapping.entries().stream().flatMap(e -> below(start + e.key().words(), e.value())));
    }
}
