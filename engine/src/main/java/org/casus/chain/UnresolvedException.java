package org.casus.chain;

/// A question about a chain could not be answered to the accuracy promised. The partial answer is never the answer; its
/// `error` says how far from one it may be.
public final class UnresolvedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Hitting partial;

    UnresolvedException(String message, Hitting partial) {
        super(message);
        this.partial = partial;
    }

    /// The last state of affairs, with its residual and the bound on its error.
    public Hitting partial() {
        return partial;
    }
}
