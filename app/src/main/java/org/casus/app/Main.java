package org.casus.app;

import org.casus.app.cli.Casus;
import org.casus.app.cli.Console;
import org.casus.app.cli.Interruption;

/// The entry point of `casus`.
public final class Main {

    private Main() {}

    /// Runs one command line and leaves with its exit code.
    public static void main(String[] args) {
        var console = Console.ofProcess();
        console.forgetVectors();
        var left = new Interruption();
        var interruption = Casus.announceInterruption(console, left);
        int code = Casus.run(args, console, left);
        Casus.forget(interruption);
        System.exit(code);
    }
}
