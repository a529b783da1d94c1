package org.casus.app.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.casus.app.run.Answer;
import org.casus.app.text.Columns.Side;

/// The tables of the answer's screen, an empty line after each: odds over time, further equilibria,
/// moves, scores.
final class SolveTables {

    private static final int MOVES = 8;
    /// Columns that the title of a score gets at least, and that its number takes beside it.
    private static final int TITLE = 20;
    private static final int BESIDE = 24;
    private static final String INDENT = "  ";

    private final Answer answer;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private SolveTables(Answer answer, Style style) {
        this.answer = answer;
        this.style = style;
    }

    static List<String> of(Answer answer, Style style) {
        var tables = new SolveTables(answer, style);
        tables.overTime();
        tables.equilibria();
        tables.moves();
        tables.scores();
        return tables.lines;
    }

    private void overTime() {
        var over = answer.over();
        if (over.isEmpty()) {
            return;
        }
        int most = Math.max(1, (style.width() - 27) / 8);
        // As many columns in each block, or one fewer: ten times are five and five, not six and four.
        int blocks = (over.size() + most - 1) / most;
        for (int block = 0; block < blocks; block++) {
            int from = block * over.size() / blocks;
            int to = (block + 1) * over.size() / blocks;
            overTime(over.subList(from, to), style.width() - 5 - 8 * ((over.size() + blocks - 1) / blocks));
        }
    }

    /// The odds at these times, a column each, beside titles of at most `room` columns.
    private void overTime(List<Answer.Moment> times, int room) {
        String unit = answer.about().clock().unit().word();
        int shown = times.size();
        var sides = new ArrayList<>(List.of(Side.LEFT));
        sides.addAll(Collections.nCopies(shown, Side.POINT));
        var table = new Columns("   ", sides);
        var head = new ArrayList<>(List.of("Odds in 100 after … " + unit + "s"));
        times.forEach(moment -> head.add(Sentences.number(moment.t())));
        table.row(head);
        for (int k = 0; k < answer.outcomes().size(); k++) {
            var row = new ArrayList<String>();
            row.add(INDENT + style.hue(k, String.valueOf(Letters.of(k))) + "  "
                    + Wrap.clip(answer.outcomes().get(k).title(), room));
            for (var moment : times) {
                row.add(Odds.in100(moment.outcomes()[k]));
            }
            table.row(row);
        }
        addTable(table);
    }

    private void equilibria() {
        if (answer.others().isEmpty()) {
            return;
        }
        int count = answer.others().size() + 1;
        lines.addAll(Wrap.lines(
                style.bold("Several equilibria.") + " The same file can be played in " + count
                        + " ways, each exact. The first is the one reported everywhere else.",
                style.width()));
        var sides = new ArrayList<>(List.of(Side.LEFT));
        sides.addAll(Collections.nCopies(count, Side.POINT));
        var table = new Columns("  ", sides);
        var head = new ArrayList<>(List.of("Odds in 100 at the horizon", "reported"));
        for (int k = 0; k < answer.others().size(); k++) {
            head.add("other " + (k + 1));
        }
        table.row(head);
        int room = Math.max(style.width() - 5 - 10 * count, 12);
        for (int k = 0; k < answer.outcomes().size(); k++) {
            var outcome = answer.outcomes().get(k);
            var row = new ArrayList<String>();
            row.add(INDENT + style.hue(k, String.valueOf(Letters.of(k))) + "  " + Wrap.clip(outcome.title(), room));
            row.add(Odds.in100(outcome.odds()));
            for (var other : answer.others()) {
                row.add(Odds.in100(other.odds()[k]));
            }
            table.row(row);
        }
        addTable(table);
    }

    private void moves() {
        var all = Sentences.played(answer);
        var played = all.subList(0, Math.min(MOVES, all.size()));
        if (played.isEmpty()) {
            return;
        }
        var table = new Columns("  ", List.of(Side.LEFT, Side.POINT, Side.RIGHT));
        table.row("Moves expected by then", "times", "of them at a loss");
        for (var p : played) {
            table.row(INDENT + p.move(), Sentences.times(p.expectedTimes()), Sentences.atLoss(p));
        }
        if (all.size() > MOVES) {
            table.row(INDENT + "… and " + (all.size() - MOVES) + " more: --json");
        }
        addTable(table);
    }

    private void scores() {
        if (answer.scores().isEmpty()) {
            return;
        }
        int room = Math.max(TITLE, style.width() - INDENT.length() - BESIDE);
        var table = new Columns("  ", List.of(Side.LEFT, Side.POINT, Side.LEFT));
        table.row("Scores");
        for (var score : answer.scores()) {
            table.row(
                    INDENT + Wrap.clip(score.title(), room), Sentences.score(score), Sentences.scoreUnit(score.unit()));
        }
        addTable(table);
    }

    private void addTable(Columns table) {
        var rows = table.lines();
        lines.add(style.dim(rows.getFirst()));
        lines.addAll(rows.subList(1, rows.size()));
        lines.add("");
    }
}
