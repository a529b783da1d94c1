package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.app.run.Clean;
import org.casus.app.run.StudyAnswer;
import org.casus.app.text.Columns.Side;
import org.casus.scenario.Outcome;
import org.casus.scenario.Score;
import org.casus.study.Band;
import org.casus.study.Comparison;

/// Policies side by side: for each outcome and score what it is under each, what the policy changes, and how
/// much of that is there before anybody thinks again; then who is best, and what is signed.
public final class CompareView {

    private static final String INDENT = "  ";
    private static final List<String> HEADS = List.of("change", "plans held", "re-think");

    private final StudyAnswer answer;
    private final Comparison comparison;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private CompareView(StudyAnswer answer, Style style) {
        this.answer = answer;
        this.comparison = answer.comparison().orElseThrow();
        this.style = style;
    }

    /// The whole screen, ending in a line break.
    public static String of(StudyAnswer answer, Style style) {
        var view = new CompareView(answer, style);
        view.heading();
        view.outcomes();
        view.scores();
        view.merits();
        view.deals();
        view.notes();
        return style.plain(String.join("\n", view.lines)) + "\n";
    }

    /// The same in whole sentences, one to a line.
    public static String plain(StudyAnswer answer, Style style) {
        var view = new CompareView(answer, style);
        List<Outcome> outcomes = answer.study().scenario().outcomes();
        List<Score> scores = answer.study().scenario().scores();
        for (Comparison.Side side : view.comparison.policies()) {
            for (int k = 0; k < outcomes.size(); k++) {
                int at = k;
                String odds = Spread.odds(side.outcomes().get(k)) + " in 100";
                view.sentence(
                        side,
                        Clean.text(outcomes.get(k).title()) + ": " + odds,
                        change -> Spread.points(change.outcomes().get(at)) + " points",
                        effect -> Spread.points(effect.plansHeld().get(at)),
                        effect -> Spread.points(effect.rethink().get(at)));
            }
            for (int k = 0; k < scores.size(); k++) {
                int at = k;
                view.sentence(
                        side,
                        Clean.text(scores.get(k).title()) + ": "
                                + Spread.number(side.scores().get(k)),
                        change -> Spread.change(change.scores().get(at)),
                        effect -> Spread.change(effect.scoresHeld().get(at)),
                        effect -> Spread.change(effect.scoresRethink().get(at)));
            }
            side.merits()
                    .forEach(merit -> view.lines.add("Under " + side.id() + ", by " + merit.judge() + ": best in "
                            + Spread.share(merit.bestInShare()) + " of worlds."));
        }
        view.lines.addAll(WorldsNotes.sentences(answer));
        return style.plain(String.join("\n", view.lines)) + "\n";
    }

    private void sentence(
            Comparison.Side side,
            String value,
            Cell<Comparison.Difference> change,
            Cell<Comparison.Effect> held,
            Cell<Comparison.Effect> rethink) {
        var line = new StringBuilder("Under " + side.id() + ", " + value);
        against(side.id()).ifPresent(difference -> line.append(", a change of ").append(change.of(difference)));
        side.effect()
                .ifPresent(effect -> line.append(", of which ")
                        .append(held.of(effect))
                        .append(" with plans held and ")
                        .append(rethink.of(effect))
                        .append(" from re-thinking"));
        lines.add(line.append('.').toString());
    }

    private void heading() {
        var about = answer.about();
        lines.add(style.bold(Wrap.clip(about.title(), style.width())));
        if (!about.question().isBlank()) {
            lines.addAll(Wrap.lines(about.question(), style.width()));
        }
        lines.add(style.dim(Sentences.count(comparison.policies().size(), "policy", "policies") + "   "
                + WorldsNotes.line(answer)));
        lines.add("");
        say("Odds in 100 " + "after "
                + Sentences.span(about.clock().horizon(), about.clock().unit())
                + ": the median world, and in brackets the middle 90% "
                + "of worlds. Change: against as-is in the same world. Plans held: what of it is there if "
                + "everybody goes on as planned. Re-think: the rest.");
    }

    private void outcomes() {
        List<Outcome> outcomes = answer.study().scenario().outcomes();
        for (int k = 0; k < outcomes.size(); k++) {
            int at = k;
            block(
                    Clean.text(outcomes.get(k).title()),
                    side -> Spread.odds(side.outcomes().get(at)),
                    change -> Spread.points(change.outcomes().get(at)),
                    effect -> Spread.points(effect.plansHeld().get(at)),
                    effect -> Spread.points(effect.rethink().get(at)));
        }
    }

