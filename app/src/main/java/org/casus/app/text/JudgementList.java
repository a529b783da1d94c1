package org.casus.app.text;

import java.util.List;
import java.util.Optional;
import org.casus.app.text.Columns.Side;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;

/// Every number of a scenario: its path, its range, its middle, its source.
public final class JudgementList {

    private JudgementList() {}

    /// @param wide whether a line may be longer than the terminal: files and `grep` want one for each
    /// number
    public static String of(Scenario scenario, boolean wide, Style style) {
        var judgements = scenario.judgements();
        var sheet = new Sheet(style);
        var table = new Columns("  ", List.of(Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT));
        table.row("path, as --set takes it", "range", "middle", "source");
        judgements.forEach(judgement ->
                table.row(judgement.id(), Spelling.number(judgement), middle(judgement), Spelling.source(judgement)));
        boolean fits = wide || table.lines().stream().allMatch(line -> Columns.shown(line) <= style.width());
        if (fits) {
            sheet.table(table);
        } else {
            judgements.forEach(judgement -> sheet.item(judgement.id(), onOneLine(judgement)));
        }
        long guesses = judgements.stream().filter(Judgement::isGuess).count();
        long unsourced = judgements.stream().filter(j -> j.per().isEmpty()).count();
        long sourced = judgements.size() - guesses - unsourced;
        sheet.text("")
                .text(Sentences.count(judgements.size(), "judgement") + ": " + sourced + " with a source, "
                        + Sentences.count(guesses, "guess", "guesses") + ", " + unsourced + " without a source.");
        perActor(scenario).ifPresent(sheet::text);
        return sheet.finish();
    }

    /// What a reader of the list alone would miss: a default has one path here, and one for each actor.
    private static Optional<String> perActor(Scenario scenario) {
        return scenario.judgements().stream()
                .map(Judgement::id)
                .filter(id -> id.startsWith("defaults "))
                .findFirst()
                .map(id -> "A default may be set for one actor alone, as `"
                        + scenario.actors().getFirst().id() + id.substring("defaults".length()) + "`.");
    }

    private static String middle(Judgement judgement) {
        return judgement.isRange() ? Spelling.middle(judgement) : "";
    }

    private static String onOneLine(Judgement judgement) {
        String middle = middle(judgement);
        return Spelling.number(judgement) + (middle.isEmpty() ? "" : ", middle " + middle) + "; "
                + Spelling.source(judgement);
    }
}
