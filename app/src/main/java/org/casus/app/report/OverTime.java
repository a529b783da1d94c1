package org.casus.app.report;

import static org.casus.app.report.Case.quoted;

import java.util.ArrayList;
import java.util.List;
import org.casus.app.report.Document.Section;
import org.casus.app.report.Table.Cell;
import org.casus.app.report.Table.Column;
import org.casus.app.report.Table.Row;
import org.casus.app.run.Answer;
import org.casus.app.run.Prospects.Coming;
import org.casus.app.text.Odds;
import org.casus.app.text.Sentences;
import org.casus.scenario.Outcome;

/// How the odds move on the way, and what is met.
final class OverTime {

    private final Case about;
    private final List<Answer.Moment> moments;

    private OverTime(Case about) {
        this.about = about;
        this.moments = about.middle().over();
    }

    static Section of(Case about) {
        var section = new OverTime(about);
        List<Block> blocks = new ArrayList<>();
        blocks.add(section.figure());
        if (!about.middle().prospects().coming().isEmpty()) {
            blocks.add(new Block.Heading("On the way"));
            blocks.add(new Block.Grid(section.onTheWay()));
            blocks.add(new Block.Paragraph(Text.of(
                    "Ever: at some time by then. Next: the first to come after what holds today, however long that "
                            + "takes. " + section.unit()
                            + "s: expected in it by then. With every judgement at its middle.")));
        }
        return new Section("over-time", "Odds over time", List.copyOf(blocks));
    }

    private String unit() {
        String word = about.clock().unit().word();
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private Block figure() {
        double[] times = moments.stream().mapToDouble(Answer.Moment::t).toArray();
        double[][] odds = moments.stream().map(Answer.Moment::outcomes).toArray(double[][]::new);
        String finding = finding(times, odds);
        var picture = new Areas(
                "Odds of each outcome over " + about.span(),
                "Areas on top of each other, in the order of the outcomes from the top; " + finding,
                unit(),
                times,
                odds);
        List<Block.Key> key = about.scenario().outcomes().stream()
                .map(outcome -> new Block.Key(outcome.index(), about.title(outcome), ""))
                .toList();
        return new Block.Figure("areas", Text.of(finding), picture, key, table(), about.grounds());
    }

    /// What changes most between the start and the horizon, and when half of that has come.
    private String finding(double[] times, double[][] odds) {
        int last = times.length - 1;
        int most = 0;
        for (int k = 0; k < odds[0].length; k++) {
            if (Math.abs(odds[last][k] - odds[0][k]) > Math.abs(odds[last][most] - odds[0][most]) + 1e-12) {
                most = k;
            }
        }
        double change = odds[last][most] - odds[0][most];
        int half = 0;
        while (Math.abs(odds[half][most] - odds[0][most]) < Math.abs(change) / 2) {
            half++;
        }
        String name = quoted(about.title(about.scenario().outcomes().get(most)));
        if (Math.abs(change) < 0.005) {
            return "At the end no odds are as much as half a point from where they start.";
        }
        return name + (change < 0 ? " falls from " : " rises from ") + Odds.in100(odds[0][most]) + " to "
                + Odds.in100(odds[last][most]) + " in 100; half of that change has come by "
                + about.clock().unit().word() + " " + Sentences.number(times[half]) + ".";
    }

    private Table table() {
        List<Column> columns = new ArrayList<>(List.of(Column.right(unit(), "t")));
        for (Outcome outcome : about.scenario().outcomes()) {
            columns.add(Column.right(about.lettered(outcome.index()), outcome.id()));
        }
        List<Row> rows = new ArrayList<>();
        for (Answer.Moment moment : moments) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.number(Sentences.number(moment.t()), moment.t())));
            for (double odds : moment.outcomes()) {
                cells.add(Cell.number(Odds.in100(odds), odds));
            }
            rows.add(new Row(List.copyOf(cells)));
        }
        return new Table(
                "over-time",
                "Odds in 100 by " + about.clock().unit().word() + ", every judgement at its middle",
                List.copyOf(columns),
                List.copyOf(rows));
    }

    private Table onTheWay() {
        List<Row> rows = new ArrayList<>();
        for (Outcome outcome : about.scenario().outcomes()) {
            Coming coming = about.middle().prospects().coming().get(outcome.index());
            boolean start = Double.isNaN(coming.first());
            rows.add(Row.of(
                    Cell.of(Text.of(about.lettered(outcome.index())), outcome.id()),
                    Cell.number(Odds.in100(coming.ever()), coming.ever()),
                    Cell.number(start ? "holds today" : Odds.in100(coming.first()), coming.first()),
                    Cell.number(Sentences.time(coming.time()), coming.time())));
        }
        return new Table(
                "on-the-way",
                "What is met within " + about.span() + ", odds in 100",
                List.of(
                        Column.left("Outcome", "outcome"),
                        Column.right("Ever", "ever"),
                        Column.right("Next", "first"),
                        Column.right(unit() + "s", "time")),
                List.copyOf(rows));
    }
}
