package org.casus.bench;

import java.util.Locale;

/// What a [Line] is to reach.
sealed interface Aim {

    /// Figures below are written with a power of ten.
    double SMALL = 1e-3;

    /// At most this part of the yardstick.
    record Part(double most) implements Aim {}

    /// At most so much, in the line's unit.
    record Most(double most) implements Aim {}

    /// Shown beside the others, with nothing to reach.
    record None() implements Aim {}

    static Aim part(double most) {
        return new Part(most);
    }

    static Aim most(double most) {
        return new Most(most);
    }

    static Aim none() {
        return new None();
    }

    /// In words, for a line in `unit`.
    default String text(String unit) {
        return switch (this) {
            case Part(double most) -> "≤ " + fraction(most);
            case Most(double most) -> "≤ " + digits(most) + " " + unit;
            case None() -> "–";
        };
    }

    /// `yes`, `no`, or a dash where there is nothing to say.
    default String reached(double ours, double ratio) {
        return switch (this) {
            case Part(double most) -> Double.isNaN(ratio) ? "–" : yes(ratio <= most);
            case Most(double most) -> Double.isNaN(ours) ? "–" : yes(ours <= most);
            case None() -> "–";
        };
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }

    /// A ratio as people say it: 1/58, 1/3.6, 1.4; a dash where there is none.
    static String fraction(double ratio) {
        if (!Double.isFinite(ratio)) {
            return "–";
        }
        return ratio < 1 ? "1/" + digits(1 / ratio) : digits(ratio);
    }

    /// Three digits, and all that stand before the point; two and a power of ten where it is small; a dash for NaN.
    static String digits(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (value == 0) {
            return "0";
        }
        if (Math.abs(value) < SMALL) {
            return String.format(Locale.ROOT, "%.1e", value).replace("e-0", "e-");
        }
        int before = (int) Math.floor(Math.log10(Math.abs(value))) + 1;
        String text = String.format(Locale.ROOT, "%,." + Math.max(0, 3 - before) + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
