package org.casus.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.casus.app.report.Document.Section;
import org.casus.app.report.ResponseSurface.Ends;
import org.casus.app.report.Table.Cell;
import org.casus.app.report.Table.Column;
import org.casus.app.report.Table.Row;
import org.casus.app.run.Answer;
import org.casus.app.run.Matters;
import org.casus.app.text.MattersWords;
import org.casus.app.text.Odds;
import org.casus.scenario.Judgement;
import org.casus.scenario.Outcome;

/// The judgements that move the main outcome most, to be tried by hand.
final class TrialSection {

    /// So many can be taken in at once.
    private static final int MOST = 6;

    /// What moves no outcome by half a point moves no dot, and would be taken for broken.
    private static final double HALF_POINT = 0.005;

    private final Case about;
    private final Matters matters;
    private final List<Matters.Bar> bars;
    private final double[] middle;

    private TrialSection(Case about, Matters matters) {
        this.about = about;
        this.matters = matters;
        this.middle = about.middle().outcomes().stream()
                .mapToDouble(Answer.Ending::odds)
                .toArray();
        this.bars = matters.byReach().stream()
                .filter(this::solved)
                .filter(this::moves)
                .limit(MOST)
                .toList();
    }

    /// The section; empty where nothing that was solved at both ends moves anything.
    static Optional<Section> of(Case about) {
        if (about.matters().isEmpty() || about.scenario().outcomes().size() < 2) {
            return Optional.empty();
        }
        var trial = new TrialSection(about, about.matters().getFirst());
        return trial.bars.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section("try", "Try an assumption", trial.blocks()));
    }

    private boolean solved(Matters.Bar bar) {
        return bar.exact()
                .filter(ends -> ends.oddsLow().length == middle.length && ends.oddsHigh().length == middle.length)
                .isPresent();
    }

    private boolean moves(Matters.Bar bar) {
        var ends = bar.exact().orElseThrow();
        return IntStream.range(0, middle.length)
                .anyMatch(k -> Math.abs(ends.oddsLow()[k] - middle[k]) >= HALF_POINT
                        || Math.abs(ends.oddsHigh()[k] - middle[k]) >= HALF_POINT);
    }

    private List<Block> blocks() {
        List<Outcome> outcomes = about.scenario().outcomes();
        int main = matters.about().target().sides().getFirst().outcome();
        var surface = ResponseSurface.of(
                middle, main, bars.stream().map(TrialSection::ends).toList());
        var sliders = bars.stream()
                .map(bar -> Trial.Slider.of(
                        about.named(bar.judgements()),
                        bar.judgements().getFirst(),
                        bar.judgements().size() == 1
                                ? about.source(bar.judgements().getFirst())
                                : Text.of(MattersWords.source(bar))))
                .toList();
        var trial = new Trial(
                outcomes.stream().map(about::title).toList(),
                surface,
                sliders,
                "casus open " + about.scenario().name());
        var lead = Text.of("What moves " + Case.quoted(matters.about().target().title()) + " most, from the low to the "
                + "high end of what was written down, everybody thinking again.");
        return List.of(new Block.Paragraph(lead), new Block.Tryout(trial, table(sliders)));
    }

    private static Ends ends(Matters.Bar bar) {
        Judgement first = bar.judgements().getFirst();
        var exact = bar.exact().orElseThrow();
        return new Ends(
                first.middle() - first.low(),
                first.high() - first.middle(),
                exact.oddsLow(),
                exact.oddsHigh(),
                bar.atLow(),
                bar.atHigh());
    }

    private Table table(List<Trial.Slider> sliders) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.left("Judgement", "judgement"), Column.left("At", "value"), Column.left("Source", "source")));
        about.scenario()
                .outcomes()
                .forEach(outcome -> columns.add(Column.right(about.lettered(outcome.index()), outcome.id())));
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                List.of(Cell.of(Text.of("Every judgement"), ""), Cell.of(Text.of("its middle"), ""), Cell.text("")),
                middle));
        for (int j = 0; j < bars.size(); j++) {
            Trial.Slider slider = sliders.get(j);
            Judgement first = bars.get(j).judgements().getFirst();
            var exact = bars.get(j).exact().orElseThrow();
            rows.add(row(cells(bars.get(j), slider, slider.words(slider.low()), first.low()), exact.oddsLow()));
            rows.add(row(cells(bars.get(j), slider, slider.words(slider.high()), first.high()), exact.oddsHigh()));
        }
        return new Table(
                "ends",
                "In 100, one judgement at an end of its range and all others at their middles, as solved",
                List.copyOf(columns),
                List.copyOf(rows));
    }

    private static List<Cell> cells(Matters.Bar bar, Trial.Slider slider, String words, double value) {
        return List.of(
                Cell.of(Text.of(slider.name()), bar.judgements().getFirst().id()),
                Cell.number(words, value),
                Cell.of(slider.about(), MattersWords.source(bar)));
    }

    private static Row row(List<Cell> first, double[] odds) {
        List<Cell> cells = new ArrayList<>(first);
        Arrays.stream(odds).forEach(p -> cells.add(Cell.number(Odds.in100(p), p)));
        return new Row(List.copyOf(cells));
    }
}
