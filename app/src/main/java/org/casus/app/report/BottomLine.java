package org.casus.app.report;

import static org.casus.app.report.Case.lower;
import static org.casus.app.report.Case.quoted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.app.report.Document.Section;
import org.casus.app.report.Table.Cell;
import org.casus.app.report.Table.Column;
import org.casus.app.report.Table.Row;
import org.casus.app.run.Answer;
import org.casus.app.run.Clean;
import org.casus.app.run.Look;
import org.casus.app.run.Matters;
import org.casus.app.text.Effects;
import org.casus.app.text.Letters;
import org.casus.app.text.Likelihood;
import org.casus.app.text.MattersWords;
import org.casus.app.text.Odds;
import org.casus.app.text.Sentences;
import org.casus.app.text.Spread;
import org.casus.app.text.Verdicts;
import org.casus.scenario.Outcome;
import org.casus.scenario.Score;
import org.casus.study.Comparison;
import org.casus.study.Ensemble;

/// What one would say in half a minute, then 100 dots.
final class BottomLine {

    /// Changes below a point are none.
    private static final double POINT = 0.01;

    /// Of the scores, the first ones are what the author looks at first.
    private static final int SCORES = 2;

    /// So many further equilibria have a column each.
    private static final int OTHERS = 3;

    private final Case about;

    private BottomLine(Case about) {
        this.about = about;
    }

    static Section of(Case about) {
        var section = new BottomLine(about);
        List<Block> blocks = new ArrayList<>(section.leads());
        blocks.add(new Block.Bullets(section.bullets()));
        blocks.add(section.dots());
        return new Section("bottom-line", "Bottom line", blocks);
    }

    private List<Block> leads() {
        List<Integer> order = about.byOdds();
        int first = order.getFirst();
        var lead =
                new StringBuilder(about.when() + ", the likeliest is " + name(first) + ": " + about.odds(first) + ".");
        if (order.size() > 1) {
            int second = order.get(1);
            lead.append(" Next comes ")
                    .append(name(second))
                    .append(": ")
                    .append(about.odds(second))
                    .append(".");
        }
        double share = about.likeliestInShare(first);
        if (share < 1) {
            lead.append(" Which is likeliest depends on the judgements: ")
                    .append(name(first))
                    .append(" is in ")
                    .append(Spread.share(share))
                    .append(" of worlds.");
        }
        return List.of(new Block.Lead(Text.of(lead.toString())));
    }

    private String name(int outcome) {
        return quoted(about.title(about.scenario().outcomes().get(outcome)));
    }

    private List<Text> bullets() {
        List<Text> bullets = new ArrayList<>();
        if (about.few()) {
            bullets.add(Text.strong("Few worlds. ")
                    .then("Only " + Sentences.count(about.comparison().worlds(), "world")
                            + (about.comparison().worlds() == 1 ? " stands" : " stand")
                            + " behind these numbers: too few to say how far the ranges spread them, or to put "
                            + "them into words."));
        }
        policy().ifPresent(bullets::add);
        about.scenario().scores().stream()
                .limit(SCORES)
                .forEach(score -> most(score).ifPresent(bullets::add));
        about.matters().stream().findFirst().ifPresent(matters -> bullets.add(hangs(matters)));
        bullets.add(guesses());
        if (!about.study().verdicts().isEmpty()) {
            bullets.add(Text.strong("Claims. ")
                    .then("Of "
                            + Verdicts.counts(about.study())
                                    .replaceFirst(
                                            ":",
                                            ", tested over "
                                                    + Sentences.count(
                                                            about.study()
                                                                    .about()
                                                                    .worlds(),
                                                            "world") + ":")));
        }
        if (about.study().several() > 0) {
            bullets.add(Text.strong("More than one answer. ")
                    .then("The game has several equilibria: what stands here is one of them, and the table of outcomes "
                            + "gives the odds of the others that were found."));
        }
        return bullets;
    }

    /// The policy that moves the likeliest outcome most.
    private Optional<Text> policy() {
        if (about.policies().isEmpty()) {
            return Optional.empty();
        }
        int first = about.byOdds().getFirst();
        var strongest = about.policies().stream()
                .max(Comparator.comparingDouble(side ->
                        Math.abs(about.change(side).outcomes().get(first).median())))
                .orElseThrow();
        var change = about.change(strongest).outcomes().get(first);
        String compared = "Of " + Sentences.count(about.policies().size(), "policy", "policies") + " compared, ";
        return Optional.of(Text.strong("Policies. ")
                .then(
                        Math.abs(change.median()) < POINT
                                ? compared + "none changes the odds of " + name(first) + " by as much as a point."
                                : compared + quoted(about.title(strongest)) + " changes the odds of " + name(first)
                                        + " most: " + Spread.points(change) + " points."));
    }

