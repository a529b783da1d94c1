package org.casus.app.report;

import org.casus.app.text.Letters;

/// 100 dots, each with the letter of an outcome: as many of each as its odds in 100.
///
/// @param title what the dots are
/// @param description how many there are of each, in words
/// @param counts how many dots each outcome has, 100 together
record Dots(String title, String description, int[] counts) implements Picture {

    private static final int IN_ROW = 10;
    private static final int STEP = 32;
    private static final int RADIUS = 13;

    @Override
    public int width() {
        return IN_ROW * STEP;
    }

    @Override
    public int height() {
        return IN_ROW * STEP;
    }

    @Override
    public String drawing(String id) {
        var drawing = new StringBuilder();
        int dot = 0;
        for (int k = 0; k < counts.length; k++) {
            drawing.append("<g class=\"").append(Palette.at(k)).append("\">");
            for (int n = 0; n < counts[k]; n++, dot++) {
                int row = dot / IN_ROW;
                double x = (dot % IN_ROW + 0.5) * STEP;
                double y = (row + 0.5) * STEP;
                drawing.append("<circle class=\"tint\" cx=\"")
                        .append(Svg.n(x))
                        .append("\" cy=\"")
                        .append(Svg.n(y))
                        .append("\" r=\"")
                        .append(RADIUS)
                        .append("\"/>")
                        .append(Svg.text(x, y + 4.5, 13, "middle", true, String.valueOf(Letters.of(k))));
            }
            drawing.append("</g>");
        }
        return drawing.toString();
    }

    @Override
    public String setting() {
        return "dots";
    }
}
