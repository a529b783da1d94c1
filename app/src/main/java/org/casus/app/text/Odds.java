package org.casus.app.text;

import java.util.Locale;

/// Odds as people read them: out of 100, rounded to a point; below 3 and above 97 to a tenth of one; 0 and
/// 100 only where the model itself leaves no other way.
public final class Odds {

    private static final double TAIL = 0.0295;
    private static final double LEAST = 0.0005;

    private Odds() {}

    /// How many in 100: `43`, `1.4`, `<0.1`, `>99.9`; `0` and `100` are exact, `?` where there is
    /// no number.
    public static String in100(double odds) {
        if (Double.isNaN(odds)) {
            return "?";
        }
        if (odds <= 0) {
            return "0";
        }
        if (odds >= 1) {
            return "100";
        }
        if (odds < LEAST) {
            return "<0.1";
        }
        if (odds > 1 - LEAST) {
            return ">99.9";
        }
        boolean tail = odds < TAIL || odds > 1 - TAIL;
        return String.format(Locale.ROOT, tail ? "%.1f" : "%.0f", odds * 100);
    }

    /// As a natural frequency, for a sentence: `43 of 100`, `14 of 1000`, `fewer than 1 of 1000`, `none`,
    /// `all`.
    public static String frequency(double odds) {
        if (Double.isNaN(odds)) {
            return "an unknown number";
        }
        if (odds <= 0) {
            return "none";
        }
        if (odds >= 1) {
            return "all";
        }
        if (odds < LEAST) {
            return "fewer than 1 of 1000";
        }
        if (odds > 1 - LEAST) {
            return "more than 999 of 1000";
        }
        boolean tail = odds < TAIL || odds > 1 - TAIL;
        return tail
                ? String.format(Locale.ROOT, "%.0f of 1000", odds * 1000)
                : String.format(Locale.ROOT, "%.0f of 100", odds * 100);
    }

    /// A frequency without its base, to follow one that named it: `31`, `14 of 1000`.
    public static String shortFrequency(double odds) {
        String whole = frequency(odds);
        return whole.endsWith(" of 100") ? whole.substring(0, whole.length() - " of 100".length()) : whole;
    }
}
