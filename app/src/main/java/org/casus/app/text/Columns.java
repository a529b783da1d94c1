package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;

/// A table in fixed columns: cells are padded by what they show, colour codes not counted.
public final class Columns {

    /// Which side of its column a cell leans to.
    public enum Side {
        LEFT,
        RIGHT
    }

    private final List<Side> sides;
    private final String gap;
    private final List<List<String>> rows = new ArrayList<>();

    public Columns(String gap, List<Side> sides) {
        this.gap = gap;
        this.sides = List.copyOf(sides);
    }

    /// One row; missing cells at the end are empty.
    public Columns row(List<String> cells) {
        if (cells.size() > sides.size()) {
            throw new IllegalArgumentException(cells.size() + " cells in a table of " + sides.size() + " columns");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    public Columns row(String... cells) {
        return row(List.of(cells));
    }

    /// The lines of the table, without blanks at their ends.
    public List<String> lines() {
        var widths = new int[sides.size()];
        for (var row : rows) {
            for (int k = 0; k < row.size(); k++) {
                widths[k] = Math.max(widths[k], shown(row.get(k)));
            }
        }
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var line = new StringBuilder();
            for (int k = 0; k < row.size(); k++) {
                String cell = row.get(k);
                String pad = " ".repeat(widths[k] - shown(cell));
                line.append(k == 0 ? "" : gap)
                        .append(sides.get(k) == Side.LEFT ? cell + pad : pad + cell);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /// How many columns `text` takes: code points without colour codes and combining marks.
    public static int shown(String text) {
        int count = 0;
        for (int k = 0; k < text.length(); ) {
            int c = text.codePointAt(k);
            if (c == '\u001b') {
                int end = text.indexOf('m', k);
                k = end < 0 ? text.length() : end + 1;
                continue;
            }
            int type = Character.getType(c);
            if (type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK && type != Character.FORMAT) {
                count++;
            }
            k += Character.charCount(c);
        }
        return count;
    }
}
