package org.casus.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The entry point of `casus`.
@Command(name = "casus", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class Main implements Runnable {

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /// Runs one command line and leaves with its exit code.
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
