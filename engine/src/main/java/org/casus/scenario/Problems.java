package org.casus.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Collects what is wrong, each thing once.
final class Problems {

    /// Ends the reading of a file with more problems than anybody reads.
    private static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super(null, null, false, false);
        }
    }

    private final List<Problem> list = new ArrayList<>();
    private final List<Problem> rowless = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean cut;
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
            throw new TooMany();
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

    /// A name that would be a row's, in a file without rows: told once for all of them, since what is
    /// missing is the board, which is told besides.
    void rowless(Spot spot, String name) {
        told++;
        String found = Say.quoted(name) + " is no row, and neither is any other name in this file.";
        if (rowless.size() < Limits.PROBLEMS && seen.add(spot.position() + found)) {
            rowless.add(new Problem(
                    spot.position(),
                    spot.line(),
                    found,
                    "There are no rows: they stand under `board`. What else names them is not told one by one.",
                    ""));
        }
    }

    /// Whether `problem` has been told already.
    boolean knows(Problem problem) {
        return seen.contains(problem.position() + problem.found());
    }

    /// Takes over a problem found in another reading of the same file.
    void take(Problem problem) {
        told++;
        if (list.size() < Limits.PROBLEMS && seen.add(problem.position() + problem.found())) {
            list.add(problem);
        }
    }

    /// What `reading` gives; empty where there were too many problems to go on.
    <T> Optional<T> guard(Supplier<Optional<T>> reading) {
        try {
            return reading.get();
        } catch (TooMany e) {
            cut = true;
            return Optional.empty();
        }
    }

    /// How often something was found wrong so far.
    int count() {
        return told;
    }

    boolean any() {
        return !list.isEmpty() || !rowless.isEmpty();
    }

    /// In the order of the file (files in the order they were first complained about).
    List<Problem> sorted() {
        List<String> files = Stream.concat(list.stream(), rowless.stream())
                .map(p -> p.position().file())
                .distinct()
                .toList();
        Comparator<Problem> byPlace = Comparator.<Problem>comparingInt(
                        p -> files.indexOf(p.position().file()))
                .thenComparingInt(p -> p.position().line())
                .thenComparingInt(p -> p.position().column());
        List<Problem> sorted = new ArrayList<>(list);
        rowless.stream().min(byPlace).ifPresent(sorted::add);
        sorted.sort(byPlace);
        if (cut) {
            Position last = sorted.getLast().position();
            sorted.add(new Problem(last, "", "So many problems, and perhaps more: reading stopped here.", "", ""));
        }
        return List.copyOf(sorted);
    }
}
