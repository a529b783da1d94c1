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

    /// The rules that pictures rely on. `tint` fills, `line` strokes, `fill` fills whole.
    static String rules() {
        var css = new StringBuilder();
        for (int k = 0; k < COLOURS; k++) {
            css.append(".c").append(k).append("{--c:").append(HEX[k]).append("}\n");
        }
        return css + """
                .tint{fill:var(--c);fill-opacity:.24;stroke:var(--c);stroke-width:1.6}
                .area{fill:var(--c);fill-opacity:.3;stroke:var(--c);stroke-width:1.4}
                .full{fill:var(--c)}
                .hatched{stroke:var(--c);stroke-width:1.4}
                .hatch{stroke:var(--c);stroke-width:1.6}
                .ink{fill:currentColor}
                .rule{stroke:currentColor;stroke-width:1}
                .faint{stroke:currentColor;stroke-opacity:.28;stroke-width:1}
                svg text{font-family:inherit}
                """;
    }
}
