package org.casus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The lines as text for people and as CSV.
final class Table {

    private static final List<String> HEAD = List.of("row", "what", "yardstick", "ours", "ratio", "aim", "reached");

    private Table() {}

    /// In columns, with the notes below.
    static String text(List<Line> lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        lines.forEach(line -> rows.add(cells(line)));
        int[] width = IntStream.range(0, HEAD.size())
                .map(c -> rows.stream().mapToInt(r -> r.get(c).length()).max().orElse(0))
                .toArray();
        var text = new StringBuilder();
        for (List<String> row : rows) {
            String line = IntStream.range(0, width.length)
                    .mapToObj(c -> String.format(Locale.ROOT, "%-" + width[c] + "s", row.get(c)))
                    .collect(Collectors.joining("  "));
            text.append(line.stripTrailing()).append('\n');
        }
        lines.stream()
                .filter(line -> !line.note().isEmpty())
                .forEach(line -> text.append('\n')
                        .append(line.row())
                        .append(", ")
                        .append(line.what())
                        .append(": ")
                        .append(line.note()));
        return text.append('\n').toString();
    }

    private static List<String> cells(Line line) {
        String theirs = Double.isNaN(line.theirs())
                ? "–"
                : line.yardstick() + " " + Aim.digits(line.theirs()) + " " + line.unit();
        String ours = Double.isNaN(line.ours()) ? "not measured" : Aim.digits(line.ours()) + " " + line.unit();
        return List.of(
                line.row(),
                line.what(),
                theirs,
                ours,
                Aim.fraction(line.ratio()),
                line.aim().text(line.unit()),
                line.reached());
    }

    /// One record a line, figures in full.
    static String csv(List<Line> lines) {
        var csv = new StringBuilder("row,what,unit,yardstick,yardstick_value,value,ratio,aim,reached,note\n");
        for (Line line : lines) {
            csv.append(Stream.of(
                            line.row(),
                            line.what(),
                            line.unit(),
                            line.yardstick(),
                            number(line.theirs()),
                            number(line.ours()),
                            number(line.ratio()),
                            line.aim().text(line.unit()),
                            line.reached(),
                            line.note())
                    .map(Table::quoted)
                    .collect(Collectors.joining(",", "", "\n")));
        }
        return csv.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6g", value);
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
