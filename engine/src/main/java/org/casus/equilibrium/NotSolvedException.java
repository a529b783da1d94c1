package org.casus.equilibrium;

/// A game was not solved: the reason, and how far it got. The partial result is never the answer; its figures say how
/// far from one it is.
public final class NotSolvedException extends Exception {

    private static final long serialVersionUID = 1L;

    /// Why a game was not solved.
    public enum Reason {
        /// The play now of the game that ends at T goes on changing as T grows.
        DOES_NOT_SETTLE,
        /// It settled, but Newton's method did not finish from there.
        NEWTON_DID_NOT_CONVERGE,
        /// A linear system could not be solved.
        LINEAR_SOLVE_FAILED,
        /// A value left the range of numbers.
        NOT_FINITE
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

    /// The last state of affairs, with its true residual.
    public Solution partial() {
        return partial;
    }
}
