package org.casus.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.app.report.Document.Section;
import org.casus.app.report.Table.Cell;
import org.casus.app.report.Table.Column;
import org.casus.app.run.Account;
import org.casus.app.text.CardWords;
import org.casus.app.text.ErrorWords;
import org.casus.app.text.LaneChart;
import org.casus.app.text.Odds;
import org.casus.app.text.Sentences;
import org.casus.app.text.WhyWords;
import org.casus.scenario.Row;
import org.casus.story.Storyline;

/// How it may come to the likeliest outcomes and to those most feared, who decides it, and how much is error.
final class PathwaySection {

    private static final int LINES = 4;
    private static final int PIVOTS = 3;
    private static final int CARDS = 3;

    private final Case about;
    private final Account account;
    private final WhyWords words;
    private final String id;

    private PathwaySection(Case about, Account account) {
        this.about = about;
        this.account = account;
        words = new WhyWords(account);
        id = account.about().outcome().id();
    }

    /// The section, or a sentence that says why there is none; empty where there is nothing to tell.
    static Optional<Section> of(Case about) {
        List<Block> blocks = new ArrayList<>();
        for (Account account : about.told().accounts()) {
            blocks.addAll(new PathwaySection(about, account).blocks());
        }
        if (blocks.isEmpty()) {
            return about.told().untold().map(why -> section(List.of(new Block.Paragraph(Text.of(why)))));
        }
        blocks.add(new Block.Paragraph(
                Text.of("Told of the two likeliest outcomes, and of those that are final and have odds below 1 in 100. "
                        + "With every judgement at its middle and no policy in force. Runs are drawn on condition that they end so, which is "
                        + "exact for rare ends too.")));
        return Optional.of(section(blocks));
    }

    private static Section section(List<Block> blocks) {
        return new Section("pathways", "How it may unfold", List.copyOf(blocks));
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(about.lettered(account.about().outcome().index())));
        blocks.add(new Block.Paragraph(Text.of(String.join(" ", words.finding()))));
        if (!words.lanes().isEmpty()) {
            blocks.add(figure());
        }
        if (!account.stories().lines().isEmpty()) {
            blocks.add(new Block.Grid(storylines()));
        }
        if (!account.pivots().isEmpty()) {
            blocks.add(new Block.Paragraph(Text.strong("Whose choices matter most.")));
            blocks.add(new Block.Bullets(account.pivots().stream()
                    .limit(PIVOTS)
                    .map(pivot -> Text.strong(words.pivotTitle(pivot) + ". ").then(words.pivotSays(pivot)))
                    .toList()));
        }
        if (!account.cards().isEmpty()) {
            var cards = new CardWords(account, about::phrase);
            blocks.add(new Block.Paragraph(Text.strong(cards.heading() + ".")));
            blocks.add(new Block.Bullets(account.cards().stream()
                    .limit(CARDS)
                    .map(card -> Text.strong(cards.title(card) + ". ")
                            .then(String.join(
                                            " ",
                                            cards.where(card),
                                            cards.odds(card),
                                            cards.worth(card),
                                            cards.flips(card))
                                    .strip()))
                    .toList()));
        }
        String errors = String.join(" ", new ErrorWords(account).sentences());
        if (!errors.isEmpty()) {
            blocks.add(new Block.Paragraph(Text.strong("Error and intention. ").then(errors)));
        }
        return blocks;
    }

    private Block figure() {
        List<Row> rows = words.lanes();
        var lanes = account.lanes().orElseThrow();
        Storyline first = account.stories().lines().getFirst();
        String lasting = first.steps().stream()
                .map(step ->
                        words.changes(step) + " about " + about.clock().unit().word() + " " + Sentences.time(step.t()))
                .collect(Collectors.joining(", then "));
        String finding = "On the commonest way, that of " + WhyWords.these(first.share()) + " that end so, "
                + (lasting.isEmpty() ? "nothing decisive changes for good" : lasting) + ".";
        double[][][] share =
                rows.stream().map(row -> lanes.share()[row.index()]).toArray(double[][][]::new);
        String unit = about.clock().unit().word();
        String title = "The board on the commonest way to "
                + Case.quoted(about.title(account.about().outcome()));
        String described = rows.stream().map(row -> words.lane(row, lanes)).collect(Collectors.joining("; ")) + ".";
        return new Block.Figure(
                "lanes-" + id,
                Text.of(finding),
                new LanePicture(
                        title,
                        described,
                        Character.toUpperCase(unit.charAt(0)) + unit.substring(1),
                        lanes.times(),
                        rows,
                        share),
                List.of(),
                stretches(rows, lanes.times(), share),
                Text.of(
                                "The commonest level at each time, as high as its share; what passes quickly does not show. From "
                                        + Sentences.count(first.runs().size(), "run") + ". ")
                        .then(about.grounds()));
    }

    private Table stretches(List<Row> rows, double[] times, double[][][] share) {
        List<Table.Row> table = new ArrayList<>();
        for (int k = 0; k < rows.size(); k++) {
            for (var stretch : LaneChart.stretches(share[k])) {
                int level = stretch.level();
                double[][] of = share[k];
                double mean = IntStream.rangeClosed(stretch.from(), stretch.to())
                        .mapToDouble(t -> of[t][level])
                        .average()
                        .orElse(0);
                double to = times[Math.min(stretch.to() + 1, times.length - 1)];
                table.add(Table.Row.of(
                        Cell.text(rows.get(k).id()),
                        Cell.text(rows.get(k).levels().get(level)),
                        Cell.number(Sentences.time(times[stretch.from()]), times[stretch.from()]),
                        Cell.number(Sentences.time(to), to),
                        Cell.number(Odds.in100(mean), mean)));
            }
        }
        return new Table(
                "lanes-" + id,
                "On which level most runs of the commonest way stand, by "
                        + about.clock().unit().word(),
                List.of(
                        Column.left("Row", "row"),
                        Column.left("Level", "level"),
                        Column.right("From", "from"),
                        Column.right("To", "to"),
                        Column.right("Runs in 100", "share")),
                List.copyOf(table));
    }

    private Table storylines() {
        var lines = account.stories().lines();
        List<Table.Row> rows = new ArrayList<>();
        for (Storyline line : lines.subList(0, Math.min(LINES, lines.size()))) {
            String steps = line.steps().isEmpty()
                    ? "Nothing decisive changes for good."
                    : line.steps().stream().map(words::step).collect(Collectors.joining(" "));
            String all = (steps + " " + words.detours(line)).strip();
            rows.add(Table.Row.of(
                    Cell.number(Odds.in100(line.share()), line.share()),
                    Cell.number(Odds.in100(line.exactly()), line.exactly()),
                    Cell.text(all)));
        }
        double told = Arrays.stream(lines.stream().mapToDouble(Storyline::share).toArray())
                .limit(rows.size())
                .sum();
        double rest = Math.max(0, 1 - told);
        if (rest >= 0.0005) {
            rows.add(Table.Row.of(
                    Cell.number(Odds.in100(rest), rest), Cell.of(Text.of("–"), ""), Cell.text("Other ways.")));
        }
        return new Table(
                "storylines-" + id,
                "Ways to " + Case.quoted(about.title(account.about().outcome())),
                List.of(
                        Column.right("Runs in 100", "share"),
                        Column.right("Step by step", "exactly"),
                        Column.left("How", "how")),
                List.copyOf(rows));
    }
}
