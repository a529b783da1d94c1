package org.casus.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casus.scenario.Change.Kind;
import org.casus.scenario.Change.Touch;

/// Parts changes into the smallest groups found that make a scenario of the first file.
///
/// A change of the game that makes none alone takes helpers with it, changes that cannot touch the game: the
/// source that a number now cites, the policy that no longer names a move that is gone. Helpers start no group
/// and may be in several: they move no odds. Only where they do not suffice are changes of the game joined.
///
/// Cost: one question to `reads` for each change of the game; for one that needs others, one for each change
/// that speaks of what it speaks of.
final class Steps {

    private static final Pattern NAME = Pattern.compile(Naming.LEVEL);
    private static final Pattern MOVE = Pattern.compile(Naming.LEVEL + "/" + Naming.LEVEL);

    private final List<Change> changes;
    private final Predicate<List<Integer>> reads;
    private final List<Integer> game;
    private final List<Integer> others;
    private final Map<List<Integer>, Optional<List<Integer>>> known = new HashMap<>();

    private Steps(List<Change> changes, Predicate<List<Integer>> reads) {
        this.changes = changes;
        this.reads = reads;
        this.game = places(change -> change.touch() == Touch.GAME);
        this.others = places(change -> change.touch() != Touch.GAME && change.kind() != Kind.RENAMED);
    }

    private List<Integer> places(Predicate<Change> which) {
        return IntStream.range(0, changes.size())
                .filter(k -> which.test(changes.get(k)))
                .boxed()
                .toList();
    }

    /// The groups, each a list of places in `changes`: those that may touch the game first, then their helpers.
    ///
    /// @param reads whether these changes put into the first file make a scenario
    static List<List<Integer>> of(List<Change> changes, Predicate<List<Integer>> reads) {
        return new Steps(changes, reads).groups();
    }

    private List<List<Integer>> groups() {
        Map<Integer, Integer> group = new LinkedHashMap<>();
        game.forEach(change -> group.put(change, change));
        for (int change : game) {
            if (whole(List.of(change)).isEmpty()) {
                game.stream().filter(other -> linked(change, other)).forEach(other -> join(group, change, other));
            }
        }
        for (List<Integer> one : left(group)) {
            Set<Integer> around = new LinkedHashSet<>(one);
            helpers(one).forEach(around::addAll);
            game.stream()
                    .filter(other -> around.stream().anyMatch(change -> linked(change, other)))
                    .forEach(other -> join(group, one.getFirst(), other));
        }
        List<Integer> left = left(group).stream().flatMap(List::stream).toList();
        left.forEach(change -> join(group, left.getFirst(), change));
        boolean all = left(group).isEmpty();
        List<List<Integer>> groups = all ? groups(group) : List.of(game);
        return groups.stream().map(one -> whole(one).orElse(all(one, others))).toList();
    }

    private List<List<Integer>> left(Map<Integer, Integer> group) {
        return groups(group).stream().filter(one -> whole(one).isEmpty()).toList();
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

    /// `one` with the helpers it needs to make a scenario; empty if no helpers make it one.
    private Optional<List<Integer>> whole(List<Integer> one) {
        Optional<List<Integer>> before = Optional.ofNullable(known.get(one)).flatMap(found -> found);
        if (before.isPresent() || known.containsKey(one)) {
            return before;
        }
        Optional<List<Integer>> found = helped(one);
        known.put(one, found);
        return found;
    }

    private Optional<List<Integer>> helped(List<Integer> one) {
        if (reads.test(one)) {
            return Optional.of(one);
        }
        List<List<Integer>> rings = helpers(one);
        for (int helper : rings.isEmpty() ? List.<Integer>of() : rings.getFirst()) {
            if (reads.test(all(one, List.of(helper)))) {
                return Optional.of(all(one, List.of(helper)));
            }
        }
        List<Integer> helpers = new ArrayList<>();
        for (List<Integer> ring : rings) {
            helpers.addAll(ring);
            if (reads.test(all(one, helpers))) {
                return Optional.of(fewest(one, helpers));
            }
        }
        return reads.test(all(one, others)) ? Optional.of(fewest(one, others)) : Optional.empty();
    }

    /// Changes that cannot touch the game, ring by ring: those that speak of what `one` speaks of, those that
    /// speak of what these do, and so on.
    private List<List<Integer>> helpers(List<Integer> one) {
        List<List<Integer>> rings = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        List<Integer> ring = one;
        while (!ring.isEmpty()) {
            List<Integer> last = ring;
            ring = others.stream()
                    .filter(other -> !seen.contains(other))
                    .filter(other -> last.stream().anyMatch(change -> linked(change, other) || of(change, other)))
                    .toList();
            seen.addAll(ring);
            if (!ring.isEmpty()) {
                rings.add(ring);
            }
        }
        return rings;
    }

    /// As few of the helpers as make a scenario, one left out after the other.
    private List<Integer> fewest(List<Integer> one, List<Integer> helpers) {
        List<Integer> needed =
                helpers.stream().sorted(Comparator.reverseOrder()).collect(Collectors.toCollection(ArrayList::new));
        for (int helper : List.copyOf(needed)) {
            List<Integer> without =
                    needed.stream().filter(other -> other != helper).toList();
            if (reads.test(all(one, without))) {
                needed.remove(Integer.valueOf(helper));
            }
        }
        return all(one, needed.reversed());
    }

    private static List<Integer> all(List<Integer> one, List<Integer> helpers) {
        return Stream.concat(one.stream(), helpers.stream()).toList();
    }

    /// Whether one of two changes speaks of a name that the other brings or takes away.
    private boolean linked(int one, int other) {
        Change a = changes.get(one);
        Change b = changes.get(other);
        return one != other && (speaks(a, names(b)) || speaks(b, names(a)));
    }

    /// Whether the second change speaks of what the first is in.
    private boolean of(int one, int other) {
        String owner = changes.get(one).owner();
        return one != other && !owner.isEmpty() && speaks(changes.get(other), Set.of(owner));
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

    /// Every name in a text; of `north/attack` the whole and both parts.
    private static Set<String> words(String text) {
        return Stream.concat(NAME.matcher(text).results(), MOVE.matcher(text).results())
                .map(match -> match.group())
                .collect(Collectors.toSet());
    }
}
