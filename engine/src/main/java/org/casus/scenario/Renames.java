package org.casus.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casus.scenario.Change.About;

/// Tells what the second file only calls otherwise: an entry of a section that is gone and one that is new are
/// the same if, the new name put for the old one, most of what they say is. So are levels of one row, at the
/// same place, where no other row has such a level.
///
/// Names are looked for section by section, what others are made of first, and each found name is put back
/// before the next section is looked at: a renamed actor takes its moves with it.
final class Renames {

    /// Of what two entries say, at least this share is said by both.
    private static final double ALIKE = 0.6;

    private static final Pattern NAME = Pattern.compile(Naming.LEVEL);
    private static final Pattern MADE = Pattern.compile("(broker-|sign-|signed-by-|)(.*?)(-offered|)");

    private static final Set<String> FOR_PEOPLE =
            Set.of("title", "question", "note", "why", "says", "untestable", "url", "kind");

    private static final List<About> ORDER = List.of(
            About.SOURCE,
            About.PLACE,
            About.ROW,
            About.ACTOR,
            About.COMMITMENT,
            About.AGREEMENT,
            About.MOVE,
            About.CHANCE,
            About.OUTCOME,
            About.POLICY,
            About.SCORE,
            About.CLAIM);

    /// A name that gave way to another.
    ///
    /// @param owner the row, of a level; else empty
    record Rename(About about, String owner, Node.Entry before, Node.Entry after) {

        String from() {
            return before.key().words();
        }

        String to() {
            return after.key().words();
        }
    }

    private final Node.Mapping a;
    private Node.Mapping b;
    private final List<Rename> renames = new ArrayList<>();

    private Renames(Node.Mapping a, Node.Mapping b) {
        this.a = a;
        this.b = b;
    }

    /// What was renamed between two trees in full.
    ///
    /// @param tree the second one under the names of the first
    record Result(List<Rename> renames, Node.Mapping tree) {}

    static Result of(Node.Mapping a, Node.Mapping b) {
        var search = new Renames(a, b);
        ORDER.forEach(search::section);
        return new Result(List.copyOf(search.renames), search.b);
    }

    private void section(About about) {
        Node.Mapping before = section(a, about);
        List<Node.Entry> gone = missing(before, section(b, about));
        for (Node.Entry entry : gone) {
            Optional<Node.Entry> best = Optional.empty();
            double most = ALIKE;
            for (Node.Entry fresh : missing(section(b, about), before)) {
                double likeness = likeness(entry, fresh);
                if (likeness >= most
                        && renamable(fresh.key().words())
                        && free(about, entry.key().words(), fresh.key().words())) {
                    best = best.isPresent() && likeness == most ? best : Optional.of(fresh);
                    most = likeness;
                }
            }
            best.ifPresent(fresh -> rename(new Rename(about, "", entry, fresh)));
        }
        if (about == About.ROW) {
            before.entries().forEach(this::levels);
        }
    }

    private static Node.Mapping section(Node.Mapping root, About about) {
        return root.value(about.section).flatMap(Trees::mapping).orElseGet(() -> Trees.empty(root));
    }

    private static List<Node.Entry> missing(Node.Mapping from, Node.Mapping in) {
        Set<String> keys = new HashSet<>(Trees.keys(in));
        return from.entries().stream()
                .filter(entry -> !keys.contains(entry.key().words()))
                .toList();
    }

    /// A name that is no word of the language, so that putting another for it spoils nothing.
    private static boolean renamable(String name) {
        return Vocabulary.forms().stream().noneMatch(form -> form.key(name).isPresent());
    }

    /// Whether no other section of the second file has something called `to`, as an actor may be called as a place
    /// is: it would be renamed as well. Where that other thing was called `from` too, it was.
    private boolean free(About here, String from, String to) {
        return ORDER.stream().filter(about -> about != here).allMatch(about -> {
            List<String> before = Trees.keys(section(a, about));
            List<String> after = Trees.keys(section(b, about));
            boolean renamed = before.contains(from) && !before.contains(to) && !after.contains(from);
            return !after.contains(to) || renamed;
        });
    }

    private void rename(Rename rename) {
        renames.add(rename);
        b = substituted(b, rename.to(), rename.from());
    }

