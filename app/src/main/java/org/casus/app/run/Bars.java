package org.casus.app.run;

import java.util.ArrayList;
import java.util.List;

/// What is to be said of the bars of a tornado together.
final class Bars {

    private Bars() {}

    /// Bars that a straight line misses by much, and ends that are not solved: a sentence each.
    static List<String> warnings(List<Matters.Bar> bars) {
        var warnings = new ArrayList<String>();
        var bent = new ArrayList<String>();
        int resolved = 0;
        int unsolved = 0;
        for (Matters.Bar bar : bars) {
            if (bar.exact().isPresent()) {
                var exact = bar.exact().get();
                double off = Math.max(Math.abs(exact.atLow() - bar.atLow()), Math.abs(exact.atHigh() - bar.atHigh()));
                resolved++;
                unsolved += Double.isNaN(off) ? 1 : 0;
                if (off > Math.abs(bar.swing()) / 4) {
                    bent.add(bar.judgements().getFirst().id());
                }
            }
        }
        if (!bent.isEmpty()) {
            warnings.add("A straight line misses " + bent.size() + " of the " + resolved
                    + " re-solved bars by more than a quarter of the bar: " + String.join(", ", bent)
                    + ". Quote what was re-solved.");
        }
        if (unsolved > 0) {
            warnings.add(unsolved + " of the " + resolved + " widest bars could not be re-solved at an end.");
        }
        return warnings;
    }

    /// Share of Σ swing² that is of judgements without a source, those of a group sharing equally; NaN
    /// without bars.
    static double guessShare(List<Matters.Bar> bars) {
        double guessed = 0;
        double all = 0;
        for (Matters.Bar bar : bars) {
            double square = bar.swing() * bar.swing();
            long guesses = bar.judgements().stream().filter(Matters::guessed).count();
            guessed += square * guesses / bar.judgements().size();
            all += square;
        }
        return guessed / all;
    }
}
