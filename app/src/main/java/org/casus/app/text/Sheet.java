package org.casus.app.text;

import java.util.ArrayList;
import java.util.List;
import org.casus.app.run.Clean;

/// A page of headings and labelled entries, wrapped to the terminal; labels of one block are as
/// wide as the longest.
final class Sheet {

    private static final int LEAST = 12;
    private static final int MOST = 26;

    private record Entry(String label, String text) {}

    private final Style style;
    private final List<String> lines = new ArrayList<>();
    private final List<Entry> block = new ArrayList<>();

    Sheet(Style style) {
        this.style = style;
    }

    Sheet heading(String said) {
        String text = Clean.text(said);
        close();
        if (!lines.isEmpty()) {
            lines.add("");
        }
        for (String line : Wrap.lines(text, style.width())) {
            lines.add(style.bold(line));
        }
        return this;
    }

    /// A paragraph; an empty one is an empty line.
    Sheet text(String text) {
        close();
        lines.addAll(Wrap.lines(Clean.text(text), style.width()));
        return this;
    }

    /// A command to be copied: on a line of its own, however long.
    Sheet command(String command) {
        close();
        lines.add("  " + Clean.text(command));
        return this;
    }

    /// `label` and what it says, further lines below the text; nothing if there is nothing to
    /// say.
    Sheet entry(String label, String text) {
        if (!text.isBlank()) {
            block.add(new Entry(Clean.text(label), Clean.text(text)));
        }
        return this;
    }

    /// Something with a name, and what it does, on lines of their own below it.
    Sheet item(String name, String text) {
        close();
        lines.addAll(Wrap.hanging("  ", Clean.text(name), style.width()));
        if (!text.isBlank()) {
            lines.addAll(Wrap.hanging("      ", Clean.text(text), style.width()));
        }
        return this;
    }

    /// A paragraph below an [#item].
    Sheet under(String text) {
        close();
        lines.addAll(Wrap.hanging("     ", Clean.text(text), style.width()));
        return this;
    }

    /// Lines as they are.
    Sheet drawing(List<String> drawn) {
        close();
        lines.addAll(drawn);
        return this;
    }

    /// A table, its first row as a heading.
    Sheet table(Columns table) {
        close();
        var rows = table.lines();
        lines.add(style.dim(rows.getFirst()));
        lines.addAll(rows.subList(1, rows.size()));
        return this;
    }

    String finish() {
        close();
        return style.plain(String.join("\n", lines)) + "\n";
    }

    private void close() {
        int width = LEAST;
        for (Entry entry : block) {
            width = Math.max(width, Math.min(MOST, Columns.shown(entry.label())));
        }
        for (Entry entry : block) {
            String label = Wrap.clip(entry.label(), MOST);
            String padded = "  " + label + " ".repeat(width - Columns.shown(label)) + "  ";
            var hung = Wrap.hanging(padded, entry.text(), style.width());
            lines.add("  " + style.dim(label) + hung.getFirst().substring(2 + label.length()));
            lines.addAll(hung.subList(1, hung.size()));
        }
        block.clear();
    }
}
