package org.casus.app.report;

import java.util.List;
import org.casus.app.text.Wrap;

/// What judgements do to a number, each a bar from its low to its high end, the widest first: whole where
/// the judgement has a source, hatched aslant where it is a guess, upright and in another colour where
/// nothing is said of a source.
///
/// @param unit of the changes
record Tornado(String title, String description, String unit, List<Bar> bars) implements Picture {

    /// What a judgement rests on.
    enum Ground {
        SOURCED,
        GUESSED,
        UNSOURCED
    }

    /// A bar.
    ///
    /// @param name of the judgement
    /// @param low change at its low end
    /// @param high change at its high end
    /// @param atLow and `atHigh` the same as people read them
    record Bar(String name, Ground ground, double low, double high, String atLow, String atHigh) {}

    private static final int WIDTH = 560;
    private static final int EDGE = 88;
    private static final int TOP = 6;
    private static final int ROW = 46;
    private static final int BAR = 15;
    private static final int TEXT = 14;
    private static final int LETTERS = 70;

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return TOP + ROW * bars.size() + 26;
    }

    @Override
    public String setting() {
        return "wide";
    }

    @Override
    public String drawing(String id) {
        double most = 0;
        for (Bar bar : bars) {
            most = Math.max(most, Math.max(Math.abs(bar.low), Math.abs(bar.high)));
        }
        var drawing = new StringBuilder("<defs>")
                .append(Svg.hatch(id + "-guess", 45, 6, "c0"))
                .append(Svg.hatch(id + "-none", 0, 5, "c1"))
                .append("</defs>");
        for (int k = 0; k < bars.size(); k++) {
            bar(drawing, id, k, most);
        }
        double base = TOP + ROW * bars.size();
        drawing.append(Svg.text(WIDTH / 2.0, base + 18, TEXT, "middle", false, "change in " + unit));
        return drawing.toString();
    }

    private void bar(StringBuilder drawing, String id, int k, double most) {
        Bar bar = bars.get(k);
        double top = TOP + ROW * k;
        String name = Wrap.clip(bar.name, LETTERS);
        drawing.append(Svg.text(0, top + 15, TEXT, "start", false, (k + 1) + "  " + name));
        double low = x(bar.low, most);
        double high = x(bar.high, most);
        double from = Math.min(WIDTH / 2.0, Math.min(low, high));
        double to = Math.max(WIDTH / 2.0, Math.max(low, high));
        String colour = bar.ground == Ground.UNSOURCED ? "c1" : "c0";
        String fill = switch (bar.ground) {
            case SOURCED -> "class=\"full " + colour + "\"";
            case GUESSED -> "class=\"" + colour + " hatched\" fill=\"url(#" + id + "-guess)\"";
            case UNSOURCED -> "class=\"" + colour + " hatched\" fill=\"url(#" + id + "-none)\"";
        };
        drawing.append("<rect x=\"")
                .append(Svg.n(from))
                .append("\" y=\"")
                .append(Svg.n(top + 22))
                .append("\" width=\"")
                .append(Svg.n(Math.max(to - from, 0.5)))
                .append("\" height=\"")
                .append(BAR)
                .append("\" ")
                .append(fill)
                .append("/>");
        String atLow = "low " + bar.atLow;
        String atHigh = "high " + bar.atHigh;
        boolean lowIsLeft = bar.low <= bar.high;
        double y = top + 22 + BAR - 3;
        drawing.append(Svg.text(from - 6, y, TEXT, "end", false, lowIsLeft ? atLow : atHigh))
                .append(Svg.text(to + 6, y, TEXT, "start", false, lowIsLeft ? atHigh : atLow))
                .append(Svg.line(WIDTH / 2.0, top + 19, WIDTH / 2.0, top + 25 + BAR, "rule"));
    }

    private static double x(double change, double most) {
        return WIDTH / 2.0 + (most > 0 ? change / most : 0) * (WIDTH / 2.0 - EDGE);
    }
}
