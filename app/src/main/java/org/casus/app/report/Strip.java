package org.casus.app.report;

import java.util.Arrays;
import org.casus.study.Band;

/// What a number does over worlds, as dots on a line: one for each world, of many worlds every fortieth part
/// of them; the median a stroke.
///
/// @param values of the worlds
/// @param low left end of the line, the same for all strips of a table
/// @param high right end
record Strip(String title, String description, double[] values, double low, double high) implements Picture {

    private static final int WIDTH = 150;
    private static final int HEIGHT = 24;
    private static final int EDGE = 6;
    private static final int DOTS = 40;

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public String setting() {
        return "strip";
    }

    @Override
    public String drawing(String id) {
        var drawing = new StringBuilder(Svg.line(EDGE, HEIGHT / 2.0, WIDTH - EDGE, HEIGHT / 2.0, "faint"));
        for (double value : shown()) {
            drawing.append("<circle class=\"c0 full\" fill-opacity=\"0.5\" cx=\"")
                    .append(Svg.n(x(value)))
                    .append("\" cy=\"")
                    .append(Svg.n(HEIGHT / 2.0))
                    .append("\" r=\"3.2\"/>");
        }
        double median = x(Band.quantileOf(values, 0.5));
        return drawing.append("<line x1=\"")
                .append(Svg.n(median))
                .append("\" y1=\"3\" x2=\"")
                .append(Svg.n(median))
                .append("\" y2=\"21\" class=\"rule\" stroke-width=\"2\"/>")
                .toString();
    }

    private double[] shown() {
        if (values.length <= DOTS) {
            return values;
        }
        var shown = new double[DOTS];
        Arrays.setAll(shown, k -> Band.quantileOf(values, (k + 0.5) / DOTS));
        return shown;
    }

    private double x(double value) {
        double share = high > low ? (value - low) / (high - low) : 0.5;
        return EDGE + (WIDTH - 2 * EDGE) * Math.clamp(share, 0, 1);
    }
}
