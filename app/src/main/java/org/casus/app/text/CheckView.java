package org.casus.app.text;

import java.util.List;
import org.casus.app.run.Extent;
import org.casus.scenario.Judgement;
import org.casus.scenario.Problem;
import org.casus.scenario.Scenario;

/// A scenario without errors: what it has, how large it is, what its numbers rest on, and what may surprise.
public final class CheckView {

    private CheckView() {}

    /// @param lints what reading showed
    /// @param findings what compiling showed, sentences
    public static String of(Scenario scenario, Extent extent, List<Problem> lints, List<String> findings, Style style) {
        var text = new StringBuilder();
        if (!lints.isEmpty()) {
            text.append(ProblemsView.of(lints, "warning", style)).append('\n');
        }
        var sheet = new Sheet(style).heading(scenario.name() + ": no errors");
        sheet.entry("says", counts(scenario));
        sheet.entry("board", extent.sentence());
        sheet.entry("numbers", sources(scenario));
        for (String finding : findings) {
            sheet.entry("look at", finding);
        }
        return text + sheet.finish();
    }

    private static String counts(Scenario s) {
        return String.join(
                ", ",
                Sentences.count(s.rows().size(), "row"),
                Sentences.count(s.actors().size(), "actor"),
                Sentences.count(s.moves().size(), "move"),
                Sentences.count(s.chance().size(), "chance event"),
                Sentences.count(s.commitments().size(), "commitment"),
                Sentences.count(s.agreements().size(), "agreement"),
                Sentences.count(s.outcomes().size(), "outcome"),
                Sentences.count(s.policies().size(), "policy", "policies"),
                Sentences.count(s.claims().size(), "claim"));
    }

    private static String sources(Scenario scenario) {
        var all = scenario.judgements();
        long guesses = all.stream().filter(Judgement::isGuess).count();
        long unsourced = all.stream().filter(judgement -> judgement.per().isEmpty()).count();
        return Sentences.count(all.size(), "judgement") + ": " + (all.size() - guesses - unsourced)
                + " with a source, " + Sentences.count(guesses, "guess", "guesses") + ", " + unsourced
                + " without a source";
    }
}
