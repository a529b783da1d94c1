package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casus.app.run.Clean;
import org.casus.app.run.StudyAnswer;
import org.casus.scenario.Claim;
import org.casus.scenario.Judgement;
import org.casus.scenario.Measure;
import org.casus.scenario.Scenario;
import org.casus.study.Split;
import org.casus.study.Verdict;

/// What is said of a verdict, whatever the form.
public final class Verdicts {

    private Verdicts() {}

    /// `holds`, `depends`, …
    public static String word(Verdict verdict) {
        return word(verdict.kind());
    }

    /// The same of a kind of verdict.
    public static String word(Verdict.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /// How large the effect is; empty where nothing was measured, or what is measured is no finding.
    public static String effect(Claim claim, Verdict verdict, Scenario scenario) {
        return verdict.kind() == Verdict.Kind.ASSUMED ? "" : Effects.of(claim, verdict, scenario);
    }

    /// What it depends on, why it is what it is, and what could not be solved.
    public static List<String> notes(Verdict verdict, Scenario scenario) {
        List<String> parts = new ArrayList<>();
        verdict.splitsOn().ifPresent(split -> parts.add(split(split, scenario)));
        if (verdict.kind() == Verdict.Kind.DEPENDS && verdict.splitsOn().isEmpty() && verdict.otherwise() == 0) {
            parts.add("no single judgement splits the worlds"
                    + (verdict.chance().isPresent() ? " better than chance would" : ""));
        }
        verdict.reason().ifPresent(reason -> parts.add(Clean.text(reason)));
        if (verdict.failed() > 0) {
            parts.add(Sentences.count(verdict.failed(), "world") + " not solved");
        }
        return parts;
    }

    private static String split(Split split, Scenario scenario) {
        Judgement judgement = scenario.judgements().get(split.judgement());
        return "splits on " + judgement.id() + " at " + written(judgement, split.threshold()) + ": true in "
                + Spread.share((double) split.trueBelow() / split.below()) + " below, "
                + Spread.share((double) split.trueAbove() / split.above()) + " above";
    }

    /// A value as the file writes it: shares in per cent.
    private static String written(Judgement judgement, double value) {
        boolean share = judgement.measure().form() == Measure.Form.SHARE
                || judgement.measure().form() == Measure.Form.SHARE_EACH;
        return share
                ? String.format(Locale.ROOT, "%.3g", value * 100).replaceFirst("\\.?0+$", "") + "%"
                : Double.toString(value).replaceFirst("\\.0$", "");
    }

    /// `4 claims: 1 holds, 1 depends, 1 fails, 1 assumed.`
    public static String counts(StudyAnswer answer) {
        List<String> counts = new ArrayList<>();
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            long count = answer.verdicts().stream()
                    .filter(verdict -> verdict.kind() == kind)
                    .count();
            if (count > 0) {
                counts.add(count + " " + word(kind));
            }
        }
        int all = answer.verdicts().size();
        return all == 0
                ? "No claims: the scenario states none."
                : Sentences.count(all, "claim") + ": " + String.join(", ", counts) + ".";
    }
}
