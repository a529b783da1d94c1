package org.casus.app.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/// Lists in columns: numbers come back bit for bit, NaN as the NULL it is kept as.
final class Lists {

    private Lists() {}

    static Array of(Connection connection, double[] values) throws SQLException {
        Object[] cells = new Object[values.length];
        for (int k = 0; k < values.length; k++) {
            cells[k] = Double.isNaN(values[k]) ? null : (Object) values[k];
        }
        return connection.createArrayOf("DOUBLE", cells);
    }

    static Array of(Connection connection, List<String> values) throws SQLException {
        return connection.createArrayOf("VARCHAR", values.toArray());
    }

    static double[] numbers(ResultSet rows, String column) throws SQLException {
        Object[] cells = cells(rows, column);
        double[] values = new double[cells.length];
        for (int k = 0; k < cells.length; k++) {
            values[k] = cells[k] instanceof Double number ? number : Double.NaN;
        }
        return values;
    }

    static List<String> texts(ResultSet rows, String column) throws SQLException {
        return Arrays.stream(cells(rows, column)).map(String::valueOf).toList();
    }

    static double number(ResultSet rows, String column) throws SQLException {
        double value = rows.getDouble(column);
        return rows.wasNull() ? Double.NaN : value;
    }

    private static Object[] cells(ResultSet rows, String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? new Object[0] : (Object[]) array.getArray();
    }
}
