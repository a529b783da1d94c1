package org.casus.scenario;

/// What a number as written stands for, and its value in the game's own units (points, shares, rates
/// per clock unit).
///
/// | form | as written | in the game |
/// | --- | --- | --- |
/// | `NUMBER` | a worth or price in points, a factor, a sharpness | the number |
/// | `SHARE` | odds, `30%` is 0.30 | the share |
/// | `SHARE_EACH` | `30% each 2 weeks` | the rate −ln(1 − 0.30) / span |
/// | `EVERY` | `every 4 weeks`, `4 weeks`, `4 to 9 months` | the rate 1 / (number · span) |
/// | `POINTS_EACH` | `0.2 each week` | the flow number / span |
///
/// @param form how the number is read
/// @param span length of the unit named beside the number, in clock units; 1 where none is named
/// @param unit the words beside the number as the file has them (`each week`, `months`), empty where
/// there are none
public record Measure(Form form, double span, String unit) {

    /// How a number as written is read.
    public enum Form {
        NUMBER,
        SHARE,
        SHARE_EACH,
        EVERY,
        POINTS_EACH
    }

    public static final Measure PLAIN = new Measure(Form.NUMBER, 1, "");
    public static final Measure ODDS = new Measure(Form.SHARE, 1, "");

    /// The value in the game's units of the number `written`. `SHARE_EACH` of 1 is an infinite rate:
    /// the reader
    /// refuses it.
    public double inGame(double written) {
        return switch (form) {
            case NUMBER, SHARE -> written;
            case SHARE_EACH -> -Math.log1p(-written) / span;
            case EVERY -> 1 / (written * span);
            case POINTS_EACH -> written / span;
        };
    }

    /// Slope of [#inGame] at the number `written`: the game's units per unit as written.
    public double slope(double written) {
        return switch (form) {
            case NUMBER, SHARE -> 1;
            case SHARE_EACH -> 1 / ((1 - written) * span);
            case EVERY -> -1 / (written * written * span);
            case POINTS_EACH -> 1 / span;
        };
    }
}
