package org.casus.app.text;

import java.util.List;
import org.casus.app.text.Columns.Side;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;

/// Every number of a scenario: its path, its range, its middle, its source.
public final class JudgementList {

    private JudgementList() {}

    public static String of(Scenario scenario, Style style) {
        var judgements = scenario.judgements();
        var table = new Columns("  ", List.of(Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT));
        table.row("path, as --set takes it", "range", "middle", "source");
        for (Judgement judgement : judgements) {
            table.row(
                    judgement.id(),
                    Spelling.number(judgement),
                    judgement.isRange() ? Spelling.middle(judgement) : "",
                    Spelling.source(judgement));
        }
        long guesses = judgements.stream().filter(Judgement::isGuess).count();
        long unsourced = judgements.stream().filter(j -> j.per().isEmpty()).count();
        return new Sheet(style)
                .table(table)
                .text("")
                .text(Sentences.count(judgements.size(), "judgement") + ": "
                        + Sentences.count(judgements.size() - guesses - unsourced, "with a source", "with a source")
                        + ", " + Sentences.count(guesses, "guess", "guesses") + ", "
                        + Sentences.count(unsourced, "without a source", "without a source") + ".")
                .finish();
    }
}
