package org.casus.app.report;

import static org.casus.app.report.Markup.escape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.casus.app.report.Trial.Slider;
import org.casus.app.text.Letters;
import org.casus.app.text.Odds;

/// Sliders as HTML: of no use until [#script] shows them.
final class TrialHtml {

    private final Trial trial;
    private final Function<Text, String> inline;
    private final StringBuilder out = new StringBuilder();

    /// @param inline text as HTML
    TrialHtml(Trial trial, Function<Text, String> inline) {
        this.trial = trial;
        this.inline = inline;
    }

    /// The module that the page runs where it has sliders.
    static String script() {
        return resource("sliders.js");
    }

    /// How they look.
    static String style() {
        return resource("sliders.css");
    }

    private static String resource(String name) {
        try (InputStream in = TrialHtml.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String html() {
        line("<p id=\"try-still\">The sliders need JavaScript, which does not run here. The table has what was solved; "
                + "<code>" + escape(trial.command()) + "</code> opens the app, which solves anything between.</p>");
        line("<figure id=\"try-it\" hidden>");
        line("<figcaption>Move an assumption, and watch the dots.</figcaption>");
        line("<div class=\"try\">");
        line("<div class=\"try-shown\">");
        line("<svg id=\"try-dots\" role=\"img\" viewBox=\"0 0 320 320\" width=\"320\" height=\"320\" "
                + "aria-labelledby=\"try-dots-t try-dots-d\"><title id=\"try-dots-t\">100 crises like this one</title>"
                + "<desc id=\"try-dots-d\"></desc></svg>");
        line("<ul class=\"key\">");
        for (int k = 0; k < trial.outcomes().size(); k++) {
            line("<li class=\"" + Palette.at(k) + "\"><span class=\"letter\">" + Letters.of(k)
                    + "</span><span class=\"name\">" + escape(trial.outcomes().get(k))
                    + "</span><span class=\"was\"></span><span class=\"value\">"
                    + Odds.in100(trial.surface().middle()[k]) + "</span></li>");
        }
        line("</ul>");
        line("<p class=\"sources\"><strong>Approximate: between worlds that were solved; open in the app to solve: "
                + "<code>" + escape(trial.command()) + "</code></strong></p>");
        line("</div>");
        line("<div class=\"try-sliders\">");
        for (int j = 0; j < trial.sliders().size(); j++) {
            slider(j, trial.sliders().get(j));
        }
        line("<p><button type=\"button\" id=\"try-reset\">Reset</button></p>");
        line("</div>");
        line("</div>");
        line("<p id=\"try-said\" role=\"status\" aria-live=\"polite\"></p>");
        line("<p class=\"sources\">Solved are the middle and either end of each slider alone. Between them odds are "
                + "interpolated; several sliders moved at once are added up as if none changed what another does, "
                + "which no world that was solved here has checked. ≈ stands before what is approximate. A ring marks "
                + "a dot that changed.</p>");
        line("</figure>");
        line("<script type=\"application/json\" id=\"try-data\">" + trial.json() + "</script>");
        return out.toString().stripTrailing();
    }

    private void slider(int j, Slider slider) {
        String id = "try-" + j;
        String ends = "\" min=\"" + number(slider.low()) + "\" max=\"" + number(slider.high()) + "\" step=\""
                + number(slider.step()) + "\" value=\"" + number(slider.middle()) + "\"";
        line("<div class=\"slider\">");
        line("<label id=\"" + id + "-name\" for=\"" + id + "\">" + escape(slider.name()) + "</label>");
        line("<div class=\"box\">" + escape(slider.before()) + "<input type=\"number\" aria-labelledby=\"" + id
                + "-name\" aria-describedby=\"" + id + "-about" + ends + ">" + escape(slider.after()) + "</div>");
        line("<div class=\"track\"><span aria-hidden=\"true\">" + escape(slider.words(slider.low()))
                + "</span><span aria-hidden=\"true\">" + escape(slider.words(slider.high()))
                + "</span><input type=\"range\" id=\"" + id + "\" aria-describedby=\"" + id + "-about" + ends
                + " data-before=\"" + escape(slider.before()) + "\" data-after=\"" + escape(slider.after())
                + "\"></div>");
        line("<p class=\"sources\" id=\"" + id + "-about\">" + escape(slider.range()) + " · "
                + inline.apply(slider.about()) + "</p>");
        line("</div>");
    }

    private static String number(double value) {
        return new java.math.BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toPlainString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
