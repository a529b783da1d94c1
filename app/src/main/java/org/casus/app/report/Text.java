package org.casus.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A line of text, or a paragraph.
public record Text(List<Span> spans) {

    static final Text EMPTY = new Text(List.of());

    static Text of(String text) {
        return text.isEmpty() ? EMPTY : new Text(List.of(new Span.Plain(text)));
    }

    /// Text in which backticks mark names.
    static Text marked(String text) {
        var spans = new ArrayList<Span>();
        String[] parts = text.split("`", -1);
        if (parts.length % 2 == 0) {
            return of(text);
        }
        for (int k = 0; k < parts.length; k++) {
            if (!parts[k].isEmpty()) {
                spans.add(k % 2 == 0 ? new Span.Plain(parts[k]) : new Span.Code(parts[k]));
            }
        }
        return new Text(List.copyOf(spans));
    }

    static Text strong(String text) {
        return new Text(List.of(new Span.Strong(text)));
    }

    static Text code(String text) {
        return new Text(List.of(new Span.Code(text)));
    }

    /// This, then `more`.
    Text then(Text more) {
        var spans = new ArrayList<>(this.spans);
        spans.addAll(more.spans);
        return new Text(List.copyOf(spans));
    }

    Text then(String more) {
        return then(of(more));
    }

    Text cite(String source, String at) {
        return then(new Text(List.of(new Span.Cite(source, at))));
    }

    /// The words alone.
    String plain() {
        return spans.stream()
                .map(span -> switch (span) {
                    case Span.Plain(String text) -> text;
                    case Span.Strong(String text) -> text;
                    case Span.Code(String text) -> text;
                    case Span.Cite(String source, String at) -> source + (at.isEmpty() ? "" : " " + at);
                })
                .collect(Collectors.joining());
    }
}
