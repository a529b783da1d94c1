package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import org.casus.app.run.Diff;
import org.casus.app.text.Columns.Side;
import org.casus.scenario.Change;

/// Two scenarios on one screen: a sentence, the odds before and after, what each change does, and what
/// touches nothing.
public final class DiffView {

    private static final String INDENT = "    ";

    private final Diff diff;
    private final DiffWords words;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private DiffView(Diff diff, Style style) {
        this.diff = diff;
        this.words = new DiffWords(diff);
        this.style = style;
    }

    /// The whole screen, ending in a line break.
    public static String of(Diff diff, Style style) {
        var view = new DiffView(diff, style);
        view.heading();
        view.odds();
        view.steps();
        view.list("What changed in the game", view.words.unsolved(), false);
        view.list("Does not touch the odds", view.words.stillOnes(), true);
        view.notes();
        return style.plain(String.join("\n", view.lines)) + "\n";
    }

    private void heading() {
        lines.add(style.bold(Wrap.clip(diff.about().after().title(), style.width())));
        words.under().ifPresent(under -> Wrap.lines(under, style.width()).forEach(line -> lines.add(style.dim(line))));
        lines.add("");
        words.finding()
                .forEach(sentence -> Wrap.lines(sentence, style.width()).forEach(line -> lines.add(style.bold(line))));
    }

    private void odds() {
        if (diff.effects().isEmpty() || !(diff.effects().get().total() instanceof Diff.Result.Moves moves)) {
            return;
        }
        var about = diff.about();
        lines.add("");
        var table = new Columns("  ", List.of(Side.LEFT, Side.POINT, Side.POINT, Side.RIGHT, Side.RIGHT, Side.RIGHT));
        String when = "Odds in 100 after "
                + Sentences.span(about.clock().horizon(), about.clock().unit());
        table.row(when, "before", "after", "change", "direct", "strategic");
        var outcomes = diff.effects().get().outcomes();
        for (int k = 0; k < outcomes.size(); k++) {
            Diff.Outcome outcome = outcomes.get(k);
            table.row(
                    "  " + Wrap.clip(outcome.after(), 36),
                    Odds.in100(outcome.oddsBefore()),
                    Odds.in100(outcome.oddsAfter()),
                    DiffWords.points(moves.split().total(k)),
                    DiffWords.points(moves.split().direct()[k]),
                    DiffWords.points(moves.split().strategic()[k]));
        }
        var rows = table.lines();
        lines.add(style.dim(rows.getFirst()));
        lines.addAll(rows.subList(1, rows.size()));
        lines.add(style.dim("Direct: with plans held. Strategic: because actors think again."));
    }

    private void steps() {
        List<Diff.Step> moving = diff.effects().map(Diff.Effects::steps).orElse(List.of()).stream()
                .filter(step -> !(step.result() instanceof Diff.Result.Nothing))
                .toList();
        if (moving.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(style.bold("What each change does alone, in points"));
        for (Diff.Step step : moving) {
            if (step.rest()) {
                lines.add("  " + style.bold("not told apart (--max), together:"));
            } else if (step.changes().size() > 1) {
                lines.add("  " + style.bold("these need each other, together:"));
            }
            step.changes().forEach(this::change);
            List<String> said = words.effect(step.result());
            Wrap.hanging(INDENT + "= ", said.getFirst(), style.width()).forEach(line -> lines.add(style.hue(0, line)));
            said.stream()
                    .skip(1)
                    .flatMap(note -> Wrap.hanging(INDENT + "  ", note, style.width()).stream())
                    .forEach(line -> lines.add(style.dim(line)));
        }
        words.together().forEach(sentence -> {
            lines.add("");
            lines.addAll(Wrap.lines(sentence, style.width()));
        });
    }

    private void change(int place) {
        Change change = diff.changes().get(place);
        String head = DiffWords.name(change);
        lines.addAll(Wrap.hanging("  ", head + " " + style.dim("(" + DiffWords.place(change) + ")"), style.width()));
        lines.addAll(Wrap.hanging(INDENT, DiffWords.words(change), style.width()));
    }

    private void list(String title, List<Integer> places, boolean why) {
        if (places.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(style.bold(title));
        for (int place : places) {
            change(place);
            if (why) {
                Wrap.hanging(INDENT + "= ", DiffWords.still(diff.changes().get(place)) + ".", style.width())
                        .forEach(line -> lines.add(style.dim(line)));
            }
        }
    }

    private void notes() {
        lines.add("");
        words.stamp().forEach(line -> lines.add(style.dim(line)));
        for (String warning : diff.warnings()) {
            Wrap.hanging("! ", warning, style.width()).forEach(line -> lines.add(style.yellow(line)));
        }
    }
}
