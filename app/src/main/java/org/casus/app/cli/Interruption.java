package org.casus.app.cli;

/// What to say when the process is told to stop (Ctrl-C): a command that keeps what it finishes says so.
public final class Interruption {

    private volatile String left = "nothing was written.";

    /// From now on something is left behind: what, as the end of a sentence.
    void leaves(String left) {
        this.left = left;
    }

    String left() {
        return left;
    }
}
