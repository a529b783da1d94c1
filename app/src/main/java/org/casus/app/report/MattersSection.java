package org.casus.app.report;

import static org.casus.app.report.Case.lower;
import static org.casus.app.report.Case.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casus.app.report.Document.Section;
import org.casus.app.report.Table.Cell;
import org.casus.app.report.Table.Column;
import org.casus.app.report.Table.Row;
import org.casus.app.run.Matters;
import org.casus.app.text.MattersWords;
import org.casus.app.text.Spread;
import org.casus.scenario.Judgement;

/// Which judgements the odds turn on.
final class MattersSection {

    /// So many bars have a place in a picture.
    private static final int SHOWN = 10;

    private final Case about;
    private final Matters matters;
    private final MattersWords words;

    private MattersSection(Case about, Matters matters) {
        this.about = about;
        this.matters = matters;
        this.words = new MattersWords(matters);
    }

    /// The section; empty where nothing moves anything.
    static Optional<Section> of(Case about) {
        List<Block> blocks = new ArrayList<>();
        for (Matters matters : about.matters()) {
            if (about.matters().size() > 1) {
                blocks.add(new Block.Heading(matters.about().target().title()));
            }
            blocks.addAll(new MattersSection(about, matters).blocks());
        }
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("matters", "What matters", List.copyOf(blocks)));
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        if (matters.bars().isEmpty()) {
            return List.of(new Block.Paragraph(Text.of(words.most(about::phrase))));
        }
        blocks.add(figure());
        blocks.add(new Block.Paragraph(Text.of(String.join(" ", words.notes()))));
        if (!matters.warnings().isEmpty()) {
            blocks.add(
                    new Block.Bullets(matters.warnings().stream().map(Text::of).toList()));
        }
        return blocks;
    }

    private List<Matters.Bar> shown() {
        return matters.byReach().subList(0, Math.min(SHOWN, matters.bars().size()));
    }

    private Block figure() {
        String title = quoted(matters.about().target().title());
        var bars = shown().stream()
                .map(bar -> new Tornado.Bar(
                        about.named(bar.judgements()),
                        ground(bar),
                        bar.low(),
                        bar.high(),
                        change(bar, bar.low()),
                        change(bar, bar.high())))
                .toList();
        var picture = new Tornado(
                "What moves " + title,
                bars.stream()
                                .map(bar -> bar.name() + ": " + bar.atLow() + " at its low end, " + bar.atHigh()
                                        + " at its high end")
                                .collect(Collectors.joining("; "))
                        + ".",
                words.unit(),
                bars);
        return new Block.Figure(
                "tornado-" + matters.about().target().id(),
                Text.of("For " + title + ": " + lower(words.most(about::phrase))),
                picture,
                List.of(),
                table(),
                Text.of("A full bar has a source; a slanted hatch is a guess; an upright hatch has no source. "
                                + "Each end is solved again; ≈ stands where only the slope is known. ")
                        .then(about.grounds()));
    }

    private static Tornado.Ground ground(Matters.Bar bar) {
        if (bar.judgements().stream().anyMatch(judgement -> judgement.per().isEmpty())) {
            return Tornado.Ground.UNSOURCED;
        }
        return bar.guessed() ? Tornado.Ground.GUESSED : Tornado.Ground.SOURCED;
    }

    /// A change as people read it, `≈` where it is only the slope's.
    private String change(Matters.Bar bar, double change) {
        return (bar.resolved() ? "" : "≈ ") + words.signed(change);
    }

    /// What stands where the worlds tell a judgement from none, or do not.
    private Text untold() {
        return matters.spread().isEmpty() ? Text.EMPTY : Text.of("–");
    }

    private Table table() {
        List<Row> rows = new ArrayList<>();
        for (Matters.Bar bar : shown()) {
            Judgement first = bar.judgements().getFirst();
            var index = matters.index(bar);
            rows.add(Row.of(
                    Cell.of(Text.of(about.named(bar.judgements())), first.id()),
                    Cell.number(MattersWords.range(bar), first.low(), first.high()),
                    Cell.of(
                            bar.judgements().size() == 1 ? about.source(first) : Text.of(MattersWords.source(bar)),
                            MattersWords.source(bar)),
                    Cell.number(change(bar, bar.low()), bar.low()),
                    Cell.of(
                            Text.of(change(bar, bar.high())),
                            Double.toString(bar.high()),
                            bar.resolved() ? "re-solved" : "straight line"),
                    index.map(i -> Cell.number(Spread.share(Math.max(0, i.total())), i.first(), i.total()))
                            .orElse(Cell.of(untold(), "", "")),
                    index.map(i -> Cell.number(Spread.share(Math.max(0, i.learning())), i.learning()))
                            .orElse(Cell.of(untold(), ""))));
        }
        return new Table(
                        "matters-" + matters.about().target().id(),
                        "What moves " + quoted(matters.about().target().title()) + ", in " + words.unit(),
                        List.of(
                                Column.left("Judgement", "judgement"),
                                Column.left("Range", "low", "high"),
                                Column.left("Source", "source"),
                                Column.right("At low end", "at_low"),
                                Column.right("At high end", "at_high", "found"),
                                Column.right("Share of spread", "index_first", "index_total"),
                                Column.right("Learning it narrows by", "learning")),
                        List.copyOf(rows))
                .withoutEmpty();
    }
}
