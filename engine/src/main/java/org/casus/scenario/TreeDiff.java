package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casus.scenario.Change.About;
import org.casus.scenario.Change.Touch;
import org.casus.scenario.Vocabulary.Form;
import org.casus.scenario.Vocabulary.Keys;
import org.casus.scenario.Vocabulary.Kind;

/// Walks two trees of one language side by side, by its [Vocabulary], and notes where they differ in meaning.
///
/// Entries are matched by key. Their order means nothing but among outcomes, of which the first that holds
/// counts; the order of a list means nothing but among levels. What is left out and what is said to be as it
/// would be anyway are the same. Where one condition gave way to another with the same value, that is one
/// change and not two.
final class TreeDiff {

    /// What keys say if they are left out.
    private static final Map<String, String> LEFT_OUT = Map.of(
            "dormant",
            "false",
            "ordered",
            "true",
            "final",
            "false",
            "choice",
            "intentions",
            "if",
            "always",
            "else",
            "nothing",
            "severity",
            "error");

    private final Meaning mine;
    private final Meaning other;
    private final List<Found> found = new ArrayList<>();

    private TreeDiff(Meaning mine, Meaning other) {
        this.mine = mine;
        this.other = other;
    }

    /// Where `after` differs from `before`, section by section in the order of the language. Both in full, see
    /// [Trees#full], and of the same names.
    static List<Found> of(Node.Mapping before, Meaning mine, Node.Mapping after, Meaning other) {
        var diff = new TreeDiff(mine, other);
        diff.form(Vocabulary.root(), before, after, List.of());
        return List.copyOf(diff.found);
    }

    private void form(Form form, Node.Mapping a, Node.Mapping b, List<String> path) {
        for (Vocabulary.Key key : form.keys()) {
            entry(key.kind(), a, a.entry(key.name()), b, b.entry(key.name()), path);
        }
    }

    private void entry(
            Kind kind,
            Node.Mapping in,
            Optional<Node.Entry> a,
            Node.Mapping into,
            Optional<Node.Entry> b,
            List<String> path) {
        if (a.isEmpty() && b.isEmpty()) {
            return;
        }
        Node.Entry any = a.or(() -> b).orElseThrow();
        List<String> below =
                Stream.concat(path.stream(), Stream.of(any.key().words())).toList();
        boolean opened = path.isEmpty() || (a.isPresent() && b.isPresent());
        Node first = a.map(Node.Entry::value).orElse(Trees.empty(in));
        Node second = b.map(Node.Entry::value).orElse(Trees.empty(into));
        Kind one = concrete(kind, first);
        boolean alike = one.equals(concrete(kind, second));
        if (opened && alike && one instanceof Kind.Of of && container(first, second)) {
            form(Vocabulary.form(of.form()), mapping(first), mapping(second), below);
        } else if (opened && alike && one instanceof Kind.MapOf map && container(first, second)) {
            map(map, mapping(first), mapping(second), below);
        } else {
            leaf(kind, a, b, path, below, Trees.keys(into));
        }
    }

    private static boolean container(Node a, Node b) {
        return Trees.mapping(a).isPresent() && Trees.mapping(b).isPresent();
    }

    private static Node.Mapping mapping(Node node) {
        return Trees.mapping(node).orElseThrow();
    }

    /// Of several kinds the one that `node` is of.
    private static Kind concrete(Kind kind, Node node) {
        if (!(kind instanceof Kind.Either either)) {
            return kind;
        }
        boolean map = node instanceof Node.Mapping || (node instanceof Node.Text text && Shape.empty(text));
        boolean full =
                node instanceof Node.Mapping mapping && mapping.value("range").isPresent();
        Kind found = either.kinds().getFirst();
        for (Kind one : either.kinds()) {
            boolean takesMap = one instanceof Kind.MapOf || one instanceof Kind.Of;
            if (full ? one instanceof Kind.Judged : map == takesMap) {
                found = concrete(one, node);
                break;
            }
        }
        return found;
    }

    private void map(Kind.MapOf map, Node.Mapping a, Node.Mapping b, List<String> path) {
        List<Node.Entry> gone = new ArrayList<>();
        List<Node.Entry> fresh = new ArrayList<>(b.entries());
        for (Node.Entry entry : a.entries()) {
            Optional<Node.Entry> match = b.entries().stream()
                    .filter(e -> same(map.keys(), entry.key(), e.key()))
                    .findFirst();
            if (match.isEmpty()) {
                gone.add(entry);
                continue;
            }
            fresh.remove(match.get());
            boolean shared =
                    map.shared() && Provenance.KEYS.contains(entry.key().words());
            entry(shared ? new Kind.Text() : map.value(), a, Optional.of(entry), b, match, path);
        }
        List<String> order = Trees.keys(b);
        for (Node.Entry entry : gone) {
            Optional<Node.Entry> instead = fresh.stream()
                    .filter(e -> (map.keys() == Keys.CONDITIONS
                                    || map.keys() == Keys.EFFECTS
                                    || map.keys() == Keys.ROWS_OR_CONDITIONS)
                            && !Provenance.KEYS.contains(entry.key().words())
                            && Flow.words(e.value()).equals(Flow.words(entry.value())))
                    .findFirst();
            instead.ifPresent(fresh::remove);
            note(
                    Optional.of(entry),
                    instead,
                    path,
                    order,
                    true,
                    Touches.of(path, entry.key().words(), Touch.GAME));
        }
        for (Node.Entry entry : fresh) {
            note(
                    Optional.empty(),
                    Optional.of(entry),
                    path,
                    order,
                    true,
                    Touches.of(path, entry.key().words(), Touch.GAME));
        }
        if (path.equals(List.of(About.OUTCOME.section))) {
            outcomes(a, b, path);
        }
    }

