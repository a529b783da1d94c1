package org.casus.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Collects what is wrong, each thing once.
final class Problems {

    private final List<Problem> list = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int dropped;
    private int told;

    /// @param found what was found, a sentence
    /// @param legal what may stand there, or empty
    /// @param advice beginning with `Maybe`, or empty
    void add(Spot spot, String found, String legal, String advice) {
        Position position = spot.position();
        told++;
        if (!seen.add(position + found)) {
            return;
        }
        if (list.size() == Limits.PROBLEMS) {
            dropped++;
            return;
        }
        list.add(new Problem(position, spot.line(), found, legal, advice));
    }

    void add(Spot spot, String found, String legal) {
        add(spot, found, legal, "");
    }

    /// A name that nothing here has.
    ///
    /// @param kind what was looked for, as in `is no actor`
    /// @param group the plural that introduces the list of names
    void unknown(Spot spot, String name, String kind, String group, Collection<String> names) {
        Optional<String> near = Nearest.of(name, names);
        add(
                spot,
                Say.quoted(name) + " is no " + kind + ".",
                names.isEmpty()
                        ? "There are no " + group + " here."
                        : Say.capital(group) + ": " + Say.list(names) + ".",
                near.map(n -> "Maybe " + Say.quoted(n) + ".").orElse(""));
    }

    /// Takes over what went wrong only under a policy. What lies at the policy's own words stays there; what lies
    /// elsewhere is told at the policy, with the line it concerns.
    void under(Item policy, Fields fields, Problems own) {
        Spot body = policy.value().spot();
        int first = body.position().line();
        int last = body.document().line(Math.max(body.from(), body.to() - 1)) + 1;
        Spot spot = fields.body()
                .entry("set")
                .filter(e -> e.value() instanceof Node.Mapping)
                .map(e -> ((Node.Mapping) e.value()).entries())
                .filter(entries -> entries.size() == 1)
                .map(entries -> entries.getFirst().key().spot())
                .orElse(policy.key().spot());
        for (Problem problem : own.list) {
            if (seen.contains(problem.position() + problem.found())) {
                continue;
            }
            int line = problem.position().line();
            if (line >= first && line <= last) {
                seen.add(problem.position() + problem.found());
                list.add(problem);
            } else {
                add(
                        spot,
                        "Under this policy, line " + line + " no longer works: " + problem.found(),
                        problem.legal(),
                        problem.advice());
            }
        }
    }

    /// How often something was found wrong so far.
    int count() {
        return told;
    }

    boolean any() {
        return !list.isEmpty();
    }

    /// In the order of the file (files in the order they were first complained about).
    List<Problem> sorted() {
        List<String> files =
                list.stream().map(p -> p.position().file()).distinct().toList();
        List<Problem> sorted = new ArrayList<>(list);
        sorted.sort(
                Comparator.<Problem>comparingInt(p -> files.indexOf(p.position().file()))
                        .thenComparingInt(p -> p.position().line())
                        .thenComparingInt(p -> p.position().column()));
        if (dropped > 0) {
            Problem last = sorted.getLast();
            sorted.add(new Problem(last.position(), "", "… and " + dropped + " more problems.", "", ""));
        }
        return List.copyOf(sorted);
    }
}
