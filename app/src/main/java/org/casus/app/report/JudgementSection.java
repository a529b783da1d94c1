package org.casus.app.report;

import java.util.ArrayList;
import java.util.List;
import org.casus.app.report.Document.Section;
import org.casus.app.report.Table.Cell;
import org.casus.app.report.Table.Column;
import org.casus.app.report.Table.Row;
import org.casus.app.run.Clean;
import org.casus.app.text.NumberTitles;
import org.casus.app.text.Sentences;
import org.casus.app.text.Spelling;
import org.casus.scenario.Judgement;

/// Every number that went in, with its source, and the sources.
final class JudgementSection {

    private JudgementSection() {}

    static Section of(Case about) {
        List<Judgement> judgements = about.scenario().judgements();
        var grounds = about.study().about().grounds();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Text.of("The model has " + Sentences.count(judgements.size(), "judgement") + ": "
                + grounds.sourced() + " with a source, " + Sentences.count(grounds.guesses(), "guess", "guesses")
                + ", " + grounds.unsourced() + " without a source. A range has hard ends: what lies outside is held "
                + "to be impossible.")));
        blocks.add(new Block.Folded(
                "All " + Sentences.count(judgements.size(), "judgement"), List.of(new Block.Grid(table(about)))));
        if (!about.scenario().sources().isEmpty()) {
            blocks.add(new Block.Heading("Sources"));
            blocks.add(new Block.Sources());
        }
        return new Section("judgements", "Judgements and sources", List.copyOf(blocks));
    }

    private static Table table(Case about) {
        List<Row> rows = new ArrayList<>();
        var titles = new NumberTitles(about.scenario());
        for (Judgement judgement : about.scenario().judgements()) {
            double around = judgement.around().orElse(Double.NaN);
            String why = judgement.why().map(Clean::text).orElse("");
            rows.add(Row.of(
                    Cell.text(titles.of(judgement)),
                    Cell.of(Text.code(judgement.id()), judgement.id()),
                    Cell.number(
                            Spelling.number(judgement), judgement.low(), judgement.high(), around, judgement.middle()),
                    Cell.of(
                            why.isEmpty()
                                    ? about.source(judgement)
                                    : about.source(judgement).then(": " + why),
                            judgement.per().orElse(""),
                            Clean.text(judgement.at().orElse("")),
                            why)));
        }
        return new Table(
                "judgements",
                "Every number of the model",
                List.of(
                        Column.left("Judgement", "title"),
                        Column.left("Path", "judgement"),
                        Column.left("Value", "low", "high", "around", "middle"),
                        Column.left("Source", "source", "at", "why")),
                List.copyOf(rows));
    }
}