    private boolean same(Keys keys, Node.Text a, Node.Text b) {
        if (a.words().equals(b.words())) {
            return true;
        }
        boolean shared = Provenance.KEYS.contains(a.words()) || Provenance.KEYS.contains(b.words());
        return switch (keys) {
            case NAMES, MOVES, ACTORS, LEVELS, PATHS -> false;
            case CONDITIONS -> !shared && mine.condition(a).equals(other.condition(b));
            case ROWS_OR_CONDITIONS ->
                !shared
                        && a.words().contains(" ")
                        && b.words().contains(" ")
                        && mine.condition(a).equals(other.condition(b));
            case EFFECTS -> !shared && mine.effects(a).equals(other.effects(b));
        };
    }

    private void outcomes(Node.Mapping a, Node.Mapping b, List<String> path) {
        List<String> before =
                Trees.keys(a).stream().filter(Trees.keys(b)::contains).toList();
        List<String> after =
                Trees.keys(b).stream().filter(Trees.keys(a)::contains).toList();
        if (!before.equals(after)) {
            var change = new Change(
                    About.OUTCOME,
                    "",
                    "outcomes",
                    Change.Kind.REORDERED,
                    false,
                    Touch.GAME,
                    Optional.of(
                            new Change.Side(String.join(", ", before), a.spot().position())),
                    Optional.of(
                            new Change.Side(String.join(", ", after), b.spot().position())));
            found.add(new Found(change, Graft.order(path, after)));
        }
    }

    private void leaf(
            Kind kind,
            Optional<Node.Entry> a,
            Optional<Node.Entry> b,
            List<String> path,
            List<String> below,
            List<String> order) {
        String key = below.getLast();
        if (a.isEmpty() || b.isEmpty()) {
            Node only = a.or(() -> b).orElseThrow().value();
            boolean nothing = Flow.words(only).equals(LEFT_OUT.get(key))
                    || Flow.words(only).isEmpty()
                    || Flow.words(only).equals("{}")
                    || Flow.words(only).equals("[]");
            if (!nothing) {
                note(a, b, path, order, judged(kind, only), Touches.of(path, key, Touch.GAME));
            }
            return;
        }
        Node first = a.get().value();
        Node second = b.get().value();
        if (Flow.words(first).equals(Flow.words(second))) {
            return;
        }
        Kind one = concrete(kind, first);
        if (one instanceof Kind.Judged && concrete(kind, second) instanceof Kind.Judged) {
            Meaning.number(Touches.words(below), first, mine, second, other)
                    .ifPresent(touch -> note(a, b, path, order, true, Touches.of(path, key, touch)));
        } else if (!same(one, concrete(kind, second), first, second)) {
            note(a, b, path, order, judged(kind, first) && judged(kind, second), Touches.of(path, key, Touch.GAME));
        }
    }

    private static boolean judged(Kind kind, Node node) {
        return concrete(kind, node) instanceof Kind.Judged;
    }

    /// Whether two values that are written differently mean the same.
    private boolean same(Kind one, Kind two, Node first, Node second) {
        if (first instanceof Node.Text a && second instanceof Node.Text b) {
            return switch (one) {
                case Kind.When when -> mine.condition(a).equals(other.condition(b));
                case Kind.Ending ending -> mine.condition(a).equals(other.condition(b));
                case Kind.Effects effects -> mine.effects(a).equals(other.effects(b));
                case Kind.Span span -> mine.clock().equals(other.clock());
                default -> false;
            };
        }
        if (one instanceof Kind.ListOf && two instanceof Kind.ListOf) {
            boolean ladder = one.equals(new Kind.ListOf(new Kind.Name()));
            return !ladder && Trees.members(first).equals(Trees.members(second));
        }
        return false;
    }

    private void note(
            Optional<Node.Entry> a,
            Optional<Node.Entry> b,
            List<String> path,
            List<String> order,
            boolean judgement,
            Touch touch) {
        Node.Entry any = a.or(() -> b).orElseThrow();
        List<String> below =
                Stream.concat(path.stream(), Stream.of(any.key().words())).toList();
        About about = below.size() == 1
                        && !below.getFirst().equals("choice")
                        && !below.getFirst().equals("together")
                ? About.SCENARIO
                : About.of(below.getFirst());
        boolean named = Vocabulary.root().key(below.getFirst()).orElseThrow().kind() instanceof Kind.MapOf;
        boolean reworded = a.isPresent()
                && b.isPresent()
                && !a.get().key().words().equals(b.get().key().words());
        boolean number = judgement && !(named && below.size() == 2);
        var change = new Change(
                about,
                named && below.size() > 1 ? below.get(1) : "",
                reworded ? Touches.words(path) : Touches.words(below),
                a.isEmpty() ? Change.Kind.ADDED : b.isEmpty() ? Change.Kind.REMOVED : Change.Kind.CHANGED,
                number,
                touch,
                a.map(entry -> side(entry, reworded)),
                b.map(entry -> side(entry, reworded)));
        found.add(new Found(change, new Graft(path, a.map(e -> e.key().words()), b, order)));
    }

    private static Change.Side side(Node.Entry entry, boolean whole) {
        return new Change.Side(
                whole ? Flow.words(entry) : Flow.words(entry.value()),
                entry.key().spot().position());
    }
}
