package org.casus.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everything in a file that has a name, and what it is. Names are unique across kinds, so that a
/// word of a path, a condition or a claim means one thing; only a place may be called as an
/// actor, a country and its soil.
final class Names {

    /// What a name belongs to, with the word messages use.
    enum Kind {
        ROW("a row", "board"),
        ACTOR("an actor", "actors"),
        PLACE("a place", "places"),
        SOURCE("a source", "sources"),
        COMMITMENT("a commitment", "commitments"),
        AGREEMENT("an agreement", "agreements"),
        TABLE("a table", ""),
        MOVE("a move", "moves"),
        CHANCE("a chance event", "chance"),
        OUTCOME("an outcome", "outcomes"),
        POLICY("a policy", "policies"),
        SCORE("a score", "scores"),
        CLAIM("a claim", "claims");

        final String word;
        /// The section that declares it; empty for tables.
        final String section;

        Kind(String word, String section) {
            this.word = word;
            this.section = section;
        }
    }

    private record Named(Kind kind, Spot spot) {}

    private final Map<String, List<Named>> named = new LinkedHashMap<>();
    private final Problems problems;

    Names(Problems problems) {
        this.problems = problems;
    }

    /// Takes down the names of a whole file.
    static Names of(Node.Mapping root, Problems problems) {
        var names = new Names(problems);
        for (Kind kind : Kind.values()) {
            if (kind.section.isEmpty()) {
                continue;
            }
            for (Item item : Item.section(root, kind.section)) {
                if (kind != Kind.MOVE) {
                    Naming.name(item.key(), problems);
                }
                names.add(item.id(), kind, item.key().spot());
            }
        }
        return names;
    }

    /// Adds a name, unless something else has it: then says so.
    boolean add(String id, Kind kind, Spot spot) {
        List<Named> before = named.computeIfAbsent(id, i -> new ArrayList<>());
        for (Named other : before) {
            if (!together(kind, other.kind())) {
                problems.add(
                        spot,
                        Say.quoted(id) + " is already " + other.kind().word + ", on line "
                                + other.spot().position().line() + ".",
                        "Names are unique across the whole file; only a place may be called as an actor.");
                return false;
            }
        }
        before.add(new Named(kind, spot));
        return true;
    }

    /// Adds the name of something that `owner` brings along; says so where the file uses it
    /// otherwise.
    void addGenerated(String id, Kind kind, String owner, Spot ownerSpot) {
        List<Named> before = named.computeIfAbsent(id, i -> new ArrayList<>());
        if (before.isEmpty()) {
            before.add(new Named(kind, ownerSpot));
            return;
        }
        problems.add(
                before.getFirst().spot(),
                Say.quoted(id) + " is the name of what " + Say.quoted(owner) + " brings along by itself.",
                "Agreements bring `BROKER/broker-ID`, `PARTY/sign-ID` and `ID-lapses`; commitments bring `ID-breaks`.",
                "Maybe another name.");
    }

    private static boolean together(Kind a, Kind b) {
        return (a == Kind.PLACE && b == Kind.ACTOR) || (a == Kind.ACTOR && b == Kind.PLACE);
    }

    boolean has(String id, Kind kind) {
        return named.getOrDefault(id, List.of()).stream().anyMatch(n -> n.kind() == kind);
    }

    boolean known(String id) {
        return named.containsKey(id);
    }

    List<String> of(Kind... kinds) {
        Set<Kind> wanted = Set.of(kinds);
        List<String> ids = new ArrayList<>();
        named.forEach((id, kindred) -> {
            if (kindred.stream().anyMatch(n -> wanted.contains(n.kind()))) {
                ids.add(id);
            }
        });
        return ids;
    }

    /// Whether `text` names one of these kinds; says so if not.
    ///
    /// @param kind as in `is no actor`
    /// @param group introduces the list of what there is
    boolean check(Spot spot, String id, String kind, String group, Kind... kinds) {
        if (Set.of(kinds).stream().anyMatch(k -> has(id, k))) {
            return true;
        }
        List<String> there = of(kinds);
        if (known(id)) {
            Kind found = named.getOrDefault(id, List.of()).getFirst().kind();
            problems.add(
                    spot,
                    Say.quoted(id) + " is " + found.word + " and no " + kind + ".",
                    there.isEmpty()
                            ? "There are no " + group + " here."
                            : Say.capital(group) + ": " + Say.list(there) + ".");
        } else if (Set.of(kinds).contains(Kind.ROW) && of(Kind.ROW).isEmpty()) {
            problems.rowless(spot, id);
        } else {
            problems.unknown(spot, id, kind, group, there);
        }
        return false;
    }

    boolean actor(Node.Text text) {
        return check(text.spot(), text.value(), "actor", "actors", Kind.ACTOR);
    }

    boolean place(Node.Text text) {
        return check(text.spot(), text.value(), "place", "places", Kind.PLACE);
    }

    /// Whether `id` names what a policy or `without` can close.
    boolean closable(Spot spot, String id) {
        return check(
                spot,
                id,
                "move, chance event, commitment or agreement",
                "what can be closed",
                Kind.MOVE,
                Kind.CHANCE,
                Kind.COMMITMENT,
                Kind.AGREEMENT);
    }
}
