package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import org.casus.app.run.Answer;

/// The answer in whole sentences, one to a line: for screen readers, for logs, for people who
/// would rather read. No columns, no drawing, nothing that only colour or place tells.
public final class PlainView {

    private static final int MOVES = 8;

    private PlainView() {}

    /// The whole text, ending in a line break.
    public static String of(Answer answer, Style style) {
        var lines = new ArrayList<String>();
        var about = answer.about();
        lines.add(about.title() + ", under the policy " + about.policy() + ".");
        if (!about.question().isBlank()) {
            lines.add(about.question());
        }
        for (String setting : about.settings()) {
            lines.add("With the setting " + setting + ".");
        }
        answer.failure()
                .ifPresent(reason ->
                        lines.add("Not solved. " + reason + " What follows is a partial result, not an answer."));
        lines.add(Sentences.finding(answer));
        for (int k = 0; k < answer.outcomes().size(); k++) {
            var outcome = answer.outcomes().get(k);
            lines.add("Outcome " + outcome.title() + ": " + Odds.in100(outcome.odds()) + " in 100"
                    + (outcome.absorbing() ? ", and final." : ".") + Sentences.coming(answer, k));
        }
        overTime(answer, lines);
        equilibria(answer, lines);
        moves(answer, lines);
        answer.scores()
                .forEach(score -> lines.add("Score " + score.title() + ": " + Sentences.score(score) + " "
                        + Sentences.scoreUnit(score.unit()) + "."));
        lines.add((answer.failure().isEmpty() ? "Solved in " : "Stopped after ")
                + Sentences.seconds(answer.figures().seconds()) + ". The game has " + Sentences.size(answer) + ".");
        lines.add("Quality: " + Sentences.figures(answer) + ".");
        lines.add(Sentences.standing(answer));
        lines.add("Made by casus " + about.version() + " from " + about.scenario() + ", hash " + about.hash()
                + ", seed " + about.seed() + ".");
        answer.warnings().forEach(warning -> lines.add("Warning: " + warning));
        return style.plain(String.join("\n", lines)) + "\n";
    }

    private static void overTime(Answer answer, List<String> lines) {
        var unit = answer.about().clock().unit();
        for (var moment : answer.over()) {
            var parts = new ArrayList<String>();
            for (int k = 0; k < answer.outcomes().size(); k++) {
                parts.add(answer.outcomes().get(k).title() + " " + Odds.in100(moment.outcomes()[k]));
            }
            lines.add("After " + Sentences.span(moment.t(), unit) + ", in 100: " + String.join("; ", parts) + ".");
        }
    }

    private static void equilibria(Answer answer, List<String> lines) {
        if (answer.others().isEmpty()) {
            if (answer.lookedForOthers()) {
                lines.add("A second opinion found no other equilibrium.");
            }
            return;
        }
        lines.add("Several equilibria: the same file can be played in "
                + (answer.others().size() + 1) + " ways, each exact. The one above is reported everywhere else.");
        for (int n = 0; n < answer.others().size(); n++) {
            var parts = new ArrayList<String>();
            for (int k = 0; k < answer.outcomes().size(); k++) {
                parts.add(answer.outcomes().get(k).title() + " "
                        + Odds.in100(answer.others().get(n).odds()[k]));
            }
            lines.add("In other equilibrium " + (n + 1) + ", in 100: " + String.join("; ", parts) + ".");
        }
    }

    private static void moves(Answer answer, List<String> lines) {
        var played = Sentences.played(answer);
        played.stream()
                .limit(MOVES)
                .forEach(p -> lines.add("The move " + p.move() + " is made " + Sentences.times(p.expectedTimes())
                        + " times by then, " + Sentences.atLoss(p) + " of them at a loss."));
        if (played.size() > MOVES) {
            lines.add("And " + Sentences.count(played.size() - MOVES, "more move") + ", which --json lists.");
        }
    }
}
