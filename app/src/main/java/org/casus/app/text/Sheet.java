package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;

/// A page of headings and labelled entries, wrapped to the terminal.
final class Sheet {

    private static final int LABEL = 14;

    private final Style style;
    private final List<String> lines = new ArrayList<>();

    Sheet(Style style) {
        this.style = style;
    }

    Sheet heading(String text) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        for (String line : Wrap.lines(text, style.width())) {
            lines.add(style.bold(line));
        }
        return this;
    }

    /// A paragraph.
    Sheet text(String text) {
        lines.addAll(Wrap.lines(text, style.width()));
        return this;
    }

    /// `label` and what it says, further lines below the text; nothing if there is nothing to say.
    Sheet entry(String label, String text) {
        if (text.isBlank()) {
            return this;
        }
        String padded = "  " + label + " ".repeat(Math.max(1, LABEL - Columns.shown(label))) + " ";
        var hung = Wrap.hanging(padded, text, style.width());
        String first = hung.getFirst();
        lines.add("  " + style.dim(label) + first.substring(2 + label.length()));
        lines.addAll(hung.subList(1, hung.size()));
        return this;
    }

    /// Something with a name, and what it does, on lines of their own below it.
    Sheet item(String name, String text) {
        lines.add("  " + name);
        if (!text.isBlank()) {
            lines.addAll(Wrap.hanging("      ", text, style.width()));
        }
        return this;
    }

    /// A table, its first row as a heading.
    Sheet table(Columns table) {
        var rows = table.lines();
        lines.add(style.dim(rows.getFirst()));
        lines.addAll(rows.subList(1, rows.size()));
        return this;
    }

    String finish() {
        return style.plain(String.join("\n", lines)) + "\n";
    }
}
