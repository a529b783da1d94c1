package org.casus.app.report;

import java.util.Arrays;
import org.casus.app.text.Letters;
import org.casus.app.text.Sentences;

/// Odds over time as areas on top of each other, the first outcome at the top, each with its letter.
///
/// @param unit of time, such as `week`
/// @param times from the start to the horizon
/// @param odds of each outcome at each time, `[time][outcome]`
record Areas(String title, String description, String unit, double[] times, double[][] odds) implements Picture {

    private static final int LEFT = 34;
    private static final int RIGHT = 30;
    private static final int TOP = 10;
    private static final int PLOT_WIDTH = 496;
    private static final int PLOT_HEIGHT = 250;
    private static final int BOTTOM = 46;
    private static final int TEXT = 14;

    /// Areas lower than this have no room for a letter inside.
    private static final double ROOM = 17;

    @Override
    public int width() {
        return LEFT + PLOT_WIDTH + RIGHT;
    }

    @Override
    public int height() {
        return TOP + PLOT_HEIGHT + BOTTOM;
    }

    @Override
    public String setting() {
        return "wide";
    }

    @Override
    public String drawing(String id) {
        var drawing = new StringBuilder();
        int outcomes = odds[0].length;
        for (int k = 0; k < outcomes; k++) {
            drawing.append(area(k));
        }
        for (int tick = 0; tick <= 100; tick += 25) {
            double y = y(1 - tick / 100.0);
            drawing.append(Svg.line(LEFT, y, LEFT + PLOT_WIDTH, y, "faint"))
                    .append(Svg.text(LEFT - 6, y + 5, TEXT, "end", false, String.valueOf(tick)));
        }
        axis(drawing);
        for (int k = 0; k < outcomes; k++) {
            letter(drawing, k);
        }
        return drawing.toString();
    }

    /// The edge above outcome k at time t is the odds of those before it, counted from the top.
    private double above(int time, int k) {
        return Arrays.stream(odds[time], 0, k).sum();
    }

    private String area(int k) {
        var points = new StringBuilder();
        for (int t = 0; t < times.length; t++) {
            points.append(point(t, above(t, k)));
        }
        for (int t = times.length - 1; t >= 0; t--) {
            points.append(point(t, above(t, k + 1)));
        }
        return "<polygon class=\"area " + Palette.at(k) + "\" points=\""
                + points.toString().strip() + "\"/>";
    }

    private String point(int time, double down) {
        return Svg.n(x(time)) + "," + Svg.n(y(down)) + " ";
    }

    /// The letter of an outcome: beside the end of its area, or inside where that is thin at its end.
    private void letter(StringBuilder drawing, int k) {
        String letter = String.valueOf(Letters.of(k));
        int last = times.length - 1;
        if (odds[last][k] * PLOT_HEIGHT >= ROOM) {
            drawing.append(Svg.text(LEFT + PLOT_WIDTH + 8, middle(last, k), TEXT + 1, "start", true, letter));
            return;
        }
        int widest = 0;
        for (int t = 0; t < times.length; t++) {
            widest = odds[t][k] > odds[widest][k] ? t : widest;
        }
        if (odds[widest][k] * PLOT_HEIGHT >= ROOM) {
            double x = Math.clamp(x(widest), LEFT + 12, LEFT + PLOT_WIDTH - 12);
            drawing.append(Svg.text(x, middle(widest, k), TEXT + 1, "middle", true, letter));
        }
    }

    private double middle(int time, int k) {
        return y(above(time, k) + odds[time][k] / 2) + 5;
    }

    private void axis(StringBuilder drawing) {
        double end = times[times.length - 1];
        double base = TOP + PLOT_HEIGHT;
        double step = step(end);
        for (double t = 0; t <= end + 1e-9; t += step) {
            // The horizon has a label of its own, and needs its room.
            if (end - t >= 0.6 * step || end == t) {
                tick(drawing, t, base);
            }
        }
        if (end % step != 0) {
            tick(drawing, end, base);
        }
        drawing.append(Svg.line(LEFT, base, LEFT + PLOT_WIDTH, base, "rule"))
                .append(Svg.text(LEFT + PLOT_WIDTH / 2.0, base + 40, TEXT, "middle", false, unit + "s from the start"));
    }

    private void tick(StringBuilder drawing, double t, double base) {
        double x = LEFT + PLOT_WIDTH * t / times[times.length - 1];
        drawing.append(Svg.line(x, base, x, base + 5, "rule"))
                .append(Svg.text(x, base + 20, TEXT, "middle", false, Sentences.number(t)));
    }

    /// 1, 2 or 5 times a power of ten, so that there are at most eight ticks.
    private static double step(double end) {
        double power = Math.pow(10, Math.floor(Math.log10(end / 8)));
        for (double factor : new double[] {1, 2, 5}) {
            if (end / (factor * power) <= 8) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private double x(int time) {
        return LEFT + PLOT_WIDTH * times[time] / times[times.length - 1];
    }

    private static double y(double down) {
        return TOP + PLOT_HEIGHT * Math.clamp(down, 0, 1);
    }
}
