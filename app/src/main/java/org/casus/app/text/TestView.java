package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casus.app.run.Clean;
import org.casus.app.run.StudyAnswer;
import org.casus.scenario.Claim;
import org.casus.scenario.Judgement;
import org.casus.scenario.Measure;
import org.casus.study.Split;
import org.casus.study.Verdict;

/// Verdicts on claims: a line or two each, then how many of each there are.
public final class TestView {

    private final StudyAnswer answer;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TestView(StudyAnswer answer, Style style) {
        this.answer = answer;
        this.style = style;
    }

    /// The whole screen, ending in a line break.
    public static String of(StudyAnswer answer, Style style) {
        var view = new TestView(answer, style);
        view.lines.add(
                style.bold("claims: " + answer.about().scenario()) + "   " + style.dim(WorldsNotes.line(answer)));
        view.claims();
        view.lines.add(view.counts());
        view.lines.add("");
        for (String note : WorldsNotes.sentences(answer)) {
            view.lines.addAll(Wrap.lines(note, style.width()));
        }
        return style.plain(String.join("\n", view.lines)) + "\n";
    }

    /// The same in whole sentences, one to a line.
    public static String plain(StudyAnswer answer, Style style) {
        var view = new TestView(answer, style);
        for (int k = 0; k < answer.verdicts().size(); k++) {
            Claim claim = answer.study().claims().get(k);
            Verdict verdict = answer.verdicts().get(k);
            view.lines.add("Claim " + claim.id() + ", " + Clean.text(claim.says()) + " Verdict: " + word(verdict)
                    + (Double.isNaN(verdict.share()) ? "" : ", true in " + Spread.share(verdict.share()) + " of worlds")
                    + "." + sentence(view.detail(claim, verdict)));
        }
        view.lines.add(view.counts());
        view.lines.addAll(WorldsNotes.sentences(answer));
        return style.plain(String.join("\n", view.lines)) + "\n";
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : " " + Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private static String word(Verdict verdict) {
        return verdict.kind().name().toLowerCase(Locale.ROOT);
    }

    private void claims() {
        List<Claim> claims = answer.study().claims();
        int width = claims.stream()
                .mapToInt(claim -> Columns.shown(claim.id()))
                .max()
                .orElse(0);
        width = Math.min(width, 26);
        for (int k = 0; k < claims.size(); k++) {
            Claim claim = claims.get(k);
            Verdict verdict = answer.verdicts().get(k);
            String id = Wrap.clip(claim.id(), width);
            String head = "  " + pad(word(verdict), 10) + "  " + pad(id, width) + "  "
                    + " ".repeat(4 - Spread.share(verdict.share()).length()) + Spread.share(verdict.share()) + "  ";
            var hung = Wrap.hanging(head, detail(claim, verdict), style.width());
            lines.add(coloured(verdict, claim, hung.getFirst()));
            lines.addAll(hung.subList(1, hung.size()));
        }
    }

    private String coloured(Verdict verdict, Claim claim, String line) {
        String word = word(verdict);
        String shown = switch (verdict.kind()) {
            case FAILS -> claim.severity() == Claim.Severity.ERROR ? style.red(word) : style.yellow(word);
            case DEPENDS -> style.yellow(word);
            case HOLDS -> style.bold(word);
            case ASSUMED, UNTESTABLE -> style.dim(word);
        };
        return "  " + shown + line.substring(2 + word.length());
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - Columns.shown(text)));
    }

    private String detail(Claim claim, Verdict verdict) {
        List<String> parts = new ArrayList<>();
        String effect = Effects.of(claim, verdict, answer.study().scenario());
        if (!effect.isEmpty() && verdict.kind() != Verdict.Kind.ASSUMED) {
            parts.add(effect);
        }
        verdict.splitsOn().ifPresent(split -> parts.add(split(split)));
        if (verdict.kind() == Verdict.Kind.DEPENDS && verdict.splitsOn().isEmpty() && verdict.otherwise() == 0) {
            parts.add("no single judgement splits the worlds");
        }
        verdict.reason().ifPresent(reason -> parts.add(Clean.text(reason)));
        if (verdict.failed() > 0) {
            parts.add(Sentences.count(verdict.failed(), "world") + " not solved");
        }
        if (verdict.kind() == Verdict.Kind.FAILS && claim.severity() == Claim.Severity.WARNING) {
            parts.add("a warning");
        }
        return String.join("; ", parts);
    }

    private String split(Split split) {
        Judgement judgement = answer.study().scenario().judgements().get(split.judgement());
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
    private String counts() {
        List<String> counts = new ArrayList<>();
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            long count = answer.verdicts().stream()
                    .filter(verdict -> verdict.kind() == kind)
                    .count();
            if (count > 0) {
                counts.add(count + " " + kind.name().toLowerCase(Locale.ROOT));
            }
        }
        int all = answer.verdicts().size();
        return all == 0
                ? "No claims: the scenario states none."
                : Sentences.count(all, "claim") + ": " + String.join(", ", counts) + ".";
    }
}
