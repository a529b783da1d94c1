package org.casus.app.cli;

/// What `casus` tells the shell.
public enum Exit {
    OK(0),
    /// A claim of severity `error` fails.
    CLAIMS(1),
    /// Two scenarios differ in meaning, where that was asked about.
    DIFFERS(1),
    USAGE(2),
    INVALID(3),
    UNSOLVED(4),
    IO(5),
    BUG(70);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
