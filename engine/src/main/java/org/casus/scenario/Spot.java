package org.casus.scenario;

/// A span of a text: where a problem stands.
record Spot(Document document, int from, int to) {

    /// Line and column from 1; a span over several lines ends, for people, with its first.
    Position position() {
        int line = document.line(from);
        int start = document.lineStart(line);
        String text = document.lineText(line);
        int column = Math.min(from - start, text.length());
        int end = Math.clamp(to - start, column, text.length());
        int before = text.codePointCount(0, column);
        return new Position(document.label, line + 1, before + 1, Math.max(1, text.codePointCount(column, end)));
    }

    String line() {
        return document.lineText(document.line(from));
    }

    /// The characters as written.
    String raw() {
        return document.text.substring(from, to);
    }
}
