package org.casus.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.scenario.Change.About;
import org.casus.scenario.Change.Touch;

/// Two scenario files held against each other by meaning.
///
/// Comments, the order of keys, layout and other spellings of one condition, effect or number are no
/// difference. What there is comes as a list of [Change]s, renamed things first, then section by section in
/// the order of the language; each can be put into the first file alone, or several together, so that what
/// they do can be worked out one by one.
///
/// Cost: each file is read once or twice more; putting changes in reads a file once for each question.
public final class Revision {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private final ScenarioFile before;
    private final Node.Mapping tree;
    private final Scenario renamed;
    private final List<Renames.Rename> renames;
    private final List<Found> found;

    private Revision(ScenarioFile before, ScenarioFile after) {
        this.before = before;
        tree = Trees.full(before.root());
        Node.Mapping full = Trees.full(after.root());
        Renames.Result names = Renames.of(tree, full);
        Optional<Scenario> read = after.reread(names.tree());
        renames = read.isPresent() ? names.renames() : List.of();
        Node.Mapping other = read.isPresent() ? names.tree() : full;
        renamed = read.orElse(after.scenario());
        found = TreeDiff.of(tree, new Meaning(tree, before.scenario()), other, new Meaning(other, renamed));
    }

    /// What became of `before` in `after`.
    public static Revision of(ScenarioFile before, ScenarioFile after) {
        return new Revision(before, after);
    }

    /// Every difference in meaning; empty if there is none.
    public List<Change> changes() {
        return Stream.concat(
                        renames.stream().map(Revision::change), found.stream().map(Found::change))
                .toList();
    }

    private static Change change(Renames.Rename rename) {
        return new Change(
                rename.about(),
                rename.owner().isEmpty() ? rename.from() : rename.owner(),
                rename.owner().isEmpty() ? rename.from() : rename.owner() + " levels " + rename.from(),
                Change.Kind.RENAMED,
                false,
                Touch.NAMES,
                Optional.of(new Change.Side(
                        rename.from(), rename.before().key().spot().position())),
                Optional.of(
                        new Change.Side(rename.to(), rename.after().key().spot().position())));
    }

    /// The first file's scenario.
    public Scenario before() {
        return before.scenario();
    }

    /// The second file's scenario, what was renamed under its name in the first.
    public Scenario after() {
        return renamed;
    }

    /// What the second file calls the thing that the first calls `name`.
    public String nameAfter(About about, String name) {
        return renames.stream()
                .filter(rename -> rename.about() == about
                        && rename.owner().isEmpty()
                        && rename.from().equals(name))
                .map(Renames.Rename::to)
                .findFirst()
                .orElse(name);
    }

    /// The first file's scenario with these of the [#changes] in it, by their places in the list; empty if it is no
    /// scenario without the others.
    public Optional<Scenario> with(List<Integer> changes) {
        Node.Mapping edited = tree;
        for (int change : changes) {
            if (change >= renames.size()) {
                edited = found.get(change - renames.size()).graft().into(edited);
            }
        }
        return before.reread(edited);
    }

    /// The changes that may touch the game, by their places in [#changes], in the smallest groups found that make
    /// a scenario of the first file: most stand alone; a row that is new goes with the moves that need it.
    public List<List<Integer>> steps() {
        List<Integer> game = new ArrayList<>();
        for (int k = 0; k < found.size(); k++) {
            if (found.get(k).change().touch() == Touch.GAME) {
                game.add(k + renames.size());
            }
        }
        Map<Integer, Integer> group = new LinkedHashMap<>();
        game.forEach(change -> group.put(change, change));
        Set<Integer> alone =
                game.stream().filter(c -> with(List.of(c)).isPresent()).collect(Collectors.toSet());
        for (int change : game) {
            if (!alone.contains(change)) {
                game.stream().filter(other -> linked(change, other)).forEach(other -> join(group, change, other));
            }
        }
        List<List<Integer>> groups = groups(group);
        List<Integer> left = groups.stream()
                .filter(one -> with(one).isEmpty())
                .flatMap(List::stream)
                .toList();
        left.forEach(change -> join(group, left.getFirst(), change));
        groups = groups(group);
        boolean whole = groups.stream().allMatch(one -> with(one).isPresent());
        return whole ? groups : List.of(List.copyOf(game));
    }

    private static void join(Map<Integer, Integer> group, int one, int other) {
        int from = Optional.ofNullable(group.get(one)).orElse(one);
        int into = Optional.ofNullable(group.get(other)).orElse(other);
        group.replaceAll((change, of) -> of == from ? into : of);
    }

    private static List<List<Integer>> groups(Map<Integer, Integer> group) {
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        group.forEach((change, of) ->
                groups.computeIfAbsent(of, k -> new ArrayList<>()).add(change));
        return groups.values().stream().map(List::copyOf).toList();
    }

    /// Whether one of two changes speaks of a name that the other brings or takes away.
    private boolean linked(int one, int other) {
        Change a = found.get(one - renames.size()).change();
        Change b = found.get(other - renames.size()).change();
        return one != other && (speaks(a, names(b)) || speaks(b, names(a)));
    }

    /// The names that a change brings or takes away: of what is new or gone, and of levels.
    private static Set<String> names(Change change) {
        Set<String> names = new TreeSet<>();
        if (change.path().equals(change.owner())) {
            names.add(change.owner());
        }
        if (change.path().endsWith(" levels")) {
            Set<String> old = words(change.before());
            Set<String> fresh = words(change.after());
            old.stream().filter(word -> !fresh.contains(word)).forEach(names::add);
            fresh.stream().filter(word -> !old.contains(word)).forEach(names::add);
        }
        return names;
    }

    private static boolean speaks(Change change, Set<String> names) {
        Set<String> words = new HashSet<>(words(change.before()));
        words.addAll(words(change.after()));
        words.addAll(words(change.path()));
        return names.stream()
                .anyMatch(name -> words.stream()
                        .anyMatch(
                                word -> word.equals(name) || word.endsWith("-" + name) || word.startsWith(name + "-")));
    }

    private static Set<String> words(Optional<Change.Side> side) {
        return side.map(one -> words(one.words())).orElse(Set.of());
    }

    private static Set<String> words(String text) {
        return NAME.matcher(text).results().map(match -> match.group()).collect(Collectors.toSet());
    }
}
