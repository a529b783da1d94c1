package org.casus.app.run;

/// Titles and texts of a file, safe for a terminal: what would move its cursor or change its colours is shown as a dot.
final class Clean {

    private Clean() {}

    static String text(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("[\\p{Cntrl}\\p{Co}\\u202a-\\u202e\\u2066-\\u2069]", "·");
    }
}
