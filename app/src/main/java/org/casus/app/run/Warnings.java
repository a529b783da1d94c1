package org.casus.app.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casus.chain.Forecast;
import org.casus.chain.Played;
import org.casus.game.Structure;
import org.casus.scenario.Dormancy;
import org.casus.scenario.Effect;
import org.casus.scenario.Lint;
import org.casus.scenario.Move;
import org.casus.scenario.Scenario;
import org.casus.scenario.Warning;
import org.jspecify.annotations.Nullable;

/// What to know before quoting an answer: what compiling and solving showed, one sentence each.
public final class Warnings {

    /// Odds less exact than this are worth a warning: half of the last digit shown.
    private static final double EXACT = 5e-4;

    /// A move made this often and mostly at a disadvantage is drift, not a decision.
    private static final double OFTEN = 0.2;

    /// How many of them are named.
    private static final int NAMED = 5;

    private Warnings() {}

    /// Everything about an answer, most important first, each kind in one sentence.
    static List<String> of(Solved solved, Forecast forecast, List<Answer.Other> others) {
        var scenario = solved.scenario();
        var warnings = new ArrayList<String>();
        if (!others.isEmpty()) {
            warnings.add("Several equilibria: quote the odds of each.");
        }
        if (solved.quick()) {
            warnings.add(
                    "By the quick way: an equilibrium as exact as it says, but nobody made sure that the long game "
                            + "leads to this one. Leave out --quick before you quote it.");
        }
        if (forecast.oddsError() > EXACT) {
            warnings.add(String.format(
                    Locale.ROOT, "The odds may be wrong by %.1g: a smaller --tolerance helps.", forecast.oddsError()));
        }
        drifting(scenario, forecast).ifPresent(warnings::add);
        undone(scenario, forecast).ifPresent(warnings::add);
        var byRule = new LinkedHashMap<String, List<Warning>>();
        for (Warning warning : of(scenario, solved.structure())) {
            byRule.computeIfAbsent(warning.id(), id -> new ArrayList<>()).add(warning);
        }
        byRule.forEach((rule, found) -> warnings.add(found.getFirst().text()
                + (found.size() > 1 ? " (And " + (found.size() - 1) + " more like it: casus check.)" : "")));
        return warnings;
    }

    /// What reading and compiling showed, in the order of the file. How much is guessed is said
    /// elsewhere; what lies beyond reach only because something is dormant is meant.
    public static List<Warning> of(Scenario scenario, Structure structure) {
        var warnings = new ArrayList<>(Lint.of(scenario));
        warnings.removeIf(warning -> warning.id().equals("guesses"));
        var findings = structure.findings();
        var dormancy = Dormancy.of(scenario);
        findings.closedMoves().stream()
                .filter(move -> !dormancy.keeps(move.when()))
                .forEach(move -> warnings.add(new Warning(
                        move.position(),
                        "never-open",
                        "The move " + move.id() + " is open in no state that can be reached.")));
        findings.idleChance().stream()
                .filter(event -> !dormancy.keeps(event.when()))
                .forEach(event -> warnings.add(new Warning(
                        event.position(),
                        "never-possible",
                        "The event " + event.id() + " is possible in no state that can be reached.")));
        findings.unreached().stream()
                .filter(level -> !dormancy.keeps(level.row(), level.level()))
                .forEach(level -> {
                    var row = scenario.rows().get(level.row());
                    warnings.add(new Warning(
                            row.position(),
                            "never-reached",
                            "The row " + row.id() + " never comes to "
                                    + row.levels().get(level.level()) + "."));
                });
        warnings.sort(Comparator.comparingInt((Warning w) -> w.position().line())
                .thenComparingInt(w -> w.position().column()));
        return warnings;
    }

    private static Optional<String> drifting(Scenario scenario, Forecast forecast) {
        var moves = forecast.played().stream()
                .filter(played -> played.times() >= OFTEN && played.atDisadvantage() > 0.5)
                .sorted(Comparator.comparingDouble(Played::times).reversed())
                .map(played -> String.format(
                        Locale.ROOT,
                        "%s (%.1f times)",
                        scenario.moves().get(played.move()).id(),
                        played.times()))
                .toList();
        if (moves.isEmpty()) {
            return Optional.empty();
        }
        int shown = Math.min(NAMED, moves.size());
        String more = moves.size() > shown ? " and " + (moves.size() - shown) + " more" : "";
        return Optional.of("Made mostly at a loss, by drift rather than by decision: "
                + String.join(", ", moves.subList(0, shown)) + more + ".");
    }

    /// Moves of one actor that take one row up and down again, both made more than once.
    private static Optional<String> undone(Scenario scenario, Forecast forecast) {
        var pairs = new ArrayList<String>();
        for (Played up : forecast.played()) {
            for (Played down : forecast.played()) {
                var first = scenario.moves().get(up.move());
                var second = scenario.moves().get(down.move());
                boolean often = up.times() > 1 && down.times() > 1 && up.actor() == down.actor();
                if (often && reverses(first, second)) {
                    pairs.add(String.format(
                            Locale.ROOT,
                            "%s (%.1f times) and %s (%.1f)",
                            first.id(),
                            up.times(),
                            second.id(),
                            down.times()));
                }
            }
        }
        return pairs.isEmpty()
                ? Optional.empty()
                : Optional.of("These undo each other; does either cost enough? " + String.join("; ", pairs) + ".");
    }

    private static boolean reverses(Move up, Move down) {
        return shift(up) instanceof Effect.Shift(int row, int by)
                && by > 0
                && shift(down) instanceof Effect.Shift(int other, int back)
                && other == row
                && back < 0;
    }

    /// The only effect of a move that has but one, whatever the board.
    private static @Nullable Effect shift(Move move) {
        var branches = move.cases().getFirst().leads().then();
        boolean simple = move.cases().size() == 1
                && branches.size() == 1
                && branches.getFirst().effects().size() == 1;
        return simple ? branches.getFirst().effects().getFirst() : null;
    }
}
