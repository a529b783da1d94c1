package org.casus.app.text;

/// What the terminal at the other end can show.
///
/// @param width columns to fill, at least 40
/// @param colour how many colours there are
/// @param unicode whether letters beyond ASCII arrive; without them lines and quotes are drawn in ASCII
public record Style(int width, Colour colour, boolean unicode) {

    /// How many colours a terminal has.
    public enum Colour {
        NONE,
        /// The sixteen of the standard, as the user's theme sets them.
        BASIC,
        /// The 256 of xterm.
        RICH
    }

    /// 80 columns, no colour: files, pipes and tests.
    public static final Style BARE = new Style(80, Colour.NONE, true);

    /// Six hues that keep a contrast of 3:1 on white and on black, nearest in xterm's cube; then the same
    /// again.
    private static final int[] RICH_HUES = {25, 166, 36, 175, 136, 244};

    private static final int[] BASIC_HUES = {34, 31, 32, 35, 33, 90};

    public Style {
        width = Math.max(width, 40);
    }

    /// `text` in the hue of series `k`.
    public String hue(int k, String text) {
        return switch (colour) {
            case NONE -> text;
            case BASIC -> escape(Integer.toString(BASIC_HUES[Math.floorMod(k, BASIC_HUES.length)]), text);
            case RICH -> escape("38;5;" + RICH_HUES[Math.floorMod(k, RICH_HUES.length)], text);
        };
    }

    /// Headings and the number that matters.
    public String bold(String text) {
        return colour == Colour.NONE ? text : escape("1", text);
    }

    /// What may be passed over.
    public String dim(String text) {
        return colour == Colour.NONE ? text : escape("2", text);
    }

    /// Errors.
    public String red(String text) {
        return colour == Colour.NONE ? text : escape("31", text);
    }

    /// Warnings.
    public String yellow(String text) {
        return colour == Colour.NONE ? text : escape("33", text);
    }

    /// `text` as this terminal can show it: typographic signs in ASCII where nothing else arrives.
    public String plain(String text) {
        if (unicode) {
            return text;
        }
        var ascii = new StringBuilder(text.length());
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            switch (c) {
                case '“', '”' -> ascii.append('"');
                case '‘', '’' -> ascii.append('\'');
                case '–', '—', '−', '─' -> ascii.append('-');
                case '…' -> ascii.append("...");
                case '·' -> ascii.append(',');
                case '×' -> ascii.append('x');
                case '→' -> ascii.append("->");
                case '≤' -> ascii.append("<=");
                case '≥' -> ascii.append(">=");
                case '±' -> ascii.append("+/-");
                case '✓' -> ascii.append("ok");
                case '░' -> ascii.append(':');
                case '█' -> ascii.append('#');
                case '│' -> ascii.append('|');
                default -> ascii.append(c < 128 ? c : '?');
            }
        }
        return ascii.toString();
    }

    private static String escape(String code, String text) {
        return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
