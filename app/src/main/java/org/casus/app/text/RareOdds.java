package org.casus.app.text;

import java.util.Locale;
import org.casus.story.Conditioned;

/// Odds that may be rarer than can be told out of a hundred: those are exact too, so they are told to two
/// digits, out of as many as it takes.
public final class RareOdds {

    /// Below this, odds are told out of more than a hundred.
    static final double RARE = 0.0005;

    private RareOdds() {}

    /// A natural frequency: `43 of 100`, `3.0 of 10,000`.
    public static String often(double odds) {
        return odds >= RARE || odds <= 0
                ? Odds.frequency(odds)
                : of(odds, base(odds)).replace(" in ", " of ");
    }

    /// `43 in 100`, `3.0 in 10,000`.
    static String in100(double odds) {
        return odds > 0 && odds < RARE ? of(odds, base(odds)) : Odds.in100(odds) + " in 100";
    }

    /// `odds` out of as many as `rare` is told out of.
    static String beside(double odds, double rare) {
        return of(odds, base(rare));
    }

    /// The power of ten in which such rare odds are more than one.
    private static double base(double odds) {
        double base = 1e4;
        while (odds * base < 0.995 && base < 1e12) {
            base *= 10;
        }
        return base;
    }

    private static String of(double odds, double base) {
        if (odds < Conditioned.LEAST) {
            return "next to none";
        }
        double many = odds * base;
        return String.format(Locale.ROOT, many < 0.995 ? "%.2f" : many < 99.5 ? "%.1f" : "%.0f", many)
                + String.format(Locale.ROOT, " in %,.0f", base);
    }
}
