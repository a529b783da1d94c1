package org.casus.chain;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A sink that keeps each file as text, and knows which were left open.
final class Texts implements Sink {

    private final Map<String, StringWriter> files = new LinkedHashMap<>();
    private int open;

    @Override
    public Writer open(String name) {
        open++;
        var text = new StringWriter() {
            @Override
            public void close() throws IOException {
                super.close();
                open--;
            }
        };
        files.put(name, text);
        return text;
    }

    List<String> names() {
        return List.copyOf(files.keySet());
    }

    String text(String name) {
        StringWriter text = files.get(name);
        if (text == null || open > 0) {
            throw new AssertionError(name + " is missing, or one of " + files.keySet() + " was left open");
        }
        return text.toString();
    }

    CsvTable table(String name) {
        return CsvTable.parse(text(name));
    }

    List<String> lines(String name) {
        return text(name).lines().toList();
    }
}
