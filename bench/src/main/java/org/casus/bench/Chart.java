package org.casus.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.bench.Size.Point;

/// A sweep as a picture: seconds and memory over states, both axes in powers of ten, with what a state costs
/// beside each point. The dashed line is cost in proportion to size.
final class Chart {

    /// Times the figure of a point below which the next one's is beside it.
    private static final double FLAT = 1.2;

    private static final int PANEL = 380;
    private static final int HEIGHT = 396;
    private static final int LEFT = 52;
    private static final int TOP = 76;
    private static final int RIGHT = 44;
    private static final int BOTTOM = 44;
    private static final String INK = "#1f2937";
    private static final String FAINT = "#d1d5db";
    private static final String LINE = "#0f5f8c";

    private Chart() {}

    /// One of the pictures.
    ///
    /// @param value drawn
    /// @param each written beside the point, in `unit`
    private record Panel(
            String title, String axis, ToDoubleFunction<Point> value, ToDoubleFunction<Point> each, String unit) {}

    /// Powers of ten from `low` to `high` over the pixels `from` to `to`.
    private record Scale(int low, int high, double from, double to) {

        static Scale of(List<Point> points, ToDoubleFunction<Point> value, double from, double to) {
            double[] logs = points.stream()
                    .mapToDouble(value)
                    .map(v -> Math.log10(Math.max(v, 1e-3)))
                    .sorted()
                    .toArray();
            int low = (int) Math.floor(logs[0] + 1e-9);
            int high = (int) Math.ceil(logs[logs.length - 1] - 1e-9);
            return new Scale(low, Math.max(high, low + 1), from, to);
        }

        double at(double value) {
            return from + (to - from) * (Math.log10(Math.max(value, 1e-3)) - low) / (high - low);
        }

        List<Double> powers() {
            return IntStream.rangeClosed(low, high)
                    .mapToObj(k -> Math.pow(10, k))
                    .toList();
        }
    }

    /// The picture of `points`, at least one, smallest first.
    static String svg(List<Point> points) {
        var svg = new StringBuilder();
        svg.append(line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\" fill=\"%s\" role=\"img\">",
                2 * PANEL, HEIGHT, INK));
        svg.append("<title>What a cold solve costs, over the size of the board</title>\n");
        svg.append("<desc>").append(description(points)).append("</desc>\n");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        svg.append(panel(points, new Panel("CPU seconds of a cold solve", "s", Point::cpu, Point::each, "µs"), 0));
        svg.append(panel(points, new Panel("Memory of the process", "GB", Chart::gigabytes, Chart::each, "B"), PANEL));
        return svg.append("</svg>\n").toString();
    }

    private static double states(Point point) {
        return (double) point.states();
    }

    private static double gigabytes(Point point) {
        return point.peak() / 1e9;
    }

    private static double each(Point point) {
        return (double) point.peak() / point.states();
    }

    private static String panel(List<Point> points, Panel panel, int shift) {
        Scale x = Scale.of(points, Chart::states, shift + LEFT, shift + PANEL - RIGHT);
        Scale y = Scale.of(points, panel.value, HEIGHT - BOTTOM, TOP);
        var svg = new StringBuilder();
        svg.append(
                line("<text x=\"%.1f\" y=\"24\" font-size=\"14\" font-weight=\"bold\">%s</text>", x.from, panel.title));
        svg.append(line("<text x=\"%.1f\" y=\"42\">beside each point: %s a state</text>", x.from, panel.unit));
        svg.append(dashed(x.from, 56, x.from + 21, 56));
        svg.append(line("<text x=\"%.1f\" y=\"60\">in proportion to size</text>", x.from + 27));
        for (double power : x.powers()) {
            svg.append(rule(x.at(power), y.from, x.at(power), y.to));
            svg.append(line(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>",
                    x.at(power), y.from + 18, brief(power)));
        }
        for (double power : y.powers()) {
            svg.append(rule(x.from, y.at(power), x.to, y.at(power)));
            svg.append(line(
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s %s</text>",
                    x.from - 6, y.at(power) + 4, brief(power), panel.axis));
        }
        svg.append(line(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">states</text>", (x.from + x.to) / 2, y.from + 36));
        svg.append(proportion(points, panel, x, y));
        String path = points.stream()
                .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", x.at(states(p)), y.at(panel.value.applyAsDouble(p))))
                .collect(Collectors.joining(" "));
        svg.append(line("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", path, LINE));
        for (int k = 0; k < points.size(); k++) {
            boolean flat = k + 1 < points.size()
                    && panel.value.applyAsDouble(points.get(k + 1)) < FLAT * panel.value.applyAsDouble(points.get(k));
            svg.append(mark(points.get(k), panel, x, y, flat));
        }
        return svg.toString();
    }

    /// A power of ten for an axis: `100`, `10k`, `1M`.
    private static String brief(double power) {
        return power >= 1e6
                ? Aim.digits(power / 1e6) + "M"
                : power >= 1e3 ? Aim.digits(power / 1e3) + "k" : Aim.digits(power);
    }

    /// In proportion to size from the last point down, as far as the picture goes.
    private static String proportion(List<Point> points, Panel panel, Scale x, Scale y) {
        Point last = points.getLast();
        double each = panel.value.applyAsDouble(last) / last.states();
        double least = Math.max(Math.pow(10, x.low), Math.pow(10, y.low) / each);
        if (!(least < last.states())) {
            return "";
        }
        return dashed(x.at(least), y.at(least * each), x.at(states(last)), y.at(states(last) * each));
    }

    private static String dashed(double x1, double y1, double x2, double y2) {
        return line(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-dasharray=\"3 3\"/>",
                x1, y1, x2, y2, INK);
    }

    /// @param flat whether the line goes on so flat that a figure below it would run into the next one
    private static String mark(Point point, Panel panel, Scale x, Scale y, boolean flat) {
        double px = x.at(states(point));
        double py = y.at(panel.value.applyAsDouble(point));
        String figure = Aim.digits(panel.each.applyAsDouble(point)) + " " + panel.unit;
        boolean low = py + 20 > y.from;
        boolean right = low || px > (x.from + x.to) / 2;
        return line("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>", px, py, LINE)
                + line(
                        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\" stroke=\"#fff\" stroke-width=\"3\""
                                + " paint-order=\"stroke\">%s</text>",
                        right ? px - 8 : px + 8,
                        right || flat ? py - 8 : py + 16,
                        right ? "end" : "start",
                        LINE,
                        figure);
    }

    private static String rule(double x1, double y1, double x2, double y2) {
        return line("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>", x1, y1, x2, y2, FAINT);
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
    private static String line(String format, Object... args) {
        return String.format(Locale.ROOT, format, args) + "\n";
    }

    private static String description(List<Point> points) {
        return points.stream()
                .map(p -> String.format(
                        Locale.ROOT,
                        "%,d states: %s s, %s GB",
                        p.states(),
                        Aim.digits(p.cpu()),
                        Aim.digits(gigabytes(p))))
                .collect(Collectors.joining("; "));
    }
}