    /// Under which policy a score is highest in more worlds than under any other. Whether more is better is the
    /// reader's to say.
    private Optional<Text> most(Score score) {
        int at = about.scenario().scores().indexOf(score);
        if (about.policies().isEmpty()) {
            return Optional.empty();
        }
        var best = about.comparison().policies().stream()
                .max(Comparator.comparingDouble(side -> side.merits().get(at).bestInShare()))
                .orElseThrow();
        String highest = quoted(Clean.text(score.title())) + " is most often highest under "
                + quoted(about.title(best)) + " ("
                + Spread.share(best.merits().get(at).bestInShare()) + " of worlds): " + level(score, best, at);
        boolean asIs = about.isAsIs(best);
        return Optional.of(Text.strong("By a score. ")
                .then(asIs ? highest + "." : highest + ", against " + level(score, about.asIs(), at) + " as it is."));
    }

    private String level(Score score, Comparison.Side side, int at) {
        return Effects.level(score.quantity(), side.scores().get(at), about.scenario());
    }

    private Text hangs(Matters matters) {
        return Text.strong("What it hangs on. ")
                .then("For " + quoted(matters.about().target().title()) + ": "
                        + lower(new MattersWords(matters).most(about::phrase)));
    }

    private Text guesses() {
        var grounds = about.study().about().grounds();
        String weight = about.matters().stream()
                .filter(matters -> !Double.isNaN(matters.guessShare()))
                .findFirst()
                .map(matters -> " To first order they carry " + Spread.share(matters.guessShare())
                        + " of the spread of " + quoted(matters.about().target().title()) + ".")
                .orElse("");
        return Text.strong("How much is guessed. ")
                .then("Of " + Sentences.count(grounds.all(), "judgement") + ", "
                        + Sentences.guessed(grounds) + "." + weight
                        + " All of this follows from what was written down, and is no oracle.");
    }

    private Block dots() {
        List<Outcome> outcomes = about.scenario().outcomes();
        double[] odds = about.middle().outcomes().stream()
                .mapToDouble(Answer.Ending::odds)
                .toArray();
        int[] counts = Letters.apportion(odds, 100);
        String seen = IntStream.range(0, outcomes.size())
                .filter(k -> counts[k] > 0)
                .mapToObj(k -> counts[k] + " dots " + about.lettered(k))
                .collect(Collectors.joining(", "));
        var picture = new Dots("100 crises like this one", seen + ".", counts);
        List<Block.Key> key = IntStream.range(0, outcomes.size())
                .mapToObj(k -> new Block.Key(k, about.title(outcomes.get(k)), Odds.in100(odds[k])))
                .toList();
        return new Block.Figure(
                "dots",
                Text.of(Sentences.finding(about.middle())
                        + " That is chance alone, with every judgement at its middle."),
                picture,
                key,
                table(),
                about.grounds());
    }

    private Table table() {
        List<double[]> others = about.study().looks().stream()
                .filter(look -> look.world() == Ensemble.CENTRAL)
                .findFirst()
                .map(Look::others)
                .orElse(List.of());
        others = others.subList(0, Math.min(OTHERS, others.size()));
        List<Column> columns = new ArrayList<>(List.of(
                Column.left("Outcome, " + about.span() + " on", "outcome", "title"),
                Column.right("In 100, judgements at their middles", "middle")));
        for (int k = 0; k < others.size(); k++) {
            columns.add(Column.right("At equilibrium " + (k + 2), "middle_" + (k + 2)));
        }
        columns.add(Column.right("In 100, across the ranges", "median", "p5", "p95"));
        columns.add(Column.left("In words", "words"));
        List<Row> rows = new ArrayList<>();
        for (Outcome outcome : about.scenario().outcomes()) {
            int k = outcome.index();
            double middle = about.middle().outcomes().get(k).odds();
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.of(Text.of(about.lettered(k)), outcome.id(), about.title(outcome)),
                    Cell.number(Odds.in100(middle), middle)));
            others.forEach(other -> cells.add(Cell.number(Odds.in100(other[k]), other[k])));
            var band = about.band(k);
            cells.add(Cell.number(Spread.odds(band), band.median(), band.p5(), band.p95()));
            cells.add(Cell.text(about.few() ? "too few worlds" : Likelihood.words(band)));
            rows.add(new Row(List.copyOf(cells)));
        }
        return new Table("outcomes", "Odds of each outcome", List.copyOf(columns), List.copyOf(rows));
    }
}
