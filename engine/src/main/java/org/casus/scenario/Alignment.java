package org.casus.scenario;

/// Finds characters of a YAML text in the file it came from, across quotes and folded lines.
final class Alignment {

    private Alignment() {}

    static Spot of(Node.Text text, int from, int to) {
        Spot whole = text.spot();
        String raw = whole.raw();
        String value = text.value();
        int at = skipOpening(raw);
        int start = -1;
        int end = -1;
        for (int k = 0; k < value.length(); k++) {
            char c = value.charAt(k);
            if (Character.isWhitespace(c)) {
                while (at < raw.length() && Character.isWhitespace(raw.charAt(at))) {
                    at++;
                }
                continue;
            }
            while (at < raw.length() && Character.isWhitespace(raw.charAt(at))) {
                at++;
            }
            if (at == raw.length() || raw.charAt(at) != c) {
                return whole;
            }
            if (k >= from && start < 0) {
                start = at;
            }
            at++;
            if (k < to) {
                end = at;
            }
        }
        if (start < 0) {
            return value.isEmpty() || at == 0 ? whole : whole.document().spot(whole.from() + at - 1, whole.from() + at);
        }
        return whole.document().spot(whole.from() + start, whole.from() + Math.max(start + 1, end));
    }

    /// Past an opening quote, or past the line of `|` or `>`.
    private static int skipOpening(String raw) {
        if (raw.isEmpty()) {
            return 0;
        }
        char first = raw.charAt(0);
        if (first == '"' || first == '\'') {
            return 1;
        }
        return first == '|' || first == '>' ? Math.max(0, raw.indexOf('\n')) : 0;
    }
}
