package org.casus.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A table as people read it, and in the same cells the numbers behind what they read.
///
/// @param name of its own within a brief: letters, digits and hyphens
/// @param caption what it is, in a few words
/// @param rows the first cell of each says what the row is about
public record Table(String name, String caption, List<Column> columns, List<Row> rows) {

    /// A column.
    ///
    /// @param head what people read
    /// @param side to which its cells are set
    /// @param fields names of the values in each of its cells; none where it is a picture of other columns
    public record Column(String head, Side side, List<String> fields) {

        static Column left(String head, String... fields) {
            return new Column(head, Side.LEFT, List.of(fields));
        }

        static Column right(String head, String... fields) {
            return new Column(head, Side.RIGHT, List.of(fields));
        }
    }

    /// To which side cells are set.
    public enum Side {
        LEFT,
        RIGHT
    }

    /// A row.
    public record Row(List<Cell> cells) {

        static Row of(Cell... cells) {
            return new Row(List.of(cells));
        }
    }

    /// A cell.
    ///
    /// @param values one for each field of its column, unrounded
    public record Cell(Text shown, Optional<Picture> picture, List<String> values) {

        static Cell text(String text) {
            return new Cell(Text.of(text), Optional.empty(), List.of(text));
        }

        static Cell of(Text shown, String... values) {
            return new Cell(shown, Optional.empty(), List.of(values));
        }

        /// A number with what people read of it. What is no number is empty among the values.
        static Cell number(String shown, double... values) {
            return new Cell(
                    Text.of(shown),
                    Optional.empty(),
                    Arrays.stream(values).mapToObj(Cell::value).toList());
        }

        static Cell picture(Picture picture) {
            return new Cell(Text.EMPTY, Optional.of(picture), List.of());
        }

        private static String value(double value) {
            return Double.isFinite(value) ? Double.toString(value == 0 ? 0 : value) : "";
        }
    }

    public Table {
        for (Row row : rows) {
            if (row.cells.size() != columns.size()) {
                throw new IllegalArgumentException(
                        name + ": " + row.cells.size() + " cells under " + columns.size() + " columns");
            }
            for (int k = 0; k < columns.size(); k++) {
                if (row.cells.get(k).values.size() != columns.get(k).fields.size()) {
                    throw new IllegalArgumentException(name + ": " + columns.get(k) + " has " + row.cells.get(k));
                }
            }
        }
    }

    /// The same rows with those columns left out that say nothing in any row.
    Table withoutEmpty() {
        List<Integer> kept = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            int at = k;
            if (rows.stream()
                    .map(row -> row.cells.get(at))
                    .anyMatch(cell -> !cell.shown.spans().isEmpty() || cell.picture.isPresent())) {
                kept.add(k);
            }
        }
        return new Table(
                name,
                caption,
                kept.stream().map(columns::get).toList(),
                rows.stream()
                        .map(row -> new Row(kept.stream().map(row.cells::get).toList()))
                        .toList());
    }
}
