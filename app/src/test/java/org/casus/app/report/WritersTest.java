package org.casus.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.casus.app.report.Table.Cell;
import org.casus.app.report.Table.Column;
import org.casus.app.report.Table.Row;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WritersTest {

    /// Everything that means something to one of the writers.
    private static final String NASTY =
            "</title><script>alert(\"x\")</script> & 'q' ${7*7} {{x}} `c` *b* _i_ [a](b) | $m$ @key ^ ~ % # \\ end";

    private static Document document(String url) {
        var table = new Table(
                "nasty",
                NASTY,
                List.of(Column.left(NASTY, "text"), Column.right("n", "a", "b"), Column.left("strip")),
                List.of(Row.of(
                        Cell.text(NASTY),
                        Cell.number("1 (0–2)", 1.0 / 3, Double.NaN),
                        Cell.picture(new Strip(NASTY, NASTY, new double[] {1, 2, 3}, 0, 4)))));
        var figure = new Block.Figure(
                "dots",
                Text.of(NASTY),
                new Dots(NASTY, NASTY, new int[] {60, 40}),
                List.of(new Block.Key(0, NASTY, "60")),
                table,
                Text.of("From ").cite("one", "p4 " + NASTY));
        var ends = new ResponseSurface.Ends(1, 1, new double[] {0.5, 0.5}, new double[] {0.7, 0.3}, -0.1, 0.1);
        var surface = ResponseSurface.of(new double[] {0.6, 0.4}, 0, List.of(ends));
        var slider = new Trial.Slider(
                NASTY, NASTY, NASTY, 1, 2, 3, NASTY, Text.of(NASTY).cite("one", "p4 " + NASTY));
        var tryout = new Block.Tryout(new Trial(List.of(NASTY, NASTY), surface, List.of(slider), NASTY), table);
        List<Block> blocks = List.of(
                tryout,
                new Block.Heading(NASTY),
                new Block.Lead(Text.of(NASTY)),
                new Block.Paragraph(Text.strong(NASTY).then(Text.code(NASTY)).cite("unknown", "p1")),
                new Block.Bullets(List.of(Text.marked("a `code` b"))),
                figure,
                new Block.Folded(NASTY, List.of(new Block.Verbatim(NASTY + "\n```\n"))),
                new Block.Sources());
        return new Document(
                NASTY,
                NASTY,
                NASTY,
                List.of(NASTY),
                List.of(new Document.Section("first", NASTY, blocks)),
                List.of(new Document.Reference("one", NASTY, Optional.of("2020-10-12"), NASTY, Optional.of(url))),
                NASTY);
    }

    @Test
    void nothingOfATextIsMarkup() {
        String html = new HtmlWriter(document("javascript:alert(1)")).page();
        assertThat(html.split("<script>", -1)).as("the page's own script alone").hasSize(2);
        assertThat(html).doesNotContain("alert(\"x\")").doesNotContain("href=\"javascript:");
        assertThat(html).contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;q&#39;");
    }

    @Test
    void onlyAddressesOfTheWebAreLinks() {
        assertThat(new HtmlWriter(document("https://example.org/a?b=1&c=2")).page())
                .contains("href=\"https://example.org/a?b=1&amp;c=2\"");
        assertThat(new HtmlWriter(document("https://example.org/\" onclick=\"x")).page())
                .doesNotContain("onclick=\"x\"")
                .doesNotContain("href=\"https");
        assertThat(new HtmlWriter(document("data:text/html,x")).page()).doesNotContain("href=\"data");
    }

    @Test
    void thePageAsksForNothing() {
        String html = new HtmlWriter(document("https://example.org/")).page();
        assertThat(html).contains("default-src 'none'");
        assertThat(Pattern.compile("(src|srcset|action|poster)=|url\\((?!#)|@import|<link|<iframe|<img")
                        .matcher(html)
                        .results())
                .isEmpty();
    }

    @Test
    void markdownMeansWhatItSays() {
        String markdown = new MarkdownWriter(document("https://example.org/a_b"), "figures").text();
        assertThat(markdown)
                .contains("\\<script\\>")
                .contains("\\*b\\* \\_i\\_ \\[a\\](b) \\| \\$m\\$ \\@key \\^ \\~")
                .contains("](<figures/dots.svg>)")
                .contains("[@one, p4 ")
                .contains("`````\n".substring(1))
                .doesNotContain("<svg");
        assertThat(MarkdownWriter.escape("1. not a list")).isEqualTo("1\\. not a list");
        assertThat(MarkdownWriter.escape("- not a list")).isEqualTo("\\- not a list");
        assertThat(MarkdownWriter.escape("--start cold, a 'b' \"c\" d... e-f. g.."))
                .isEqualTo("\\--start cold, a \\'b\\' \\\"c\\\" d\\... e-f. g..");
        assertThat(MarkdownWriter.escape("--- ....")).isEqualTo("\\-\\-- \\.\\...");
    }

    @Test
    void tablesAsCsvHaveTheNumbersThemselves() {
        var table = document("").tables().getFirst();
        String[] lines = CsvWriter.of(table).split("\n");
        assertThat(lines[0]).isEqualTo("text,a,b");
        assertThat(lines[1]).startsWith("\"</title>").endsWith("\",0.3333333333333333,");
        var formulas = new Table(
                "f",
                "f",
                List.of(Column.left("a", "a"), Column.left("b", "b")),
                List.of(
                        Row.of(Cell.text("=1+1"), Cell.text("-x")),
                        Row.of(Cell.text("-1.5"), Cell.text("a,\"b\"\nc")),
                        Row.of(Cell.text("-1+HYPERLINK(a)"), Cell.text("-1.5E-7")),
                        Row.of(Cell.text("=1\n+1"), Cell.text("-1\n"))));
        assertThat(CsvWriter.of(formulas))
                .isEqualTo(
                        "a,b\n'=1+1,'-x\n-1.5,\"a,\"\"b\"\"\nc\"\n'-1+HYPERLINK(a),-1.5E-7\n\"'=1\n+1\",\"'-1\n\"\n");
    }

    @Test
    void tablesAreWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table("t", "t", List.of(Column.left("a", "a")), List.of(new Row(List.of()))));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Table("t", "t", List.of(Column.left("a", "a", "b")), List.of(Row.of(Cell.text("x")))));
    }

    @Test
    void picturesAreXmlOfTheirOwn() throws Exception {
        var tornado = new Tornado(
                NASTY,
                NASTY,
                "points",
                List.of(
                        new Tornado.Bar(NASTY, Tornado.Ground.GUESSED, -0.2, 0.1, "−20", "+10"),
                        new Tornado.Bar("b", Tornado.Ground.UNSOURCED, 0.1, -0.05, "+10", "−5"),
                        new Tornado.Bar("c", Tornado.Ground.SOURCED, 0.01, 0.02, "+1", "+2")));
        var areas =
                new Areas(NASTY, NASTY, "Week", new double[] {0, 1, 26}, new double[][] {{1, 0}, {.5, .5}, {.01, .99}});
        for (Picture picture : List.of(new Dots(NASTY, NASTY, new int[] {60, 40}), tornado, areas)) {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            var svg = builder.parse(new InputSource(new StringReader(Svg.file(picture, "p"))));
            assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(NASTY);
            assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        }
        var circles = Pattern.compile("<circle").matcher(new Dots("", "", new int[] {60, 40}).drawing("p"));
        assertThat(circles.results()).hasSize(100);
    }

    @Test
    void citationsAreWhatBibTexAndCslTakeThemFor() {
        var citation = new Citation(
                Citation.Kind.SOURCE,
                "one",
                NASTY + " {a}",
                "",
                Optional.of("2020-10-02"),
                "News & more",
                Optional.of("https://example.org/{x}%20"),
                "",
                "");
        String bib = BibTex.entry(citation);
        assertThat(bib).startsWith("@misc{one,\n  title = {{").endsWith("\n}\n");
        assertThat(bib).contains("year = {2020}", "month = oct", "day = {2}", "News \\& more", "example.org/%7Bx%7D");
        int depth = 0;
        for (int k = 0; k < bib.length(); k++) {
            depth += bib.charAt(k) == '{' ? 1 : bib.charAt(k) == '}' ? -1 : 0;
            assertThat(depth).isNotNegative();
        }
        assertThat(depth).isZero();
        JsonNode item =
                JsonMapper.shared().readTree(CslJson.of(List.of(citation))).get(0);
        assertThat(item.path("title").asString()).isEqualTo(NASTY + " {a}");
        assertThat(item.path("type").asString()).isEqualTo("article-newspaper");
        assertThat(item.at("/issued/date-parts/0").toString()).isEqualTo("[2020,10,2]");
    }
}
