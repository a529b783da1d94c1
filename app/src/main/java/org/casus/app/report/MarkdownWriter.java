package org.casus.app.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casus.app.report.Document.Reference;

/// A document as Markdown, as Pandoc reads it: title and date above, pipe tables with captions, citations by
/// key. GitHub and editors show it as well.
final class MarkdownWriter {

    /// Together, in characters, from which on Pandoc sets columns as wide as their dashes say.
    private static final int LINE = 72;

    private final Document document;
    private final String pictures;
    private final StringBuilder out = new StringBuilder();

    /// @param pictures path of the folder with the figures; empty to leave them out
    MarkdownWriter(Document document, String pictures) {
        this.document = document;
        this.pictures = pictures;
    }

    String text() {
        line("---");
        line("title: " + yaml(escape(document.title())));
        line("subtitle: " + yaml(escape(document.kicker())));
        line("lang: en");
        line("---");
        line("");
        if (!document.question().isBlank()) {
            paragraph("*" + escape(document.question()) + "*");
        }
        paragraph(document.status().stream()
                .filter(word -> !word.isEmpty())
                .map(MarkdownWriter::escape)
                .collect(Collectors.joining(" · ")));
        for (Document.Section section : document.sections()) {
            paragraph("# " + escape(section.title()) + " {#" + section.id() + "}");
            section.blocks().forEach(this::block);
        }
        paragraph("*" + escape(document.generator())
                + ". What stands here follows from what was written down: no oracle.*");
        return out.toString().stripTrailing() + "\n";
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading(String text) -> paragraph("## " + escape(text));
            case Block.Lead(Text text) -> paragraph("**" + inline(text) + "**");
            case Block.Paragraph(Text text) -> paragraph(inline(text));
            case Block.Bullets(List<Text> items) ->
                paragraph(items.stream().map(item -> "* " + inline(item)).collect(Collectors.joining("\n")));
            case Block.Grid(Table table) -> table(table);
            case Block.Tryout(Trial trial, Table table) -> table(table);
            case Block.Figure figure -> {
                paragraph("**" + inline(figure.finding()) + "**");
                if (!pictures.isEmpty()) {
                    paragraph(
                            "![" + escape(figure.picture().title()) + "](<" + pictures + "/" + figure.id() + ".svg>)");
                }
                table(figure.table());
                paragraph("*" + inline(figure.sources()) + "*");
            }
            case Block.Folded(String summary, List<Block> blocks) -> {
                paragraph("## " + escape(summary));
                blocks.forEach(this::block);
            }
            case Block.Verbatim(String text) -> {
                String fence = fence(text, 3);
                paragraph(fence + "\n" + text.stripTrailing() + "\n" + fence);
            }
            case Block.Sources list -> sources();
        }
    }

    private void sources() {
        List<Reference> all = document.sources();
        paragraph(IntStream.range(0, all.size())
                .mapToObj(k -> (k + 1) + ". " + source(all.get(k)))
                .collect(Collectors.joining("\n")));
    }

    private static String source(Reference source) {
        String about = source.kind()
                + source.date()
                        .map(date -> (source.kind().isEmpty() ? "" : ", ") + date)
                        .orElse("");
        return escape(source.title()) + (about.isEmpty() ? "" : ". " + escape(about)) + "."
                + source.url().map(url -> " " + escape(url)).orElse("") + " Key: " + code(source.id()) + ".";
    }

    /// A pipe table without the columns that are pictures of others. Dashes are as many as give the columns
    /// of a wide table their share of a page.
    private void table(Table table) {
        List<Integer> shown = IntStream.range(0, table.columns().size())
                .filter(k -> !table.columns().get(k).fields().isEmpty())
                .boxed()
                .toList();
        List<List<String>> lines = new ArrayList<>();
        lines.add(shown.stream().map(k -> escape(table.columns().get(k).head())).toList());
        table.rows()
                .forEach(row -> lines.add(shown.stream()
                        .map(k -> inline(row.cells().get(k).shown()))
                        .toList()));
        paragraph("Table: " + escape(table.caption()));
        row(lines.getFirst());
        List<String> dashes = new ArrayList<>();
        for (int c = 0; c < shown.size(); c++) {
            int at = c;
            int longest = lines.stream()
                    .mapToInt(cells -> cells.get(at).length())
                    .max()
                    .orElse(3);
            boolean right = table.columns().get(shown.get(c)).side() == Table.Side.RIGHT;
            dashes.add("-".repeat(Math.clamp(longest, 3, LINE / 2)) + (right ? ":" : "-"));
        }
        row(dashes);
        lines.stream().skip(1).forEach(this::row);
        line("");
    }

    private void row(List<String> cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private String inline(Text text) {
        return text.spans().stream()
                .map(span -> switch (span) {
                    case Span.Plain(String words) -> escape(words);
                    case Span.Strong(String words) -> strong(words);
                    case Span.Code(String words) -> code(words);
                    case Span.Cite(String source, String at) ->
                        document.number(source) == 0
                                ? escape(source + (at.isEmpty() ? "" : " " + at))
                                : "[@" + source + (at.isEmpty() ? "" : ", " + escape(at)) + "]";
                })
                .collect(Collectors.joining());
    }

    /// The blank behind bold words stands behind the stars.
    private static String strong(String words) {
        String bare = words.stripTrailing();
        return "**" + escape(bare) + "**" + words.substring(bare.length());
    }

    /// Text that means itself: everything that Pandoc could take for more has a backslash before it. That is
    /// also what its `smart` makes typography of: straight quotes, two dashes, three dots.
    static String escape(String text) {
        String safe = text.replaceAll("([\\\\`*_{}\\[\\]<>$@~^|#&'\"]|-(?=-)|\\.(?=\\.\\.))", "\\\\$1")
                .replace('\n', ' ');
        return safe.replaceFirst("^([-+])(?= )", "\\\\$1").replaceFirst("^(\\d+)([.)])(?= )", "$1\\\\$2");
    }

    private static String code(String words) {
        String fence = fence(words, 1);
        String room = words.startsWith("`") || words.endsWith("`") ? " " : "";
        return fence + room + words.replace("|", "\\|").replace('\n', ' ') + room + fence;
    }

    /// More backticks in a row than `text` has, and at least `least`.
    private static String fence(String text, int least) {
        int longest = 0;
        int run = 0;
        for (int k = 0; k < text.length(); k++) {
            run = text.charAt(k) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return String.join("", Collections.nCopies(Math.max(least, longest + 1), "`"));
    }

    private static String yaml(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace('\n', ' ') + "\"";
    }

    private void paragraph(String text) {
        line(text);
        line("");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
