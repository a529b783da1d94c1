package org.casus.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Command lines run in this process, with streams that are kept.
final class Shell {

    /// What a command line left behind.
    record Result(int exit, String out, String err) {}

    private final Map<String, String> environment = new HashMap<>();
    private String in = "";
    private Charset charset = StandardCharsets.UTF_8;
    private boolean terminal;
    private Optional<Integer> columns = Optional.empty();

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell typing(String text) {
        in = text;
        return this;
    }

    Shell letters(Charset charset) {
        this.charset = charset;
        return this;
    }

    Shell terminal(int columns) {
        terminal = true;
        this.columns = Optional.of(columns);
        environment.putIfAbsent("TERM", "xterm-256color");
        return this;
    }

    /// A console whose output is lost.
    Console console() {
        return console(new ByteArrayOutputStream(), new ByteArrayOutputStream());
    }

    Result run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit = Casus.run(args, console(out, err));
        return new Result(exit, out.toString(charset), err.toString(charset));
    }

    private Console console(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Console(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                out,
                err,
                charset,
                terminal,
                terminal,
                columns,
                environment);
    }
}
