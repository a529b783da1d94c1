package org.casus.app.report;

import java.util.List;
import java.util.Locale;
import org.casus.app.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Citations as CSL-JSON, which Zotero, Pandoc and word processors read.
final class CslJson {

    private CslJson() {}

    static String of(List<Citation> citations) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        citations.forEach(citation -> items.add(item(citation)));
        return Json.text(items);
    }

    private static ObjectNode item(Citation citation) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("id", citation.id());
        item.put("type", type(citation));
        item.put("title", citation.title());
        if (!citation.author().isEmpty()) {
            item.putArray("author").addObject().put("literal", citation.author());
        }
        put(item, "genre", citation.kind() == Citation.Kind.SOFTWARE ? "" : citation.medium());
        put(item, "version", citation.version());
        citation.date().ifPresent(date -> {
            ArrayNode parts = item.putObject("issued").putArray("date-parts").addArray();
            for (String part : date.split("-")) {
                parts.add(Integer.parseInt(part));
            }
        });
        citation.url().ifPresent(url -> item.put("URL", url));
        put(item, "note", citation.note());
        return item;
    }

    private static void put(ObjectNode item, String name, String value) {
        if (!value.isEmpty()) {
            item.put(name, value);
        }
    }

    /// The type of CSL 1.0.2 that comes nearest to what the scenario calls it.
    private static String type(Citation citation) {
        return switch (citation.kind()) {
            case SOFTWARE -> "software";
            case RUN -> "dataset";
            case SOURCE -> {
                String medium = citation.medium().toLowerCase(Locale.ROOT);
                yield medium.contains("treaty")
                        ? "treaty"
                        : medium.contains("report")
                                ? "report"
                                : medium.contains("news")
                                        ? "article-newspaper"
                                        : medium.contains("book")
                                                ? "book"
                                                : medium.contains("data") ? "dataset" : "document";
            }
        };
    }
}
