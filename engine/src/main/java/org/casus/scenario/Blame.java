package org.casus.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Tells what settings broke elsewhere in the file at the settings themselves: the file was in
/// order without them.
final class Blame {

    /// How many of the lines that one setting breaks are told in full.
    private static final int TOLD = 3;

    private final Edits edits;
    private final Function<Edits, Problems> reading;

    /// @param edits with the settings, in order
    /// @param reading what is wrong with the file under other edits
    Blame(Edits edits, Function<Edits, Problems> reading) {
        this.edits = edits;
        this.reading = reading;
    }

    /// `problems`, those that stand in the file at the first setting under which they arise.
    List<Problem> tell(List<Problem> problems) {
        if (edits.set().isEmpty()) {
            return problems;
        }
        List<Problems> upTo = new ArrayList<>();
        for (int k = 1; k < edits.set().size(); k++) {
            List<Policy.Setting> first = edits.set().subList(0, k);
            upTo.add(reading.apply(new Edits(edits.policy(), first, edits.forbid(), edits.allow())));
        }
        List<Problem> told = new ArrayList<>();
        Map<Policy.Setting, List<Problem>> broken = new LinkedHashMap<>();
        for (Problem problem : problems) {
            if (problem.position().file().equals(AppliedEdits.LABEL)) {
                told.add(problem);
            } else {
                broken.computeIfAbsent(cause(problem, upTo), s -> new ArrayList<>())
                        .add(problem);
            }
        }
        broken.forEach((setting, lines) -> told.addAll(at(setting, lines)));
        return List.copyOf(told);
    }

    private Policy.Setting cause(Problem problem, List<Problems> upTo) {
        for (int k = 0; k < upTo.size(); k++) {
            if (upTo.get(k).knows(problem)) {
                return edits.set().get(k);
            }
        }
        return edits.set().getLast();
    }

    private static List<Problem> at(Policy.Setting setting, List<Problem> broken) {
        Document shown = AppliedEdits.shown(setting);
        Spot spot = shown.spot(0, shown.text.length());
        List<Problem> told = new ArrayList<>();
        for (Problem problem : broken.subList(0, Math.min(TOLD, broken.size()))) {
            told.add(new Problem(
                    spot.position(),
                    spot.line(),
                    "With this setting, line " + problem.position().line() + " no longer works: " + problem.found(),
                    problem.legal(),
                    problem.advice()));
        }
        if (broken.size() > TOLD) {
            String lines = broken.subList(TOLD, broken.size()).stream()
                    .map(problem -> String.valueOf(problem.position().line()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            told.add(new Problem(
                    spot.position(),
                    spot.line(),
                    "With this setting, more no longer works, on lines " + lines + ".",
                    "",
                    ""));
        }
        return told;
    }
}
