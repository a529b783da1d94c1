package org.casus.app;

import org.casus.app.cli.Casus;
import org.casus.app.cli.Console;

/// The entry point of `casus`.
public final class Main {

    private Main() {}

    /// Runs one command line and leaves with its exit code.
    public static void main(String[] args) {
        var console = Console.ofProcess();
        var interruption = Casus.announceInterruption(console);
        int code = Casus.run(args, console);
        Casus.forget(interruption);
        System.exit(code);
    }
}
