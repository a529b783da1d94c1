package org.casus.app.report;

import java.util.List;
import java.util.stream.Collectors;

/// Tables as CSV (RFC 4180): UTF-8, comma, `\n`, a line of names, numbers unrounded.
final class CsvWriter {

    private CsvWriter() {}

    static String of(Table table) {
        var csv = new StringBuilder();
        line(
                csv,
                table.columns().stream()
                        .flatMap(column -> column.fields().stream())
                        .toList());
        for (Table.Row row : table.rows()) {
            line(
                    csv,
                    row.cells().stream().flatMap(cell -> cell.values().stream()).toList());
        }
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<String> values) {
        csv.append(values.stream().map(CsvWriter::quoted).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static final String NUMBER = "-(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?";

    /// Quoted where it must be. What a spreadsheet would take for a formula gets an apostrophe in front: all that
    /// begins like one and is no number.
    private static String quoted(String value) {
        String safe = value.matches("(?s)[-=+@\\t\\r].*") && !value.matches(NUMBER) ? "'" + value : value;
        return safe.matches("(?s).*[\",\\n\\r].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
