package org.casus.app.report;

import java.util.Locale;

/// Pictures as `svg` elements and files.
final class Svg {

    private Svg() {}

    /// The element, to stand in a page.
    static String element(Picture picture, String id) {
        return "<svg role=\"img\" class=\"" + picture.setting() + "\" viewBox=\"0 0 " + picture.width() + " "
                + picture.height() + "\" width=\"" + picture.width() + "\" height=\"" + picture.height()
                + "\" aria-labelledby=\"" + id + "-t " + id + "-d\">" + inside(picture, id) + "</svg>";
    }

    /// A file of its own, on a white ground.
    static String file(Picture picture, String id) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 " + picture.width() + " "
                + picture.height() + "\" width=\"" + picture.width() + "\" height=\"" + picture.height()
                + "\" color=\"#14171c\" font-family=\"Arial, Helvetica, sans-serif\" aria-labelledby=\"" + id + "-t "
                + id + "-d\">\n<style>" + Palette.rules()
                + "</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>"
                + inside(picture, id) + "</svg>\n";
    }

    private static String inside(Picture picture, String id) {
        return "<title id=\"" + id + "-t\">" + Markup.escape(picture.title()) + "</title><desc id=\"" + id + "-d\">"
                + Markup.escape(picture.description()) + "</desc>" + picture.drawing(id);
    }

    /// A coordinate: to a hundredth, without needless zeros.
    static String n(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
        return text.equals("-0") ? "0" : text;
    }

    /// A line of text.
    ///
    /// @param anchor `start`, `middle` or `end`
    static String text(double x, double y, int size, String anchor, boolean bold, String text) {
        return "<text x=\"" + n(x) + "\" y=\"" + n(y) + "\" font-size=\"" + size + "\" text-anchor=\"" + anchor
                + "\" class=\"ink\"" + (bold ? " font-weight=\"700\"" : "") + ">" + Markup.escape(text) + "</text>";
    }

    static String line(double x1, double y1, double x2, double y2, String type) {
        return "<line x1=\"" + n(x1) + "\" y1=\"" + n(y1) + "\" x2=\"" + n(x2) + "\" y2=\"" + n(y2) + "\" class=\""
                + type + "\"/>";
    }

    /// A hatch in the colour of its surroundings, named `id`.
    ///
    /// @param angle of its lines, degrees
    static String hatch(String id, int angle, double gap, String colour) {
        return "<pattern id=\"" + id + "\" width=\"" + n(gap) + "\" height=\"" + n(gap)
                + "\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(" + angle
                + ")\"><line x1=\"0\" y1=\"0\" x2=\"0\" y2=\""
                + n(gap) + "\" class=\"hatch " + colour + "\"/></pattern>";
    }
}
