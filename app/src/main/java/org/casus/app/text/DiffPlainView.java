package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.casus.app.run.Diff;
import org.casus.scenario.Change;

/// Two scenarios held against each other in whole sentences, one to a line.
public final class DiffPlainView {

    private DiffPlainView() {}

    /// The whole text, ending in a line break.
    public static String of(Diff diff, Style style) {
        var words = new DiffWords(diff);
        var lines = new ArrayList<String>();
        lines.add(diff.about().after().title() + ".");
        words.under().ifPresent(lines::add);
        lines.addAll(words.finding());
        if (diff.effects().isPresent() && diff.effects().get().total() instanceof Diff.Result.Moves moves) {
            var outcomes = diff.effects().get().outcomes();
            for (int k = 0; k < outcomes.size(); k++) {
                Diff.Outcome outcome = outcomes.get(k);
                lines.add(outcome.after() + ": " + Odds.in100(outcome.oddsBefore()) + " in 100 before, "
                        + Odds.in100(outcome.oddsAfter()) + " after, a change of "
                        + DiffWords.points(moves.split().total(k)) + " points, of which direct "
                        + DiffWords.points(moves.split().direct()[k]) + " and strategic "
                        + DiffWords.points(moves.split().strategic()[k]) + ".");
            }
        }
        for (Diff.Step step : diff.effects().map(Diff.Effects::steps).orElse(List.of())) {
            if (!(step.result() instanceof Diff.Result.Nothing)) {
                lines.add((step.rest() ? "Not told apart: " : "")
                        + step.changes().stream()
                                .map(k -> sentence(diff.changes().get(k)))
                                .collect(Collectors.joining("; and "))
                        + (step.changes().size() > 1 ? ". Together, in points: " : ". Alone, in points: ")
                        + String.join(" ", words.effect(step.result())));
            }
        }
        lines.addAll(words.together());
        words.unsolved().forEach(k -> lines.add(sentence(diff.changes().get(k)) + "."));
        words.stillOnes()
                .forEach(k -> lines.add(sentence(diff.changes().get(k)) + ". It does not touch the odds: "
                        + DiffWords.still(diff.changes().get(k)) + "."));
        lines.add("Made by " + String.join(", ", words.stamp()) + ".");
        diff.warnings().forEach(warning -> lines.add("Warning: " + warning));
        return style.plain(String.join("\n", lines)) + "\n";
    }

    private static String sentence(Change change) {
        String what = DiffWords.words(change).replace(" → ", " becomes ");
        String where = DiffWords.place(change).replace(" → ", ", then ");
        return DiffWords.name(change) + (what.isEmpty() ? "" : ": " + what) + " (" + where + ")";
    }
}
