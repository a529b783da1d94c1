package org.casus.app.report;

import java.util.List;
import org.casus.app.text.LaneChart;
import org.casus.app.text.LaneChart.Stretch;
import org.casus.app.text.Sentences;
import org.casus.scenario.Row;

/// A lane for each row of the board over time: the level on which most runs stand, as high as their share.
///
/// @param unit of time, such as `Week`
/// @param times from the start to the horizon
/// @param rows to be shown
/// @param share of the runs on each level, of each of `rows`, `[row][time][level]`
record LanePicture(String title, String description, String unit, double[] times, List<Row> rows, double[][][] share)
        implements Picture {

    private static final int LEFT = 110;
    private static final int RIGHT = 14;
    private static final int TOP = 6;
    private static final int PLOT_WIDTH = 436;
    private static final int LANE = 36;
    private static final int GAP = 8;
    private static final int BOTTOM = 44;
    private static final int TEXT = 14;
    /// Columns that a letter takes at most.
    private static final double LETTER = 7.6;

    private static final int LONGEST = 13;

    @Override
    public int width() {
        return LEFT + PLOT_WIDTH + RIGHT;
    }

    @Override
    public int height() {
        return TOP + rows.size() * (LANE + GAP) + BOTTOM;
    }

    @Override
    public String setting() {
        return "wide";
    }

    @Override
    public String drawing(String id) {
        var drawing = new StringBuilder();
        for (int k = 0; k < rows.size(); k++) {
            lane(drawing, k);
        }
        double base = TOP + rows.size() * (LANE + GAP);
        double end = times[times.length - 1];
        for (int quarter = 0; quarter <= 4; quarter++) {
            double x = LEFT + PLOT_WIDTH * quarter / 4.0;
            drawing.append(Svg.line(x, base, x, base + 5, "rule"))
                    .append(Svg.text(x, base + 20, TEXT, "middle", false, Sentences.number(end * quarter / 4)));
        }
        return drawing.append(Svg.line(LEFT, base, LEFT + PLOT_WIDTH, base, "rule"))
                .append(Svg.text(LEFT + PLOT_WIDTH / 2.0, base + 40, TEXT, "middle", false, unit + "s from the start"))
                .toString();
    }

    private void lane(StringBuilder drawing, int k) {
        double floor = TOP + k * (LANE + GAP) + LANE;
        String name = rows.get(k).id();
        String label = name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
        drawing.append(Svg.text(LEFT - 8, floor - LANE / 2.0 + 5, TEXT, "end", false, label));
        for (Stretch stretch : LaneChart.stretches(share[k])) {
            int to = Math.min(stretch.to() + 1, times.length - 1);
            var points = new StringBuilder(Svg.n(x(stretch.from())) + "," + Svg.n(floor));
            for (int t = stretch.from(); t <= to; t++) {
                int at = Math.min(t, stretch.to());
                points.append(' ')
                        .append(Svg.n(x(t)))
                        .append(',')
                        .append(Svg.n(floor - LANE * share[k][at][stretch.level()]));
            }
            points.append(' ').append(Svg.n(x(to))).append(',').append(Svg.n(floor));
            drawing.append("<polygon class=\"area ")
                    .append(Palette.at(stretch.level()))
                    .append("\" points=\"")
                    .append(points)
                    .append("\"/>");
        }
        for (Stretch stretch : LaneChart.stretches(share[k])) {
            String level = rows.get(k).levels().get(stretch.level());
            double room = x(Math.min(stretch.to() + 1, times.length - 1)) - x(stretch.from()) - 6;
            if (level.length() * LETTER <= room) {
                drawing.append(Svg.text(x(stretch.from()) + 5, floor - 6, TEXT, "start", false, level));
            }
        }
        drawing.append(Svg.line(LEFT, floor, LEFT + PLOT_WIDTH, floor, "faint"));
    }

    private double x(int time) {
        return LEFT + PLOT_WIDTH * times[time] / times[times.length - 1];
    }
}
