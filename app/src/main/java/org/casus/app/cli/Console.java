package org.casus.app.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.casus.app.text.Style;

/// The process as commands see it: three streams, and what is at their other ends.
///
/// Output goes out in one write for each text, so that a reader that went away is noticed, and known from a
/// disk that is full.
///
/// @param in standard input
/// @param out where data goes
/// @param err where talk goes
/// @param charset of both
/// @param outTerminal whether `out` is a terminal
/// @param errTerminal whether `err` is one
/// @param columns width of the terminal, if known
/// @param environment the variables of the process
public record Console(
        InputStream in,
        OutputStream out,
        OutputStream err,
        Charset charset,
        boolean outTerminal,
        boolean errTerminal,
        Optional<Integer> columns,
        Map<String, String> environment) {

    /// Longer lines are hard to read, however wide the window.
    private static final int WIDEST = 100;
    /// From here on the JVM's warning fits in one line.
    private static final int WARNING_WIDTH = 56;

    /// The reader of the output has gone: nothing is left to do, and nobody to tell.
    static final class Gone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// When to use colour.
    public enum Colours {
        AUTO,
        ALWAYS,
        NEVER;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The console of this process. The launcher knows best what is a terminal and says so
    /// (`casus.terminal`:
    /// the numbers of the streams that are one, `casus.columns`); without it both are taken to be one if
    /// Java's console is.
    public static Console ofProcess() {
        String told = System.getProperty("casus.terminal", "?");
        boolean guess = told.equals("?")
                && Optional.ofNullable(System.console())
                        .filter(java.io.Console::isTerminal)
                        .isPresent();
        return new Console(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Charset.forName(System.getProperty("stdout.encoding", "UTF-8"), StandardCharsets.UTF_8),
                guess || told.contains("1"),
                guess || told.contains("2"),
                number(System.getProperty("casus.columns")).or(() -> number(System.getenv("COLUMNS"))),
                System.getenv());
    }

    /// Takes back the line in which the JVM says that the Vector API is incubating, where a terminal can and
    /// the launcher asked for it. It is what was written last before `main`.
    public void forgetVectors() {
        boolean said = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        boolean known = System.getProperty("casus.terminal", "").contains("2");
        if (said
                && known
                && columns.orElse(0) >= WARNING_WIDTH
                && !environment.getOrDefault("TERM", "dumb").equals("dumb")) {
            say("\033[A\033[2K");
        }
    }

    /// Data.
    ///
    /// @throws Gone if the reader of a pipe has left
    /// @throws Failure if it cannot be written for another reason
    public void print(String text) {
        try {
            out.write(text.getBytes(charset));
            out.flush();
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("broken pipe") || message.contains("pipe is being closed")) {
                throw new Gone();
            }
            throw Failure.io("The output could not be written", e);
        }
    }

    /// Talk. Nobody hears it if it fails.
    public void say(String text) {
        try {
            err.write(text.getBytes(charset));
            err.flush();
        } catch (IOException e) {
            return;
        }
    }

    /// How to draw on `out`.
    public Style outStyle(Colours colours) {
        return new Style(width(), depth(colours, outTerminal), unicode());
    }

    /// How to draw on `err`.
    public Style errStyle(Colours colours) {
        return new Style(width(), depth(colours, errTerminal), unicode());
    }

    private int width() {
        return Math.min(columns.orElse(80), WIDEST);
    }

    private boolean unicode() {
        return charset.newEncoder().canEncode("“…×≤");
    }

    /// Colour where a terminal wants it: `NO_COLOR` (no-color.org) and `TERM=dumb` turn it off, `always`
    /// outdoes both.
    private Style.Colour depth(Colours colours, boolean terminal) {
        String term = environment.getOrDefault("TERM", "");
        boolean wanted = switch (colours) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> terminal && environment.getOrDefault("NO_COLOR", "").isEmpty() && !term.equals("dumb");
        };
        if (!wanted) {
            return Style.Colour.NONE;
        }
        boolean rich = term.contains("256color")
                || !environment.getOrDefault("COLORTERM", "").isEmpty();
        return rich ? Style.Colour.RICH : Style.Colour.BASIC;
    }

    private static Optional<Integer> number(@org.jspecify.annotations.Nullable String text) {
        if (text == null || !text.matches("[1-9][0-9]{0,3}")) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(text));
    }
}
