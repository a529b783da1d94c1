package org.casus.app.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Citations as BibTeX, in UTF-8.
final class BibTex {

    private static final String[] MONTHS = {
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
    };

    private BibTex() {}

    static String of(List<Citation> citations) {
        return citations.stream().map(BibTex::entry).collect(Collectors.joining("\n"));
    }

    /// One entry, ending in a line break. Titles stand in two pairs of braces, so that no style changes their
    /// capitals.
    static String entry(Citation citation) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "author", citation.author().isEmpty() ? "" : "{{" + escape(citation.author()) + "}}");
        put(fields, "title", "{{" + escape(citation.title()) + "}}");
        put(fields, "howpublished", braced(citation.medium()));
        put(fields, "version", braced(citation.version()));
        citation.date().ifPresent(date -> {
            put(fields, "year", "{" + date.substring(0, 4) + "}");
            put(fields, "month", MONTHS[Integer.parseInt(date.substring(5, 7)) - 1]);
            put(fields, "day", "{" + Integer.parseInt(date.substring(8, 10)) + "}");
        });
        citation.url().ifPresent(url -> put(fields, "url", "{" + url(url) + "}"));
        put(fields, "note", braced(citation.note()));
        return fields.entrySet().stream()
                .map(field -> "  " + field.getKey() + " = " + field.getValue())
                .collect(Collectors.joining(",\n", "@misc{" + citation.id() + ",\n", "\n}\n"));
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private static String braced(String text) {
        return text.isEmpty() ? "" : "{" + escape(text) + "}";
    }

    /// Text as LaTeX sets it.
    private static String escape(String text) {
        var safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> safe.append("\\textbackslash{}");
                case '~' -> safe.append("\\textasciitilde{}");
                case '^' -> safe.append("\\textasciicircum{}");
                // As commands: a brace that is only escaped still counts for the pairs that BibTeX looks for.
                case '{' -> safe.append("\\textbraceleft{}");
                case '}' -> safe.append("\\textbraceright{}");
                case '%', '#', '$', '&', '_' -> safe.append('\\').appendCodePoint(c);
                default -> safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    private static String url(String url) {
        return url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D").replaceAll("\\s", "%20");
    }
}
