package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import org.casus.scenario.Row;
import org.casus.story.Lanes;

/// A lane for each row, time to the right: the level on which most runs stand, drawn `=` while two in three
/// or more stand on it and `-` while fewer do.
public final class LaneChart {

    private static final double MOST = 2.0 / 3;
    private static final int LABEL = 18;

    private LaneChart() {}

    /// A stretch of time in which most runs stand on one level.
    ///
    /// @param from first moment, index into the times
    /// @param to last moment
    public record Stretch(int level, int from, int to) {}

    /// The stretches of a row, `share` being `[time][level]`.
    public static List<Stretch> stretches(double[][] share) {
        var stretches = new ArrayList<Stretch>();
        int from = 0;
        for (int t = 1; t <= share.length; t++) {
            if (t == share.length || common(share[t]) != common(share[from])) {
                stretches.add(new Stretch(common(share[from]), from, t - 1));
                from = t;
            }
        }
        return stretches;
    }

    /// Whether the commonest level ever changes.
    static boolean moves(double[][] share) {
        return stretches(share).size() > 1;
    }

    private static int common(double[] share) {
        int most = 0;
        for (int level = 1; level < share.length; level++) {
            most = share[level] > share[most] ? level : most;
        }
        return most;
    }

    /// The chart's lines, at most `width` columns wide.
    static List<String> of(List<Row> rows, Lanes lanes, String unit, int width, Style style) {
        int label = Math.min(
                LABEL,
                rows.stream().mapToInt(row -> Columns.shown(row.id())).max().orElse(0));
        int columns = width - label - 4;
        var lines = new ArrayList<String>();
        double horizon = lanes.times()[lanes.times().length - 1];
        String right = Sentences.number(horizon);
        String left = unit + "s 0 ";
        int dots = Math.max(1, columns - left.length() - right.length() - 1);
        lines.add(style.dim("  " + " ".repeat(label) + "  " + left + ".".repeat(dots) + " " + right));
        for (Row row : rows) {
            String name = Wrap.clip(row.id(), label);
            lines.add("  " + name + " ".repeat(label - Columns.shown(name)) + "  "
                    + lane(row, lanes.share()[row.index()], columns));
        }
        return lines;
    }

    private static String lane(Row row, double[][] share, int columns) {
        var lane = new StringBuilder();
        var stretches = stretches(share);
        for (int k = 0; k < stretches.size(); k++) {
            Stretch stretch = stretches.get(k);
            int from = column(stretch.from(), share.length, columns);
            int to = k + 1 < stretches.size() ? column(stretches.get(k + 1).from(), share.length, columns) : columns;
            int room = to - from;
            var part = new StringBuilder();
            if (room > 0) {
                part.append(k == 0 ? "" : "│");
                String level = row.levels().get(stretch.level());
                int free = room - part.length();
                part.append(Columns.shown(level) <= free ? level : free >= 5 ? Wrap.clip(level, free) : "");
            }
            for (int column = from + part.length(); column < to; column++) {
                int t = Math.clamp((long) column * share.length / columns, stretch.from(), stretch.to());
                part.append(share[t][stretch.level()] >= MOST ? "=" : "-");
            }
            lane.append(part);
        }
        return lane.toString();
    }

    private static int column(int moment, int moments, int columns) {
        return moment * columns / moments;
    }
}
