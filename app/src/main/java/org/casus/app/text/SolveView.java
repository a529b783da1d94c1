package org.casus.app.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.casus.app.run.Answer;
import org.casus.app.text.Columns.Side;

/// The answer on one screen: a sentence, 100 letters, odds over time, the moves, how well it is
/// solved.
public final class SolveView {

    private static final int WARNINGS = 4;
    /// Columns that a title gets before it is broken over lines, and that four numbers take
    /// beside it.
    private static final int TITLE = 20;
    private static final int BESIDE = 28;
    private static final String INDENT = "  ";

    private final Answer answer;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private SolveView(Answer answer, Style style) {
        this.answer = answer;
        this.style = style;
    }

    /// The whole screen, ending in a line break.
    public static String of(Answer answer, Style style) {
        var view = new SolveView(answer, style);
        view.heading();
        view.letters();
        view.lines.addAll(SolveTables.of(answer, style));
        view.figures();
        view.warnings();
        return style.plain(String.join("\n", view.lines)) + "\n";
    }

    private void heading() {
        var about = answer.about();
        String policy = about.policy();
        String title = Wrap.clip(about.title(), style.width() - Columns.shown(policy) - 2);
        int gap = style.width() - Columns.shown(title) - Columns.shown(policy);
        lines.add(style.bold(title) + " ".repeat(Math.max(gap, 2)) + style.dim(policy));
        if (!about.question().isBlank()) {
            lines.addAll(Wrap.lines(about.question(), style.width()));
        }
        for (String setting : Sentences.settings(answer)) {
            lines.add(style.dim(Wrap.clip(setting, style.width())));
        }
        lines.add("");
        answer.failure().ifPresent(this::notSolved);
        for (String line : Wrap.lines(Sentences.finding(answer), style.width())) {
            lines.add(style.bold(line));
        }
        lines.add("");
    }

    private void notSolved(String reason) {
        for (String line : Wrap.hanging(
                "NOT SOLVED  ", reason + " What follows is a partial result, not an answer.", style.width())) {
            lines.add(style.red(line));
        }
        lines.add("");
    }

    /// Ten by ten on the left, the legend on the right; a long legend runs on below the letters.
    private void letters() {
        var grid = grid();
        var legend = legend(style.width() - INDENT.length() - 19 - 4);
        int rows = Math.max(grid.size(), legend.size());
        String empty = " ".repeat(19);
        for (int k = 0; k < rows; k++) {
            String left = k < grid.size() ? grid.get(k) : empty;
            String right = k < legend.size() ? "    " + legend.get(k) : "";
            lines.add((INDENT + left + right).stripTrailing());
        }
        lines.add("");
    }

    private List<String> grid() {
        var outcomes = answer.outcomes();
        var shares = Letters.apportion(
                outcomes.stream().mapToDouble(Answer.Ending::odds).toArray(), 100);
        var cells = new ArrayList<Integer>();
        for (int k = 0; k < shares.length; k++) {
            cells.addAll(Collections.nCopies(shares[k], k));
        }
        var grid = new ArrayList<String>();
        for (int k = 0; k + 10 <= cells.size(); k += 10) {
            grid.add(row(cells.subList(k, k + 10)));
        }
        return grid;
    }

    /// Ten letters, those of one outcome coloured together.
    private String row(List<Integer> outcomes) {
        var runs = new ArrayList<String>();
        int from = 0;
        for (int k = 1; k <= outcomes.size(); k++) {
            if (k == outcomes.size() || !outcomes.get(k).equals(outcomes.get(from))) {
                String letter = String.valueOf(Letters.of(outcomes.get(from)));
                runs.add(style.hue(outcomes.get(from), String.join(" ", Collections.nCopies(k - from, letter))));
                from = k;
            }
        }
        return String.join(" ", runs);
    }

    /// Letters, titles, numbers: as narrow as the longest title lets them be.
    private List<String> legend(int most) {
        var outcomes = answer.outcomes();
        int longest = outcomes.stream()
                .mapToInt(outcome -> Columns.shown(titled(outcome)))
                .max()
                .orElse(0);
        boolean all = !answer.prospects().coming().isEmpty() && most >= 3 + Math.min(longest, TITLE) + 2 + BESIDE;
        var numbers = numbers(all);
        int beside = numbers.stream().mapToInt(Columns::shown).max().orElse(0);
        int room = Math.clamp(most - 3 - 2 - beside, 1, Math.max(longest, 1));
        var legend = new ArrayList<String>();
        legend.add(style.dim(" ".repeat(3 + room + 2) + numbers.getFirst()));
        for (int k = 0; k < outcomes.size(); k++) {
            var title = Wrap.lines(titled(outcomes.get(k)), room);
            for (int line = 0; line < title.size(); line++) {
                String text = title.get(line);
                boolean first = line == 0;
                String letter = first ? style.hue(k, style.bold(String.valueOf(Letters.of(k)))) : " ";
                String gap = " ".repeat(Math.max(0, room - Columns.shown(text)) + 2);
                legend.add((letter + "  " + text + (first ? gap + numbers.get(k + 1) : "")).stripTrailing());
            }
        }
        if (all) {
            legend.add("");
            for (String line : Wrap.lines(Sentences.columns(answer), most)) {
                legend.add(style.dim(line));
            }
        }
        return legend;
    }

    /// A head and a line for each outcome: at the horizon, ever by then, first to come, time
    /// spent in it.
    private List<String> numbers(boolean all) {
        var coming = answer.prospects().coming();
        var table = new Columns("  ", List.of(Side.POINT, Side.POINT, Side.POINT, Side.POINT));
        String unit = answer.about().clock().unit().word();
        table.row(all ? List.of("in 100", "ever", "next", unit + "s") : List.of("in 100"));
        for (int k = 0; k < answer.outcomes().size(); k++) {
            String odds = Odds.in100(answer.outcomes().get(k).odds());
            if (!all) {
                table.row(odds);
            } else {
                var one = coming.get(k);
                table.row(odds, Odds.in100(one.ever()), next(one.first()), Sentences.time(one.time()));
            }
        }
        return table.lines();
    }

    private static String next(double first) {
        return Double.isNaN(first) ? "-" : Odds.in100(first);
    }

    private static String titled(Answer.Ending outcome) {
        return outcome.title() + (outcome.absorbing() ? " (final)" : "");
    }

    private void figures() {
        String solved = answer.failure().isEmpty() ? "Solved in " : "Stopped after ";
        add(solved + Sentences.seconds(answer.figures().seconds()) + ": " + Sentences.size(answer) + "; "
                + Sentences.figures(answer) + ".");
        if (answer.lookedForOthers() && answer.others().isEmpty()) {
            add("A second opinion found no other equilibrium.");
        }
        add(Sentences.standing(answer));
        add(Sentences.stamp(answer));
    }

    private void add(String text) {
        for (String line : Wrap.lines(text, style.width())) {
            lines.add(style.dim(line));
        }
    }

    private void warnings() {
        var warnings = answer.warnings();
        if (warnings.isEmpty()) {
            return;
        }
        lines.add("");
        for (String warning : warnings.subList(0, Math.min(WARNINGS, warnings.size()))) {
            for (String line : Wrap.hanging("! ", warning, style.width())) {
                lines.add(style.yellow(line));
            }
        }
        if (warnings.size() > WARNINGS) {
            lines.add(style.yellow("! and " + (warnings.size() - WARNINGS) + " more, which --json and --plain list."));
        }
    }
}
