package org.casus.app.report;

/// Six colours with a contrast of at least 3 against white and against a dark ground (#14171c), and names for
/// what a picture draws with them.
final class Palette {

    /// How many colours there are before they come round again.
    static final int COLOURS = 6;

    private static final String[] HEX = {"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#B87F00", "#767B82"};

    private Palette() {}

    /// The class of what is at `place` among its like.
    static String at(int place) {
        return "c" + place % COLOURS;
    }

    /// The rules that pictures rely on. `tint` and `area` fill thinly, `full` whole, `hatch` and `hatched` are
    /// lines. Each colour has its own, for not every reader of SVG knows variables of CSS.
    static String rules() {
        var css = new StringBuilder();
        for (int k = 0; k < COLOURS; k++) {
            String at = ".c" + k;
            String colour = HEX[k];
            css.append(at).append("{--c:").append(colour).append("}\n");
            css.append(of(at, "tint", "fill:" + colour + ";fill-opacity:.24;stroke:" + colour + ";stroke-width:1.6"));
            css.append(of(at, "area", "fill:" + colour + ";fill-opacity:.3;stroke:" + colour + ";stroke-width:1.4"));
            css.append(of(at, "full", "fill:" + colour));
            css.append(of(at, "hatched", "stroke:" + colour + ";stroke-width:1.4"));
            css.append(of(at, "hatch", "stroke:" + colour + ";stroke-width:1.6"));
        }
        return css + """
                .ink{fill:currentColor}
                .rule{stroke:currentColor;stroke-width:1}
                .faint{stroke:currentColor;stroke-opacity:.28;stroke-width:1}
                svg text{font-family:inherit}
                """;
    }

    private static String of(String colour, String type, String rule) {
        return colour + "." + type + "," + colour + " ." + type + "{" + rule + "}\n";
    }
}
