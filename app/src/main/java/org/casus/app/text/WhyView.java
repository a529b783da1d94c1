package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import org.casus.app.run.Account;
import org.casus.app.run.Clean;
import org.casus.app.text.Columns.Side;
import org.casus.story.Storyline;

/// How an outcome comes about, in two parts: the stories, which are soon there, and the reasons.
public final class WhyView {

    private static final int WIDEST = 100;
    private static final int SHOWN = 5;

    private final Account account;
    private final WhyWords words;
    private final Style style;
    private final boolean plain;
    private final Sheet sheet;

    private WhyView(Account account, Style style, boolean plain) {
        this.account = account;
        this.style = style;
        this.plain = plain;
        words = new WhyWords(account);
        sheet = new Sheet(style);
    }

    /// The odds, the lanes, the storylines, ending in a line break; the odds alone where a board is asked about
    /// and no outcome.
    ///
    /// @param plain whether to say what is drawn else
    public static String how(Account account, Style style, boolean plain) {
        var view = new WhyView(account, style, plain);
        view.heading();
        if (account.about().board().isEmpty() || !account.about().likeliest()) {
            view.lanes();
            view.storylines();
        }
        return view.sheet.finish();
    }

    /// The decisions, the errors, what makes it repeatable, ending in a line break.
    public static String why(Account account, Style style, boolean plain) {
        var view = new WhyView(account, style, plain);
        if (account.about().board().isPresent()) {
            view.cards();
            view.pivots();
        } else {
            view.pivots();
            view.cards();
        }
        view.errors();
        view.notes();
        return "\n" + view.sheet.finish();
    }

    private void heading() {
        var scenario = account.about().scenario();
        sheet.heading(scenario.title() + ", " + scenario.policy());
        account.about().settings().forEach(one -> sheet.text("set " + one));
        sheet.text("");
        words.finding().forEach(sheet::text);
    }

    private void lanes() {
        var rows = words.lanes();
        if (rows.isEmpty() || account.lanes().isEmpty()) {
            return;
        }
        var lanes = account.lanes().get();
        sheet.heading("The board in the commonest storyline");
        if (plain) {
            for (var row : rows) {
                sheet.text(words.lane(row, lanes) + ".");
            }
            return;
        }
        String unit = account.about().scenario().clock().unit().word();
        sheet.drawing(LaneChart.of(rows, lanes, unit, Math.min(style.width(), WIDEST), style));
        sheet.text(
                "The commonest level at each time: = that of two in three of these runs or more, - of fewer. What passes quickly does not show.");
    }

    private void storylines() {
        var lines = account.stories().lines();
        if (lines.isEmpty()) {
            return;
        }
        sheet.heading("Storylines");
        for (int k = 0; k < lines.size(); k++) {
            storyline(k, lines.get(k));
        }
        double other = account.stories().other();
        if (other > 0.0005) {
            sheet.text("Other ways: " + WhyWords.percent(other) + ".");
        }
        sheet.text(
                "Between steps the odds of the end fall back again: how many times as likely they make it does not multiply.");
        sheet.text("From " + words.runs());
    }

    private void storyline(int k, Storyline line) {
        sheet.item((k + 1) + ". " + words.share(line), "");
        if (line.steps().isEmpty()) {
            sheet.under("Nothing decisive changes for good.");
        }
        line.steps().forEach(step -> sheet.under(words.step(step)));
        if (!line.detours().isEmpty()) {
            sheet.under(words.detours(line));
        }
    }

    private void pivots() {
        if (account.pivots().isEmpty()) {
            return;
        }
        sheet.heading("Whose choices matter most");
        account.pivots().stream()
                .limit(SHOWN)
                .forEach(pivot -> sheet.item(words.pivotTitle(pivot), words.pivotSays(pivot)));
    }

    private void cards() {
        if (account.cards().isEmpty()) {
            return;
        }
        boolean board = account.about().board().isPresent();
        var cards = new CardWords(account);
        sheet.heading(
                board
                        ? "Decisions where "
                                + words.when(account.about().board().get()).replace("always", "the crisis starts")
                        : cards.heading());
        for (var card : account.cards()) {
            sheet.item(cards.title(card), "");
            if (!board) {
                sheet.under(cards.where(card));
            }
            sheet.under(cards.odds(card) + " " + cards.worth(card));
            String flips = cards.flips(card);
            if (!flips.isEmpty()) {
                sheet.under(flips);
            }
            if (board) {
                table(
                        "     ",
                        List.of(Side.LEFT, Side.POINT, Side.POINT, Side.POINT),
                        List.of("option", "of 100", "over waiting", "short of best"),
                        card.decision().options().stream()
                                .map(option -> cards.row(card, option))
                                .toList());
            }
        }
    }

    private void errors() {
        if (account.errors().isEmpty() || account.stories().odds() <= 0) {
            return;
        }
        var errors = new ErrorWords(account);
        sheet.heading("Error and intention");
        errors.sentences().forEach(sheet::text);
        sheet.text(
                "What its own errors cost each actor in points; its moves a run, the share of them that were worth less than waiting, and its clear errors a run:");
        table(
                "  ",
                List.of(Side.LEFT, Side.POINT, Side.POINT, Side.RIGHT, Side.POINT),
                List.of("by its own lights", "errors cost", "moves", "at a loss", "clear errors"),
                errors.conduct());
        var undone = errors.undoings();
        if (!undone.isEmpty()) {
            sheet.heading("Moves that undo each other: may the scenario let someone dither?");
            undone.forEach(sentence -> sheet.item(sentence, ""));
        }
    }

    /// A table, or the same in sentences where there is no drawing or no room.
    private void table(String indent, List<Side> sides, List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var table = new Columns("  ", sides);
        table.row(indented(indent, head));
        rows.forEach(row -> table.row(indented(indent, row)));
        boolean wide = table.lines().stream().anyMatch(line -> Columns.shown(line) > style.width());
        if (!plain && !wide) {
            sheet.table(table);
            return;
        }
        for (List<String> row : rows) {
            var said = new ArrayList<String>();
            for (int k = 1; k < row.size(); k++) {
                if (!row.get(k).isEmpty()) {
                    said.add(head.get(k) + " " + row.get(k));
                }
            }
            sheet.under(row.getFirst() + ": " + String.join(", ", said) + ".");
        }
    }

    private static List<String> indented(String indent, List<String> row) {
        var indented = new ArrayList<>(row);
        indented.set(0, indent + row.getFirst());
        return indented;
    }

    private void notes() {
        var about = account.about();
        var scenario = about.scenario();
        sheet.text("");
        sheet.text("casus " + about.version() + " · " + scenario.name() + " "
                + scenario.hash().substring(0, Math.min(12, scenario.hash().length())) + " · " + scenario.policy()
                + " · " + Clean.text(about.outcome().id()) + " · seed " + about.seed());
    }
}
