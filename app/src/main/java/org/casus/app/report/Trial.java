package org.casus.app.report;

import java.util.List;
import java.util.stream.IntStream;
import org.casus.app.text.Spelling;
import org.casus.scenario.Judgement;

/// Assumptions that can be tried on the page, and the surface that odds are read off meanwhile.
///
/// @param outcomes their titles, in order
/// @param sliders one for each axis of `surface`
/// @param command that opens the scenario where it is solved anew
record Trial(List<String> outcomes, ResponseSurface surface, List<Slider> sliders, String command) {

    /// A judgement with a range, in the units and words of the file.
    ///
    /// @param name what it is about, in words; of a group its first, and how many move with it
    /// @param before words before its number, such as `every`
    /// @param after words behind it, such as `% each week`
    /// @param low end, as the number stands in those words
    /// @param range as the file has it
    record Slider(
            String name,
            String before,
            String after,
            double low,
            double middle,
            double high,
            String range,
            Text about) {

        /// How often its words are scaled: shares are written in per cent.
        private static double scale(Judgement judgement) {
            return switch (judgement.measure().form()) {
                case SHARE, SHARE_EACH -> 100;
                case NUMBER, EVERY, POINTS_EACH -> 1;
            };
        }

        static Slider of(String name, Judgement judgement, Text about) {
            double scale = scale(judgement);
            // What stands around any number stands around a seven.
            String[] around = Spelling.at(judgement, 7 / scale).split("7", 2);
            return new Slider(
                    name,
                    around[0],
                    around[1],
                    tidy(judgement.low() * scale),
                    tidy(judgement.middle() * scale),
                    tidy(judgement.high() * scale),
                    Spelling.number(judgement),
                    about);
        }

        /// Without the last digits, which a change of units may have made: 30, not 30.000000000000004.
        private static double tidy(double value) {
            return new java.math.BigDecimal(value)
                    .round(new java.math.MathContext(12))
                    .doubleValue();
        }

        /// A hundredth of the way from end to end.
        double step() {
            return tidy((high - low) / 100);
        }

        /// A value in the words of the file: `every 3 weeks`, `every 1 week`.
        String words(double value) {
            String digits = Spelling.digits(value);
            return before + digits + (digits.equals("1") ? after.replaceFirst("^( [a-z]+)s$", "$1") : after);
        }
    }

    /// Everything that the page's arithmetic needs, as JSON.
    String json() {
        var json = new StringBuilder("{\"edge\":").append(ResponseSurface.EDGE);
        json.append(",\"main\":").append(surface.main());
        json.append(",\"middle\":").append(array(surface.middle()));
        json.append(",\"origin\":").append(array(surface.origin()));
        json.append(",\"axes\":[");
        for (int j = 0; j < sliders.size(); j++) {
            Slider slider = sliders.get(j);
            var axis = surface.axes().get(j);
            json.append(j == 0 ? "" : ",")
                    .append("{\"at\":")
                    .append(array(new double[] {slider.low, slider.middle, slider.high}))
                    .append(",\"straight\":")
                    .append(arrays(axis.straight()))
                    .append(",\"change\":")
                    .append(arrays(axis.change()))
                    .append("}");
        }
        return json.append("]}").toString();
    }

    private static String arrays(double[][] rows) {
        return "[" + array(rows[0]) + "," + array(rows[1]) + "]";
    }

    private static String array(double[] values) {
        return IntStream.range(0, values.length)
                .mapToObj(k -> Double.toString(values[k] + 0.0))
                .collect(java.util.stream.Collectors.joining(",", "[", "]"));
    }
}
