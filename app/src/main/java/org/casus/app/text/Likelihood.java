package org.casus.app.text;

import java.util.Optional;
import org.casus.study.Band;

/// Words for odds, as ICD 203 (Analytic Standards, US Director of National Intelligence, 2015) has them. They
/// never stand without the number, and never in one sentence with how sure one is of it.
///
/// | in 100 | word |
/// | --- | --- |
/// | 1–5 | almost no chance |
/// | 5–20 | very unlikely |
/// | 20–45 | unlikely |
/// | 45–55 | roughly even |
/// | 55–80 | likely |
/// | 80–95 | very likely |
/// | 95–99 | almost certain |
///
/// The scale reaches neither 0 nor 100, so that there is no word below 1 and above 99.
public final class Likelihood {

    private static final double[] FROM = {0.01, 0.05, 0.20, 0.45, 0.55, 0.80, 0.95};
    private static final double TO = 0.99;
    private static final String[] WORDS = {
        "almost no chance", "very unlikely", "unlikely", "roughly even", "likely", "very likely", "almost certain"
    };

    private Likelihood() {}

    /// The one word for all of the middle 90% of worlds; empty where they cross several, or leave the scale.
    public static Optional<String> word(Band band) {
        int low = at(band.p5());
        return low >= 0 && low == at(band.p95()) ? Optional.of(WORDS[low]) : Optional.empty();
    }

    /// The same in words whatever the band: `likely`, `almost no chance, or less`, `unlikely to likely: the
    /// ranges cannot tell`, `off the scale`.
    public static String words(Band band) {
        if (Double.isNaN(band.median()) || band.p95() < FROM[0] || band.p5() > TO) {
            return "off the scale";
        }
        String low = WORDS[at(Math.max(band.p5(), FROM[0]))];
        String high = WORDS[at(Math.min(band.p95(), TO))];
        if (!low.equals(high)) {
            return low + " to " + high + ": the ranges cannot tell";
        }
        return band.p5() < FROM[0] ? low + ", or less" : band.p95() > TO ? low + ", or more" : low;
    }

    /// Odds with their band for a sentence, with the one word where there is one: `70 in 100 (60–80 across the
    /// ranges; likely)`.
    public static String sentence(Band band) {
        String odds = Spread.sentence(band);
        return word(band)
                .map(word -> odds.endsWith(")")
                        ? odds.substring(0, odds.length() - 1) + "; " + word + ")"
                        : odds + " (" + word + ")")
                .orElse(odds);
    }

    private static int at(double odds) {
        if (!(odds >= FROM[0] && odds <= TO)) {
            return -1;
        }
        int k = FROM.length - 1;
        while (odds < FROM[k]) {
            k--;
        }
        return k;
    }
}
