package org.casus.chain;

/// A chain so fast, for the time it is asked about, that the answer would take more products with
/// its generator than anybody waits for.
public final class TooFastException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final double fastest;

    public TooFastException(double fastest, double time) {
        super("the fastest rate, " + fastest + ", over a time of " + time + " means " + fastest * time
                + " products: too many");
        this.fastest = fastest;
    }

    /// The rate at which the most restless state is left, per clock unit.
    public double fastest() {
        return fastest;
    }
}
