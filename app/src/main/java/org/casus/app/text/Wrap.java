package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;

/// Text broken into lines at blanks.
public final class Wrap {

    private Wrap() {}

    /// Lines of at most `width` columns; a word longer than that stands alone on its line.
    public static List<String> lines(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && Columns.shown(line.toString()) + 1 + Columns.shown(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /// `text` behind `first`, its further lines behind as many blanks.
    public static List<String> hanging(String first, String text, int width) {
        int indent = Columns.shown(first);
        var lines = lines(text, Math.max(width - indent, 20));
        var hung = new ArrayList<String>();
        for (int k = 0; k < lines.size(); k++) {
            hung.add(((k == 0 ? first : " ".repeat(indent)) + lines.get(k)).stripTrailing());
        }
        return hung;
    }

    /// `text`, or its beginning and `…` where it is longer than `width`.
    public static String clip(String text, int width) {
        if (Columns.shown(text) <= width) {
            return text;
        }
        int end = text.offsetByCodePoints(0, Math.min(width - 1, text.codePointCount(0, text.length())));
        return text.substring(0, end).stripTrailing() + "…";
    }
}
