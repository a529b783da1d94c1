package org.casus.app.edit;

import java.util.Optional;
import org.casus.scenario.Position;
import org.casus.scenario.Problem;
import org.casus.scenario.Written;

/// Where things stand on the lines of a text.
record Layout(String label, String text) {

    /// The line break in use: that of the first line.
    String lineBreak() {
        int end = text.indexOf('\n');
        return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
    }

    int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /// Before the line break, or the end of the text.
    int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        if (end < 0) {
            return text.length();
        }
        return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /// After the line break, or the end of the text.
    int nextLine(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end + 1;
    }

    /// Characters before `offset` on its line.
    int column(int offset) {
        return offset - lineStart(offset);
    }

    /// The characters from one offset to another.
    String raw(int from, int to) {
        return text.substring(from, to);
    }

    /// Whether a mapping or list is in brackets.
    boolean flow(Written node) {
        int at = node.from() + properties(node).length();
        return at < node.to() && (text.charAt(at) == '{' || text.charAt(at) == '[');
    }

    /// `&name ` before a value, with the blanks after it; empty where there is none.
    String properties(Written node) {
        if (node.from() >= node.to() || text.charAt(node.from()) != '&') {
            return "";
        }
        int at = node.from();
        while (at < node.to() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        while (at < node.to() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(node.from(), at);
    }

    /// Whether the value of an entry is an alias, `*name`: then it stands elsewhere.
    static boolean aliased(Written.Entry entry) {
        return entry.value().from() < entry.key().from();
    }

    /// After the colon of a key.
    int afterColon(Written.Entry entry) {
        int colon = text.indexOf(':', entry.key().to());
        return colon < 0 ? entry.key().to() : colon + 1;
    }

    /// Where the alias of an entry begins, its star.
    int aliasStart(Written.Entry entry) {
        return text.indexOf('*', afterColon(entry));
    }

    private int aliasEnd(Written.Entry entry) {
        int at = aliasStart(entry);
        while (at < text.length() && " \t\r\n,]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /// Where an entry ends, comments and blanks after it not included.
    int end(Written.Entry entry) {
        if (aliased(entry)) {
            return aliasEnd(entry);
        }
        return Math.max(afterColon(entry), end(entry.value()));
    }

    /// Where a value ends, comments and blanks after it not included.
    int end(Written node) {
        return switch (node) {
            case Written.Words words -> trimmed(words);
            case Written.Entries entries ->
                flow(entries) || entries.list().isEmpty()
                        ? entries.to()
                        : end(entries.list().getLast());
            case Written.Items items ->
                flow(items) || items.list().isEmpty()
                        ? trimmed(items)
                        : end(items.list().getLast());
        };
    }

    private int trimmed(Written node) {
        int end = node.to();
        while (end > node.from() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /// Line and column of a span, from 1.
    Position position(int from, int to) {
        int line = 1 + (int) text.chars().limit(from).filter(c -> c == '\n').count();
        int start = lineStart(from);
        int end = Math.min(Math.max(from, to), lineEnd(from));
        return new Position(
                label,
                line,
                1 + text.codePointCount(start, from),
                Math.max(1, text.codePointCount(from, Math.max(from, end))));
    }

    /// A problem with the characters from one offset to another.
    Problem problem(int from, int to, String found, String advice) {
        return new Problem(position(from, to), raw(lineStart(from), lineEnd(from)), found, advice, "");
    }

    /// The scalar that a judgement's number stands in: the value itself, or its `range`; empty for others.
    static Optional<Written.Words> number(Written value) {
        return switch (value) {
            case Written.Words words -> Optional.of(words);
            case Written.Entries entries ->
                entries.entry("range")
                        .map(Written.Entry::value)
                        .filter(Written.Words.class::isInstance)
                        .map(Written.Words.class::cast);
            case Written.Items items -> Optional.empty();
        };
    }
}
