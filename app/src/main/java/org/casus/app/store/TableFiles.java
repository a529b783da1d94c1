package org.casus.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Writes tables as CSV and Parquet. Each file appears whole under its name, or not at all.
final class TableFiles {

    /// How the names of files begin that are not finished.
    static final String UNFINISHED = ".new-";

    private static final List<String> FORMATS = List.of("csv", "parquet");

    private TableFiles() {}

    /// Writes `table` into `folder` in every format.
    static void write(Connection connection, Path folder, Table table) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            String columns = table.columns().stream()
                    .map(column -> identifier(column.name()) + " " + column.type())
                    .collect(Collectors.joining(", "));
            statement.execute("CREATE OR REPLACE TEMP TABLE written (" + columns + ")");
            fill(connection, table);
            for (String format : FORMATS) {
                String name = table.name() + "." + format;
                Path unfinished = folder.resolve(UNFINISHED + name);
                String options = format.equals("csv") ? "FORMAT csv, HEADER" : "FORMAT parquet";
                statement.execute("COPY (SELECT * FROM written ORDER BY rowid) TO "
                        + text(unfinished.toAbsolutePath().toString()) + " (" + options + ")");
                Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
            statement.execute("DROP TABLE written");
        }
    }

    private static void fill(Connection connection, Table table) throws SQLException {
        try (DuckDBAppender appender =
                connection.unwrap(DuckDBConnection.class).createAppender("temp", "main", "written")) {
            for (List<Object> row : table.rows()) {
                appender.beginRow();
                for (Object cell : row) {
                    append(appender, cell);
                }
                appender.endRow();
            }
        }
    }

    private static void append(DuckDBAppender appender, Object cell) throws SQLException {
        switch (cell) {
            case Integer whole -> appender.append(whole.intValue());
            case Double number when number.isNaN() -> appender.appendNull();
            case Double number -> appender.append(number.doubleValue());
            case Boolean flag -> appender.append(flag.booleanValue());
            case String text -> appender.append(text);
            case Optional<?> nothing when nothing.isEmpty() -> appender.appendNull();
            default -> throw new IllegalArgumentException("no cell: " + cell);
        }
    }

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
