package org.casus.chain;

import java.io.IOException;
import java.io.Writer;

/// Writes one CSV file: comma, quotes where needed and doubled inside (RFC 4180), lines end in `\n`.
/// Numbers are
/// written
/// with as many digits as it takes to read the same double back, and no more.
final class Csv implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Writer writer;
    private final StringBuilder buffer = new StringBuilder(BUFFER + 1024);
    private boolean first = true;

    Csv(Writer writer) {
        this.writer = writer;
    }

    Csv add(String text) {
        separate();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        if (plain) {
            buffer.append(text);
        } else {
            buffer.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
        return this;
    }

    Csv add(double number) {
        separate();
        buffer.append(number);
        return this;
    }

    Csv add(int number) {
        separate();
        buffer.append(number);
        return this;
    }

    Csv add(boolean flag) {
        separate();
        buffer.append(flag);
        return this;
    }

    private void separate() {
        if (!first) {
            buffer.append(',');
        }
        first = false;
    }

    void endLine() throws IOException {
        buffer.append('\n');
        first = true;
        if (buffer.length() > BUFFER) {
            flush();
        }
    }

    private void flush() throws IOException {
        writer.append(buffer);
        buffer.setLength(0);
    }

    @Override
    public void close() throws IOException {
        try (writer) {
            flush();
        }
    }
}
