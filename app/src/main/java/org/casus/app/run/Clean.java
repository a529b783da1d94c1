package org.casus.app.run;

/// Titles and texts of a file, safe for a terminal: what would move its cursor or change its
/// colours is shown as a dot.
public final class Clean {

    private Clean() {}

    public static String text(String text) {
        return text.strip()
                .replaceAll("[ \\t\\r\\n]+", " ")
                .replaceAll("[\\p{Cc}\\p{Co}\\u202a-\\u202e\\u2066-\\u2069]", "·");
    }
}
