package org.casus.app.store;

import java.util.List;
import java.util.Optional;

/// A table for other tools. Rows stand in the order in which they are to be written.
///
/// @param name of its files, without ending
/// @param rows one cell for each column: [Integer], [Double] (a NaN is an empty cell), [String], [Boolean]
///     or an empty [Optional]
public record Table(String name, List<Column> columns, List<List<Object>> rows) {

    /// What stands in a column.
    public enum Type {
        INTEGER,
        DOUBLE,
        VARCHAR,
        BOOLEAN
    }

    /// One column.
    public record Column(String name, Type type) {}

    /// An empty cell.
    public static final Object NOTHING = Optional.empty();

    public static Column whole(String name) {
        return new Column(name, Type.INTEGER);
    }

    public static Column number(String name) {
        return new Column(name, Type.DOUBLE);
    }

    public static Column text(String name) {
        return new Column(name, Type.VARCHAR);
    }

    public static Column flag(String name) {
        return new Column(name, Type.BOOLEAN);
    }
}
