package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import org.casus.app.run.Clean;
import org.casus.app.run.StudyAnswer;
import org.casus.scenario.Claim;
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
        view.lines.add(Verdicts.counts(answer));
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
            view.lines.add("Claim " + claim.id() + ", " + Clean.text(claim.says()) + " Verdict: "
                    + Verdicts.word(verdict)
                    + (Double.isNaN(verdict.share()) ? "" : ", true in " + Spread.share(verdict.share()) + " of worlds")
                    + "." + sentence(view.detail(claim, verdict)));
        }
        view.lines.add(Verdicts.counts(answer));
        view.lines.addAll(WorldsNotes.sentences(answer));
        return style.plain(String.join("\n", view.lines)) + "\n";
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : " " + Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
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
            String head = "  " + pad(Verdicts.word(verdict), 10) + "  " + pad(id, width) + "  "
                    + " ".repeat(4 - Spread.share(verdict.share()).length()) + Spread.share(verdict.share()) + "  ";
            var hung = Wrap.hanging(head, detail(claim, verdict), style.width());
            lines.add(coloured(verdict, claim, hung.getFirst()));
            lines.addAll(hung.subList(1, hung.size()));
        }
    }

    private String coloured(Verdict verdict, Claim claim, String line) {
        String word = Verdicts.word(verdict);
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
        String effect = Verdicts.effect(claim, verdict, answer.study().scenario());
        if (!effect.isEmpty()) {
            parts.add(effect);
        }
        parts.addAll(Verdicts.notes(verdict, answer.study().scenario()));
        if (verdict.kind() == Verdict.Kind.FAILS && claim.severity() == Claim.Severity.WARNING) {
            parts.add("a warning");
        }
        return String.join("; ", parts);
    }
}
