package org.casus.chain;

import java.util.ArrayList;
import java.util.List;

/// A CSV text read by the book (RFC 4180), for tests that know nothing of what wrote it.
///
/// @param header names of the columns
/// @param rows one list of texts a line
record CsvTable(List<String> header, List<List<String>> rows) {

    static CsvTable parse(String text) {
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if (quoted) {
                if (c != '"') {
                    field.append(c);
                } else if (k + 1 < text.length() && text.charAt(k + 1) == '"') {
                    field.append('"');
                    k++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                line.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
            } else {
                field.append(c);
            }
        }
        return new CsvTable(lines.getFirst(), List.copyOf(lines.subList(1, lines.size())));
    }

    int column(String name) {
        int column = header.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("no column " + name + " in " + header);
        }
        return column;
    }

    List<String> names(String column) {
        return rows.stream().map(row -> row.get(column(column))).toList();
    }

    double[] numbers(String column) {
        return rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.get(column(column))))
                .toArray();
    }

    int[] integers(String column) {
        return rows.stream()
                .mapToInt(row -> Integer.parseInt(row.get(column(column))))
                .toArray();
    }
}
