package org.casus.app.report;

import static org.casus.app.report.Markup.escape;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.casus.app.report.Document.Reference;
import org.casus.app.report.Document.Section;
import org.casus.app.text.Letters;

/// A document as one page of HTML that needs nothing beside it: style, pictures and its little script are in it,
/// and a policy in its head forbids everything else.
final class HtmlWriter {

    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"'<>]+");

    private final Document document;
    private final StringBuilder out = new StringBuilder();
    private int pictures;

    HtmlWriter(Document document) {
        this.document = document;
    }

    String page() {
        String script = HtmlPage.SCRIPT;
        boolean tried = document.canBeTried();
        String sliders = tried ? TrialHtml.script() : "";
        line("<!DOCTYPE html>");
        line("<html lang=\"en\">");
        line("<head>");
        line("<meta charset=\"utf-8\">");
        line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                + "script-src 'sha256-" + hash(script) + "'" + (tried ? " 'sha256-" + hash(sliders) + "'" : "")
                + "; base-uri 'none'; form-action 'none'\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line("<meta name=\"color-scheme\" content=\"light dark\">");
        line("<meta name=\"generator\" content=\"" + escape(document.generator()) + "\">");
        line("<title>" + escape(document.title()) + "</title>");
        line("<style>\n" + HtmlPage.STYLE + Palette.rules() + (tried ? TrialHtml.style() : "") + "</style>");
        line("</head>");
        line("<body>");
        line("<a class=\"skip\" href=\"#" + document.sections().getFirst().id() + "\">Skip to the "
                + escape(document.sections().getFirst().title().toLowerCase(java.util.Locale.ROOT)) + "</a>");
        header();
        line("<main>");
        document.sections().forEach(this::section);
        line("</main>");
        line("<footer><p>" + escape(document.generator())
                + ". What stands here follows from what was written down: no oracle.</p></footer>");
        line("<script>" + script + "</script>");
        if (tried) {
            line("<script type=\"module\">" + sliders + "</script>");
        }
        line("</body>");
        line("</html>");
        return out.toString();
    }

    private void header() {
        line("<header>");
        line("<p class=\"kicker\">" + escape(document.kicker()) + "</p>");
        line("<h1>" + escape(document.title()) + "</h1>");
        if (!document.question().isBlank()) {
            line("<p class=\"question\">" + escape(document.question()) + "</p>");
        }
        line("<ul class=\"status\" aria-label=\"How far this can be relied on\">");
        document.status().stream()
                .filter(word -> !word.isEmpty())
                .forEach(word -> line("<li>" + escape(word) + "</li>"));
        line("</ul>");
        line("<nav aria-label=\"Contents\"><ul>");
        document.sections()
                .forEach(section ->
                        line("<li><a href=\"#" + section.id() + "\">" + escape(section.title()) + "</a></li>"));
        line("</ul></nav>");
        line("</header>");
    }

    private void section(Section section) {
        line("<section id=\"" + section.id() + "\" aria-labelledby=\"" + section.id() + "-h\">");
        line("<h2 id=\"" + section.id() + "-h\">" + escape(section.title()) + "</h2>");
        section.blocks().forEach(this::block);
        line("</section>");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading(String text) -> line("<h3>" + escape(text) + "</h3>");
            case Block.Lead(Text text) -> line("<p class=\"lead\">" + text(text) + "</p>");
            case Block.Paragraph(Text text) -> line("<p>" + text(text) + "</p>");
            case Block.Bullets(List<Text> items) -> {
                line("<ul class=\"points\">");
                items.forEach(item -> line("<li>" + text(item) + "</li>"));
                line("</ul>");
            }
            case Block.Grid(Table table) -> table(table);
            case Block.Tryout(Trial trial, Table table) -> {
                line(new TrialHtml(trial, this::text).html());
                line("<details id=\"try-ends\" open><summary>What the ends do, as a table</summary>");
                table(table);
                line("</details>");
            }
            case Block.Figure figure -> figure(figure);
            case Block.Folded(String summary, List<Block> blocks) -> {
                line("<details><summary>" + escape(summary) + "</summary>");
                blocks.forEach(this::block);
                line("</details>");
            }
            case Block.Verbatim(String text) ->
                line("<pre tabindex=\"0\" aria-label=\"Text to copy\">" + escape(text) + "</pre>");
            case Block.Sources list -> sources();
        }
    }

    private void figure(Block.Figure figure) {
        line("<figure id=\"" + figure.id() + "\">");
        line("<figcaption>" + text(figure.finding()) + "</figcaption>");
        line("<div class=\"" + figure.picture().setting() + "-and-key\">");
        line(Svg.element(figure.picture(), picture()));
        if (!figure.key().isEmpty()) {
            line("<ul class=\"key\">");
            figure.key().forEach(this::key);
            line("</ul>");
        }
        line("</div>");
        line("<details><summary>The same as a table</summary>");
        table(figure.table());
        line("</details>");
        line("<p class=\"sources\">" + text(figure.sources()) + "</p>");
        line("</figure>");
    }

    private void key(Block.Key key) {
        line("<li class=\"" + Palette.at(key.place()) + "\"><span class=\"letter\">" + Letters.of(key.place())
                + "</span><span class=\"name\">" + escape(key.text()) + "</span>"
                + (key.value().isEmpty() ? "" : "<span class=\"value\">" + escape(key.value()) + "</span>") + "</li>");
    }

    private void table(Table table) {
        String id = "t-" + table.name();
        line("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + id + "\">");
        line("<table>");
        line("<caption id=\"" + id + "\">" + escape(table.caption()) + "</caption>");
        List<String> heads = new ArrayList<>();
        table.columns()
                .forEach(column ->
                        heads.add("<th scope=\"col\"" + side(column) + ">" + escape(column.head()) + "</th>"));
        line("<thead><tr>" + String.join("", heads) + "</tr></thead>");
        line("<tbody>");
        for (Table.Row row : table.rows()) {
            var cells = new StringBuilder("<tr>");
            for (int k = 0; k < row.cells().size(); k++) {
                var cell = row.cells().get(k);
                String shown = text(cell.shown())
                        + cell.picture()
                                .map(picture -> Svg.element(picture, picture()))
                                .orElse("");
                String side = side(table.columns().get(k));
                cells.append(
                        k == 0
                                ? "<th scope=\"row\"" + side + ">" + shown + "</th>"
                                : "<td" + side + ">" + shown + "</td>");
            }
            line(cells.append("</tr>").toString());
        }
        line("</tbody>");
        line("</table>");
        line("</div>");
    }

    private static String side(Table.Column column) {
        return column.side() == Table.Side.RIGHT ? " class=\"number\"" : "";
    }

    private String picture() {
        return "p" + ++pictures;
    }

    private void sources() {
        line("<ol class=\"references\">");
        for (Reference source : document.sources()) {
            String about = source.kind()
                    + source.date()
                            .map(date -> (source.kind().isEmpty() ? "" : ", ") + date)
                            .orElse("");
            line("<li id=\"source-" + document.number(source.id()) + "\">" + escape(source.title())
                    + (about.isEmpty() ? "" : ". " + escape(about)) + "."
                    + source.url().map(HtmlWriter::link).orElse("") + "</li>");
        }
        line("</ol>");
    }

    /// Only an address of the web is a link: a file may say anything.
    private static String link(String url) {
        return WEB.matcher(url).matches()
                ? " <a class=\"url\" href=\"" + escape(url) + "\" rel=\"noreferrer\">" + escape(url) + "</a>"
                : " " + escape(url);
    }

    private String text(Text text) {
        var html = new StringBuilder();
        for (Span span : text.spans()) {
            html.append(
                    switch (span) {
                        case Span.Plain(String words) -> escape(words);
                        case Span.Strong(String words) -> "<strong>" + escape(words) + "</strong>";
                        case Span.Code(String words) -> "<code>" + escape(words) + "</code>";
                        case Span.Cite(String source, String at) -> cite(source, at);
                    });
        }
        return html.toString();
    }

    private String cite(String source, String at) {
        int number = document.number(source);
        String place = at.isEmpty() ? "" : " " + escape(at);
        return number == 0
                ? escape(source) + place
                : "<a class=\"cite\" href=\"#source-" + number + "\" aria-label=\"Source " + number + place + "\">["
                        + number + "]" + place + "</a>";
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
