package org.casus.app.text;

import java.util.List;
import org.casus.app.run.Extent;
import org.casus.app.run.Grounds;
import org.casus.scenario.Scenario;
import org.casus.scenario.Warning;

/// A scenario without errors: what it has, how large it is, what its numbers rest on, and what
/// may surprise.
public final class CheckView {

    private CheckView() {}

    /// @param warnings what reading and compiling showed
    public static String of(Scenario scenario, Extent extent, List<Warning> warnings, Style style) {
        var sheet = new Sheet(style)
                .heading(scenario.name() + ": no errors, "
                        + (warnings.isEmpty() ? "no warnings" : Sentences.count(warnings.size(), "warning")));
        sheet.entry("says", counts(scenario));
        sheet.entry("board", extent.sentence());
        sheet.entry("numbers", sources(scenario));
        if (!warnings.isEmpty()) {
            sheet.heading("Warnings");
        }
        for (Warning warning : warnings) {
            sheet.item(warning.position() + " [" + warning.id() + "]", warning.text());
        }
        return sheet.finish();
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
                Sentences.count(s.scores().size(), "score"),
                Sentences.count(s.claims().size(), "claim"));
    }

    private static String sources(Scenario scenario) {
        var grounds = Grounds.of(scenario.judgements());
        return Sentences.count(grounds.all(), "judgement") + ": " + grounds.sourced() + " with a source, "
                + Sentences.count(grounds.guesses(), "guess", "guesses") + ", " + grounds.unsourced()
                + " without a source";
    }
}
