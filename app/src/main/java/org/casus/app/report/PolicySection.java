package org.casus.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casus.app.report.Document.Section;
import org.casus.app.report.Table.Cell;
import org.casus.app.report.Table.Column;
import org.casus.app.report.Table.Row;
import org.casus.app.run.Clean;
import org.casus.app.text.Effects;
import org.casus.app.text.NumberTitles;
import org.casus.app.text.Sentences;
import org.casus.app.text.Spread;
import org.casus.scenario.Outcome;
import org.casus.scenario.Score;
import org.casus.study.Band;
import org.casus.study.Comparison;
import org.casus.study.Study;

/// Policies side by side: odds, scores as strips of dots, what each changes and how, what is signed.
final class PolicySection {

    private final Case about;
    private final List<Comparison.Side> sides;

    private PolicySection(Case about) {
        this.about = about;
        this.sides = about.comparison().policies();
    }

    /// The section; empty where there is nothing to compare.
    static Optional<Section> of(Case about) {
        if (about.policies().isEmpty()) {
            return Optional.empty();
        }
        var section = new PolicySection(about);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Text.of("Each policy meets the same "
                + Sentences.count(about.comparison().worlds(), "world")
                + (about.comparison().worlds() == 1
                        ? "."
                        : ": the median world, and in brackets the middle 90% of worlds.")
                + section.failed())));
        blocks.add(new Block.Heading("Outcomes under each policy"));
        blocks.add(new Block.Grid(section.odds()));
        List<Score> scores = about.scenario().scores();
        if (!scores.isEmpty()) {
            blocks.add(new Block.Heading("Scores under each policy"));
        }
        for (int k = 0; k < scores.size(); k++) {
            blocks.add(new Block.Grid(section.score(scores.get(k), k)));
        }
        if (!scores.isEmpty()) {
            blocks.add(new Block.Paragraph(Text.of(
                    "A dot is a world, or of many worlds an equal part of them; the stroke is the median. Highest in: in "
                            + "what share of worlds no policy has more. Falls behind by: the most by which another policy "
                            + "has more in some world. Whether more is better depends on the score.")));
        }
        blocks.add(new Block.Folded(
                "What each policy changes: plans held, and actors re-think",
                List.of(
                        new Block.Paragraph(
                                Text.of("Change against the scenario as it is in the same world, in points. "
                                        + "Plans held: what of it is there if everybody goes on as planned. Re-think: the rest, "
                                        + "once all have thought again.")),
                        new Block.Grid(section.effects()))));
        section.deals().ifPresent(deals -> {
            blocks.add(new Block.Heading("Agreements: now, and later"));
            blocks.add(new Block.Grid(deals));
        });
        return Optional.of(new Section("policies", "Policies", List.copyOf(blocks)));
    }

    private String failed() {
        int failed = about.comparison().failed();
        return failed == 0
                ? ""
                : " " + failed + " of " + about.study().about().worlds() + " worlds "
                        + (failed == 1 ? "does not count here" : "do not count here")
                        + ": some policy could not be solved there.";
    }

    private Cell name(Comparison.Side side) {
        return Cell.of(Text.of(about.title(side)), side.id());
    }

    private static Cell band(String shown, Band band) {
        return Cell.number(shown, band.median(), band.p5(), band.p95());
    }

    private Table odds() {
        List<Column> columns = new ArrayList<>(List.of(Column.left("Policy", "policy")));
        for (Outcome outcome : about.scenario().outcomes()) {
            String id = outcome.id();
            columns.add(Column.right(about.lettered(outcome.index()), id, id + "_p5", id + "_p95"));
        }
        List<Row> rows = new ArrayList<>();
        for (Comparison.Side side : sides) {
            List<Cell> cells = new ArrayList<>(List.of(name(side)));
            side.outcomes().forEach(band -> cells.add(band(Spread.odds(band), band)));
            rows.add(new Row(List.copyOf(cells)));
        }
        return new Table("policies", "Odds in 100, " + about.span() + " on", List.copyOf(columns), rows);
    }

    private Table score(Score score, int at) {
        String label = Study.score(score.id());
        List<double[]> values = sides.stream()
                .map(side -> about.worlds(side.id()).stream()
                        .mapToDouble(world -> world.values()[
                                about.study().study().labels(side.id()).indexOf(label)])
                        .filter(Double::isFinite)
                        .toArray())
                .toList();
        double low =
                values.stream().flatMapToDouble(java.util.Arrays::stream).min().orElse(0);
        double high =
                values.stream().flatMapToDouble(java.util.Arrays::stream).max().orElse(0);
        String title = Clean.text(score.title());
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < sides.size(); k++) {
            Comparison.Side side = sides.get(k);
            Band band = side.scores().get(at);
            String shown = Effects.bare(score.quantity(), band);
            var merit = side.merits().get(at);
            Band change = about.isAsIs(side)
                    ? new Band(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
                    : about.change(side).scores().get(at);
            var strip = new Strip(
                    title + ", " + about.title(side), "Worlds as dots: " + shown + ".", values.get(k), low, high);
            Band regret = Band.of(new double[] {merit.worstRegret()});
            rows.add(Row.of(
                    name(side),
                    values.get(k).length == 0 ? Cell.of(Text.of("–")) : Cell.picture(strip),
                    band(shown, band),
                    band(about.isAsIs(side) ? "–" : Effects.bareChange(score.quantity(), change), change),
                    Cell.number(Spread.share(merit.bestInShare()), merit.bestInShare()),
                    Cell.number(Effects.bare(score.quantity(), regret), merit.worstRegret())));
        }
        String id = score.id();
        return new Table(
                "score-" + id,
                title + ", " + Effects.unit(score.quantity(), about.scenario()) + " (" + Clean.text(score.text()) + ")",
                List.of(
                        Column.left("Policy", "policy"),
                        Column.left("Worlds, " + end(score, low) + " to " + end(score, high)),
                        Column.right("Across the ranges", "median", "p5", "p95"),
                        Column.right("Change", "change", "change_p5", "change_p95"),
                        Column.right("Highest in", "best_in_share"),
                        Column.right("Falls behind by", "worst_regret")),
                List.copyOf(rows));
    }

    /// An end of the line that strips are on.
    private static String end(Score score, double value) {
        return Effects.bare(score.quantity(), Band.of(new double[] {value}));
    }

    private Table effects() {
        List<Row> rows = new ArrayList<>();
        for (Comparison.Side side : about.policies()) {
            var change = about.change(side);
            var effect = side.effect().orElseThrow();
            List<Outcome> outcomes = about.scenario().outcomes().stream()
                    .sorted(Comparator.comparingDouble((Outcome outcome) ->
                            -Math.abs(change.outcomes().get(outcome.index()).median())))
                    .toList();
            for (Outcome outcome : outcomes) {
                int k = outcome.index();
                rows.add(Row.of(
                        name(side),
                        Cell.of(Text.of(about.lettered(k)), outcome.id()),
                        points(change.outcomes().get(k)),
                        points(effect.plansHeld().get(k)),
                        points(effect.rethink().get(k))));
            }
        }
        return new Table(
                "effects",
                "What each policy changes, in points",
                List.of(
                        Column.left("Policy", "policy"),
                        Column.left("Outcome", "outcome"),
                        Column.right("Change", "change", "change_p5", "change_p95"),
                        Column.right("Plans held", "held", "held_p5", "held_p95"),
                        Column.right("Re-think", "rethink", "rethink_p5", "rethink_p95")),
                List.copyOf(rows));
    }

    private static Cell points(Band band) {
        return band(Spread.points(band), band);
    }

    /// Odds of what follows on a signature; none where none is ever made.
    private static String never(Band band) {
        return Double.isNaN(band.median()) ? "–" : Spread.odds(band);
    }

    private Optional<Table> deals() {
        List<Row> rows = new ArrayList<>();
        for (Comparison.Side side : sides) {
            for (Comparison.DealBands deal : side.deals()) {
                rows.add(Row.of(
                        name(side),
                        Cell.of(Text.of(agreement(deal.agreement())), deal.agreement()),
                        band(Spread.odds(deal.signed()), deal.signed()),
                        band(never(deal.recurs()), deal.recurs())));
            }
        }
        double within = about.study().about().recursWithin().orElse(0);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "agreements",
                        "Odds in 100 that an agreement is signed, and that there is fighting again within "
                                + Sentences.span(within, about.clock().unit()) + " of it",
                        List.of(
                                Column.left("Policy", "policy"),
                                Column.left("Agreement", "agreement"),
                                Column.right("Signed", "signed", "signed_p5", "signed_p95"),
                                Column.right("Recurs, if signed", "recurs", "recurs_p5", "recurs_p95")),
                        List.copyOf(rows)));
    }

    /// What an agreement is called: its title, or its id as words.
    private String agreement(String id) {
        return about.scenario().agreements().stream()
                .filter(one -> one.id().equals(id))
                .map(one -> Clean.text(NumberTitles.title(one.id(), one.title())))
                .findFirst()
                .orElse(id);
    }
}