    private void scores() {
        List<Score> scores = answer.study().scenario().scores();
        for (int k = 0; k < scores.size(); k++) {
            int at = k;
            block(
                    Clean.text(scores.get(k).title()) + ": "
                            + Clean.text(scores.get(k).text()),
                    side -> Spread.number(side.scores().get(at)),
                    change -> Spread.change(change.scores().get(at)),
                    effect -> Spread.change(effect.scoresHeld().get(at)),
                    effect -> Spread.change(effect.scoresRethink().get(at)));
        }
    }

    private interface Cell<T> {
        String of(T what);
    }

    private void block(
            String title,
            Cell<Comparison.Side> value,
            Cell<Comparison.Difference> change,
            Cell<Comparison.Effect> held,
            Cell<Comparison.Effect> rethink) {
        lines.add("");
        lines.add(style.bold(Wrap.clip(title, style.width())));
        var rows = new ArrayList<List<String>>();
        for (Comparison.Side side : comparison.policies()) {
            List<String> cells = new ArrayList<>(List.of(Wrap.clip(side.id(), 20), value.of(side)));
            against(side.id()).ifPresent(difference -> cells.add(change.of(difference)));
            side.effect().ifPresent(effect -> cells.addAll(List.of(held.of(effect), rethink.of(effect))));
            rows.add(cells);
        }
        var table = new Columns("  ", List.of(Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT));
        table.row("", "", HEADS.get(0), HEADS.get(1), HEADS.get(2));
        rows.forEach(table::row);
        int wide = table.lines().stream().mapToInt(Columns::shown).max().orElse(0);
        if (INDENT.length() + wide <= style.width()) {
            table(table);
        } else {
            tall(rows);
        }
    }

    /// Rows that are too wide for the screen: what changes stands below what is.
    private void tall(List<List<String>> rows) {
        int width = rows.stream()
                .mapToInt(row -> Columns.shown(row.getFirst()))
                .max()
                .orElse(0);
        for (List<String> row : rows) {
            String id = row.getFirst();
            lines.add(INDENT + id + " ".repeat(width - Columns.shown(id)) + INDENT + row.get(1));
            for (int k = 2; k < row.size(); k++) {
                lines.add(INDENT + " ".repeat(width) + INDENT + style.dim(HEADS.get(k - 2)) + " " + row.get(k));
            }
        }
    }

    private Optional<Comparison.Difference> against(String policy) {
        String asIs = comparison.policies().getFirst().id();
        return comparison.differences().stream()
                .filter(pair -> pair.policy().equals(policy) && pair.against().equals(asIs))
                .findFirst();
    }

    private void merits() {
        if (comparison.policies().size() < 2) {
            return;
        }
        int judges = comparison.policies().getFirst().merits().size();
        for (int k = 0; k < judges; k++) {
            int at = k;
            String judge = comparison.policies().getFirst().merits().get(k).judge();
            lines.add("");
            lines.add(style.bold(
                    judge.equals(Comparison.OUTCOME_ORDER)
                            ? "Best, if outcomes later in the file are better"
                            : "Best by " + judge + ", more being better"));
            var table = new Columns("  ", List.of(Side.LEFT, Side.RIGHT, Side.RIGHT));
            table.row("", "best in", "worst regret");
            for (Comparison.Side side : comparison.policies()) {
                var merit = side.merits().get(at);
                table.row(
                        Wrap.clip(side.id(), 20),
                        Spread.share(merit.bestInShare()),
                        Spread.number(Band.of(new double[] {merit.worstRegret()})));
            }
            table(table);
        }
    }

    private void deals() {
        for (Comparison.DealBands first : comparison.policies().getFirst().deals()) {
            lines.add("");
            lines.add(style.bold("Agreement " + first.agreement() + ": signed, and fighting again within "
                    + Sentences.span(
                            answer.about().recursWithin().orElse(0),
                            answer.about().clock().unit())));
            var table = new Columns("  ", List.of(Side.LEFT, Side.LEFT, Side.LEFT));
            table.row("", "signed", "recurs, if signed");
            for (Comparison.Side side : comparison.policies()) {
                side.deals().stream()
                        .filter(deal -> deal.agreement().equals(first.agreement()))
                        .forEach(deal -> table.row(
                                Wrap.clip(side.id(), 20), Spread.odds(deal.signed()), Spread.odds(deal.recurs())));
            }
            table(table);
        }
    }

    private void notes() {
        lines.add("");
        if (comparison.failed() > 0) {
            say(comparison.failed() + " of " + answer.about().worlds()
                    + " worlds do not count here: some policy could not be solved in them.");
        }
        WorldsNotes.sentences(answer).forEach(this::say);
    }

    private void table(Columns table) {
        var rows = table.lines();
        lines.add(style.dim(INDENT + rows.getFirst()));
        rows.stream().skip(1).forEach(row -> lines.add(INDENT + row));
    }

    private void say(String sentence) {
        lines.addAll(Wrap.lines(sentence, style.width()));
    }
}
