package org.casus.chain;

/// A question about a chain could not be answered to the accuracy promised. There is no partial
/// answer: numbers that
/// look fine are worse than none.
public final class UnresolvedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final double residual;

    UnresolvedException(String message, double residual) {
        super(message);
        this.residual = residual;
    }

    /// How far it got: the largest relative imbalance of flows that was left.
    public double residual() {
        return residual;
    }
}
