package org.casus.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.casus.chain.Forecast;
import org.casus.chain.Played;
import org.casus.game.Findings;
import org.casus.scenario.Chance;
import org.casus.scenario.Effect;
import org.casus.scenario.Move;
import org.casus.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/// What to know before quoting an answer: what compiling and solving showed, one sentence each.
public final class Warnings {

    /// Odds less exact than this are worth a warning: half of the last digit shown.
    private static final double EXACT = 5e-4;

    /// A move made this often and mostly at a disadvantage is drift, not a decision.
    private static final double OFTEN = 0.2;

    private Warnings() {}

    static List<String> of(Solved solved, Forecast forecast, List<Answer.Other> others) {
        var warnings = new ArrayList<String>();
        if (!others.isEmpty()) {
            warnings.add("Several equilibria: quote the odds of each.");
        }
        if (forecast.oddsError() > EXACT) {
            warnings.add(String.format(
                    Locale.ROOT, "The odds may be wrong by %.1g: a smaller --tolerance helps.", forecast.oddsError()));
        }
        warnings.addAll(drifting(solved.scenario(), forecast));
        warnings.addAll(undone(solved.scenario(), forecast));
        warnings.addAll(of(solved.scenario(), solved.structure().findings()));
        return warnings;
    }

    /// What compiling showed.
    public static List<String> of(Scenario scenario, Findings findings) {
        var warnings = new ArrayList<String>();
        if (!findings.closedMoves().isEmpty()) {
            warnings.add("Never open: "
                    + findings.closedMoves().stream().map(Move::id).collect(Collectors.joining(", ")) + ".");
        }
        if (!findings.idleChance().isEmpty()) {
            warnings.add("Never possible: "
                    + findings.idleChance().stream().map(Chance::id).collect(Collectors.joining(", ")) + ".");
        }
        if (!findings.unreached().isEmpty()) {
            warnings.add("Never reached: "
                    + findings.unreached().stream()
                            .map(level -> {
                                var row = scenario.rows().get(level.row());
                                return row.id() + " " + row.levels().get(level.level());
                            })
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        return warnings;
    }

    private static List<String> drifting(Scenario scenario, Forecast forecast) {
        return forecast.played().stream()
                .filter(played -> played.times() >= OFTEN && played.atDisadvantage() > 0.5)
                .map(played -> String.format(
                        Locale.ROOT,
                        "%s is made %.1f times, %.0f%% of them at a loss: drift rather than decision.",
                        scenario.moves().get(played.move()).id(),
                        played.times(),
                        100 * played.atDisadvantage()))
                .toList();
    }

    /// Moves of one actor that take one row up and down again, both made more than once.
    private static List<String> undone(Scenario scenario, Forecast forecast) {
        var warnings = new ArrayList<String>();
        for (Played up : forecast.played()) {
            for (Played down : forecast.played()) {
                var first = scenario.moves().get(up.move());
                var second = scenario.moves().get(down.move());
                boolean often = up.times() > 1 && down.times() > 1 && up.actor() == down.actor();
                if (often && reverses(first, second)) {
                    warnings.add(String.format(
                            Locale.ROOT,
                            "%s (%.1f times) and %s (%.1f times) undo each other: does either cost enough?",
                            first.id(),
                            up.times(),
                            second.id(),
                            down.times()));
                }
            }
        }
        return warnings;
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