    private void levels(Node.Entry row) {
        Optional<Node.Entry> now = section(b, About.ROW).entry(row.key().words());
        List<Node> old = levels(Optional.of(row));
        List<Node> fresh = levels(now);
        if (old.size() != fresh.size()) {
            return;
        }
        List<String> before = old.stream().map(Flow::words).toList();
        List<String> after = fresh.stream().map(Flow::words).toList();
        for (int k = 0; k < before.size(); k++) {
            String to = after.get(k);
            boolean changed = !after.contains(before.get(k)) && !before.contains(to);
            if (changed
                    && renamable(to)
                    && unique(to)
                    && old.get(k) instanceof Node.Text x
                    && fresh.get(k) instanceof Node.Text y) {
                rename(new Rename(About.ROW, row.key().words(), new Node.Entry(x, x), new Node.Entry(y, y)));
            }
        }
    }

    private static List<Node> levels(Optional<Node.Entry> row) {
        return row.map(Node.Entry::value)
                .filter(Node.Mapping.class::isInstance)
                .flatMap(node -> ((Node.Mapping) node).value("levels"))
                .filter(Node.Sequence.class::isInstance)
                .map(node -> ((Node.Sequence) node).items())
                .orElse(List.of());
    }

    /// Whether one row alone has a level of that name, and nothing else is called so.
    private boolean unique(String level) {
        long rows = section(b, About.ROW).entries().stream()
                .filter(entry ->
                        levels(Optional.of(entry)).stream().map(Flow::words).anyMatch(level::equals))
                .count();
        return rows == 1
                && ORDER.stream()
                        .noneMatch(about -> Trees.keys(section(b, about)).contains(level));
    }

    private static double likeness(Node.Entry a, Node.Entry b) {
        Map<String, String> first = new TreeMap<>();
        Map<String, String> second = new TreeMap<>();
        leaves("", a.value(), first);
        leaves("", substituted(b.value(), b.key().words(), a.key().words()), second);
        if (first.isEmpty() && second.isEmpty()) {
            return 1;
        }
        long common = first.entrySet().stream()
                .filter(entry -> entry.getValue().equals(second.get(entry.getKey())))
                .count();
        return (double) common / Math.max(first.size(), second.size());
    }

    private static void leaves(String path, Node node, Map<String, String> into) {
        if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach(entry -> leaves(path + " " + entry.key().words(), entry.value(), into));
        } else if (!Flow.words(node).isEmpty()) {
            into.put(path, Flow.words(node));
        }
    }

    /// `node` with the name `to` for `from`, wherever it stands but in texts for people.
    private static Node substituted(Node node, String from, String to) {
        return switch (node) {
            case Node.Text text -> text(text, from, to);
            case Node.Mapping mapping -> substituted(mapping, from, to);
            case Node.Sequence list ->
                new Node.Sequence(
                        list.items().stream()
                                .map(item -> substituted(item, from, to))
                                .toList(),
                        list.spot(),
                        list.edited());
        };
    }

    private static Node.Mapping substituted(Node.Mapping mapping, String from, String to) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (Node.Entry entry : mapping.entries()) {
            boolean people = FOR_PEOPLE.contains(entry.key().words());
            Node value = people ? entry.value() : substituted(entry.value(), from, to);
            Node.Text key = text(entry.key(), from, to);
            entries.putIfAbsent(key.words(), new Node.Entry(key, value));
        }
        return Trees.with(mapping, List.copyOf(entries.values()));
    }

    private static Node.Text text(Node.Text text, String from, String to) {
        String value = from.contains("/")
                ? text.value().replaceAll("(?<![a-z0-9/-])" + Pattern.quote(from) + "(?![a-z0-9/-])", to)
                : NAME.matcher(text.value())
                        .replaceAll(match -> Matcher.quoteReplacement(word(match.group(), from, to)));
        return value.equals(text.value()) ? text : new Node.Text(value, text.spot(), text.edited());
    }

    /// A word with the name in it replaced: the name itself, or the move or stage of an agreement made from it.
    private static String word(String word, String from, String to) {
        if (word.equals(from)) {
            return to;
        }
        Matcher made = MADE.matcher(word);
        return made.matches() && made.group(2).equals(from) ? made.group(1) + to + made.group(3) : word;
    }
}
