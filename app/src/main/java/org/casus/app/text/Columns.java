package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A table in fixed columns: cells are padded by what they show, colour codes not counted.
public final class Columns {

    /// Which side of its column a cell leans to.
    public enum Side {
        LEFT,
        RIGHT,
        /// Right, with the decimal points of numbers below one another.
        POINT
    }

    private static final Pattern NUMBER = Pattern.compile("[<>]?[-−]?[0-9]+(\\.[0-9]+)?");

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
        var rows = aligned();
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
                line.append(k == 0 ? "" : gap).append(sides.get(k) == Side.LEFT ? cell + pad : pad + cell);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /// The rows with blanks behind numbers that have fewer decimals than others of their column.
    private List<List<String>> aligned() {
        var decimals = new int[sides.size()];
        for (var row : rows) {
            for (int k = 0; k < row.size(); k++) {
                decimals[k] = Math.max(decimals[k], decimals(k, row.get(k)));
            }
        }
        var aligned = new ArrayList<List<String>>();
        for (var row : rows) {
            var cells = new ArrayList<String>();
            for (int k = 0; k < row.size(); k++) {
                String cell = row.get(k);
                boolean number =
                        sides.get(k) == Side.POINT && NUMBER.matcher(cell).matches();
                cells.add(number ? cell + " ".repeat(decimals[k] - decimals(k, cell)) : cell);
            }
            aligned.add(cells);
        }
        return aligned;
    }

    /// Columns from the decimal point on, of a number in a column that is aligned by them.
    private int decimals(int column, String cell) {
        int point = cell.lastIndexOf('.');
        boolean counts = sides.get(column) == Side.POINT && NUMBER.matcher(cell).matches() && point >= 0;
        return counts ? cell.length() - point : 0;
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
