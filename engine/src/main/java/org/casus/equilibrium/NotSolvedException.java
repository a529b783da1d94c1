package org.casus.equilibrium;

/// A game was not solved: the reason, and how far it got. The partial result is never the answer; its
/// figures say how
/// far from one it is. After DOES_NOT_SETTLE it may satisfy the equations all the same: an equilibrium
/// the long game
/// comes by and leaves again.
public final class NotSolvedException extends Exception {

    private static final long serialVersionUID = 1L;

    /// Why a game was not solved.
    public enum Reason {
        /// The play now of the game that ends at T goes on changing as T grows.
        DOES_NOT_SETTLE,
        /// It settles, but where depends on the steps with which it is followed, however small.
        UNDECIDED,
        /// It settles, but the values there could not be found to the accuracy wanted.
        NOT_ACCURATE,
        /// A value left the range of numbers.
        NOT_FINITE,
        /// The way from a given start comes to no equilibrium.
        LOST
    }

    private final Reason reason;
    private final transient Solution partial;

    NotSolvedException(Reason reason, String message, Solution partial) {
        super(message);
        this.reason = reason;
        this.partial = partial;
    }

    /// What went wrong.
    public Reason reason() {
        return reason;
    }

    /// What there is to show, with its true residual: an equilibrium found by another way, or the last
    /// state of affairs; the
    /// log says which.
    public Solution partial() {
        return partial;
    }
}
