package org.casus.app.text;

import java.util.ArrayList;
import org.casus.app.run.Matters;
import org.casus.app.run.Target;

/// What matters in whole sentences, one to a line.
public final class MattersPlainView {

    private static final int SHOWN = 12;

    private MattersPlainView() {}

    /// The whole text, ending in a line break.
    public static String of(Matters matters, Style style) {
        var words = new MattersWords(matters);
        var about = matters.about();
        var lines = new ArrayList<String>();
        lines.add(about.title() + ", " + (about.target().kind() == Target.Kind.CLAIM ? "" : "under the policy ")
                + words.setting() + ".");
        about.settings().forEach(setting -> lines.add("With the setting " + setting + "."));
        lines.addAll(words.finding());
        for (int k = 0; k < Math.min(SHOWN, matters.bars().size()); k++) {
            Matters.Bar bar = matters.bars().get(k);
            lines.add("Number " + (k + 1) + ": " + MattersWords.name(bar.judgements()) + ", "
                    + MattersWords.range(bar) + "; source: " + MattersWords.source(bar) + ". To first order "
                    + words.signed(bar.atLow()) + " " + words.unit() + " at the low end and "
                    + words.signed(bar.atHigh()) + " at the high end; slope " + words.slope(bar) + "."
                    + words.more(bar)
                            .map(more -> " " + Character.toUpperCase(more.charAt(0)) + more.substring(1) + ".")
                            .orElse(""));
        }
        words.rest(SHOWN).ifPresent(lines::add);
        lines.addAll(words.notes());
        lines.add("Made by casus " + about.version() + " from " + about.scenario() + ", hash " + about.hash()
                + ", seed " + about.seed() + ".");
        matters.warnings().forEach(warning -> lines.add("Warning: " + warning));
        return style.plain(String.join("\n", lines)) + "\n";
    }
}
