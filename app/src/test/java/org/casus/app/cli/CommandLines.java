package org.casus.app.cli;

/// Command lines for tests of other packages.
public final class CommandLines {

    /// What a command line left behind.
    public record Result(int exit, String out, String err) {}

    private CommandLines() {}

    /// What starts one as a process of its own.
    public static java.util.List<String> process(String... args) {
        return ProcessTest.command(args);
    }

    /// Runs one in this process.
    public static Result run(String... args) {
        var result = new Shell().run(args);
        return new Result(result.exit(), result.out(), result.err());
    }
}
