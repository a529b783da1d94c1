package org.casus.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// How messages spell things.
final class Say {

    private static final int LISTED = 14;

    private Say() {}

    /// A word of the file in back quotes, shortened if it is long.
    static String quoted(String word) {
        String shown = word.codePointCount(0, word.length()) > 60
                ? word.substring(0, word.offsetByCodePoints(0, 57)) + "…"
                : word;
        return "`" + shown.replaceAll("\\p{Cntrl}", "·") + "`";
    }

    /// `a, b, c`, and at most so many of them.
    static String list(Collection<String> words) {
        List<String> shown = new ArrayList<>(words);
        if (shown.size() <= LISTED) {
            return String.join(", ", shown);
        }
        return String.join(", ", shown.subList(0, LISTED)) + " and " + (shown.size() - LISTED) + " more";
    }

    /// `a, b or c`, each quoted.
    static String either(List<String> words) {
        if (words.size() < 2) {
            return words.stream().map(Say::quoted).findFirst().orElse("");
        }
        List<String> quoted = words.stream().map(Say::quoted).toList();
        return String.join(", ", quoted.subList(0, quoted.size() - 1)) + " or " + quoted.getLast();
    }

    /// `a, b and c`, each quoted.
    static String all(List<String> words) {
        return words.size() < 2 ? either(words) : either(words).replaceFirst(" or (`[^`]*`)$", " and $1");
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// `1 number`, `2 numbers`.
    static String count(long n, String singular) {
        return n + " " + singular + (n == 1 ? "" : "s");
    }

    /// A number without needless zeros: `20`, `0.5`.
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
