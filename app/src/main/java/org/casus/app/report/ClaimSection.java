package org.casus.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.app.report.Document.Section;
import org.casus.app.report.Table.Cell;
import org.casus.app.report.Table.Column;
import org.casus.app.report.Table.Row;
import org.casus.app.run.Clean;
import org.casus.app.text.Sentences;
import org.casus.app.text.Spread;
import org.casus.app.text.Verdicts;
import org.casus.scenario.Claim;
import org.casus.study.Verdict;

/// What is claimed, and what the worlds say of it.
final class ClaimSection {

    private final Case about;

    private ClaimSection(Case about) {
        this.about = about;
    }

    /// The section; empty where nothing is claimed.
    static Optional<Section> of(Case about) {
        if (about.study().verdicts().isEmpty()) {
            return Optional.empty();
        }
        var section = new ClaimSection(about);
        return Optional.of(new Section(
                "claims",
                "Claims",
                List.of(
                        new Block.Paragraph(Text.of(Verdicts.counts(about.study())
                                + " A claim holds if it is true in at least 80% of "
                                + Sentences.count(about.study().about().worlds(), "world")
                                + ", fails if in at most 20%, and depends in between, or where it comes out otherwise at "
                                + "another equilibrium of the middle world. It is assumed where it follows from what was "
                                + "written without solving anything: that is no finding.")),
                        new Block.Grid(section.table()))));
    }

    private Table table() {
        List<Row> rows = new ArrayList<>();
        List<Claim> claims = about.study().study().claims();
        for (int k = 0; k < claims.size(); k++) {
            rows.add(row(claims.get(k), about.study().verdicts().get(k)));
        }
        return new Table(
                "claims",
                "Claims and verdicts",
                List.of(
                        Column.left("Claim", "id", "says", "source", "at", "test"),
                        Column.left("Verdict", "verdict", "equilibria", "otherwise"),
                        Column.right("True in", "share"),
                        Column.left("Found", "effect", "effect_p5", "effect_p95", "found", "notes")),
                List.copyOf(rows));
    }

    private Row row(Claim claim, Verdict verdict) {
        String says = Clean.text(claim.says());
        String at = Clean.text(claim.at());
        Text name = Text.of(says);
        String source = claim.source().orElse("");
        String place = at.startsWith(source) ? at.substring(source.length()).strip() : at;
        name = source.isEmpty() ? name : name.then(" ").cite(source, place);
        String test = Clean.text(claim.text());
        String effect = Verdicts.effect(claim, verdict, about.scenario());
        String notes = sentence(String.join("; ", Verdicts.notes(verdict, about.scenario())));
        var band = verdict.effect();
        String found = effect.isEmpty() ? notes : notes.isEmpty() ? effect + "." : effect + ". " + notes;
        return Row.of(
                Cell.of(name, claim.id(), says, source, place, test),
                Cell.of(
                        Text.strong(Verdicts.word(verdict)),
                        Verdicts.word(verdict),
                        Integer.toString(verdict.equilibria()),
                        Integer.toString(verdict.otherwise())),
                Cell.number(Spread.share(verdict.share()), verdict.share()),
                Cell.of(
                        Text.marked(found),
                        number(band.median()),
                        number(band.p5()),
                        number(band.p95()),
                        effect,
                        notes));
    }

    private static String number(double value) {
        return Cell.number("", value).values().getFirst();
    }

    private static String sentence(String text) {
        return text.isEmpty()
                ? ""
                : Character.toUpperCase(text.charAt(0)) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }
}
