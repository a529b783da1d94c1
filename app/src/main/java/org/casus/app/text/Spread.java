package org.casus.app.text;

import java.util.Locale;
import org.casus.study.Band;

/// What a quantity does over worlds, rounded as far as it can be trusted.
///
/// Odds are read in 100. Where the middle 90% of worlds are more than 10 points apart, everything is rounded
/// to 5 points, and the tails read `<5` and `>95`; else as [Odds] rounds. `0` and `100` stand only where the
/// model leaves no other way. `43 (33–58)`: the median world, then the middle 90%.
public final class Spread {

    private static final double WIDE = 0.10;
    private static final double HALF_STEP = 0.025;

    private Spread() {}

    /// Odds with their band: `45 (35–60)`.
    public static String odds(Band band) {
        if (Double.isNaN(band.median())) {
            return "?";
        }
        boolean wide = band.width() > WIDE;
        String median = odds(band.median(), wide);
        String low = odds(band.p5(), wide);
        String high = odds(band.p95(), wide);
        return low.equals(high) && low.equals(median) ? median : median + " (" + low + "–" + high + ")";
    }

    /// Odds with their band for a sentence: `45 in 100 (35–60 across the ranges)`.
    public static String sentence(Band band) {
        String odds = odds(band);
        int bracket = odds.indexOf(" (");
        return bracket < 0
                ? odds + " in 100"
                : odds.substring(0, bracket) + " in 100" + odds.substring(bracket, odds.length() - 1)
                        + " across the ranges)";
    }

    private static String odds(double odds, boolean wide) {
        if (!wide || odds <= 0 || odds >= 1) {
            return Odds.in100(odds);
        }
        if (odds < HALF_STEP) {
            return "<5";
        }
        return odds > 1 - HALF_STEP ? ">95" : Long.toString(5 * Math.round(odds * 20));
    }

    /// A difference of odds with its band, in points: `−10 (−15 to −5)`.
    public static String points(Band band) {
        if (Double.isNaN(band.median())) {
            return "?";
        }
        double step = band.width() > WIDE ? 5 : Math.abs(band.median()) < 0.03 && band.width() < 0.03 ? 0.1 : 1;
        return spread(band, 100, step);
    }

    /// A number in its own unit with its band, to three digits of its larger end: `4.2 (3.1–6.0)`.
    public static String number(Band band) {
        if (Double.isNaN(band.median())) {
            return "?";
        }
        int decimals = decimals(band);
        String median = plain(band.median(), decimals);
        String low = plain(band.p5(), decimals);
        String high = plain(band.p95(), decimals);
        String between = band.p5() < 0 ? " to " : "–";
        return low.equals(high) && low.equals(median) ? median : median + " (" + low + between + high + ")";
    }

    /// A difference of such numbers: `+1.2 (+0.3 to +2.0)`.
    public static String change(Band band) {
        return Double.isNaN(band.median()) ? "?" : spread(band, 1, Math.pow(10, -decimals(band)));
    }

    private static int decimals(Band band) {
        double largest = Math.max(Math.abs(band.p5()), Math.abs(band.p95()));
        if (!(largest > 0) || largest >= 100) {
            return 0;
        }
        return Math.clamp((int) (1 - Math.floor(Math.log10(largest))), 0, 6);
    }

    private static String plain(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
    }

    private static String spread(Band band, double unit, double step) {
        String median = signed(band.median() * unit, step);
        String low = signed(band.p5() * unit, step);
        String high = signed(band.p95() * unit, step);
        return low.equals(high) && low.equals(median) ? median : median + " (" + low + " to " + high + ")";
    }

    /// `+5`, `−0.4`, `0`, rounded to a multiple of `step`.
    private static String signed(double value, double step) {
        double rounded = Math.rint(value / step) * step;
        int decimals = step >= 1 ? 0 : (int) Math.round(-Math.log10(step));
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(rounded));
        if (digits.matches("[0.]+")) {
            return "0";
        }
        return (rounded < 0 ? "−" : "+") + digits;
    }

    /// A share of worlds in per cent: `91%`; `0%` and `100%` only where it is none or all.
    public static String share(double share) {
        if (Double.isNaN(share)) {
            return "–";
        }
        if (share > 0 && share < 0.005) {
            return "<1%";
        }
        return share < 1 && share > 0.995 ? ">99%" : Math.round(share * 100) + "%";
    }
}
