package org.casus.study;

/// What an edit does to the odds of the outcomes at the horizon, every judgement at its middle.
public sealed interface Shift {

    /// The game is the same, number by number: no odds can have moved.
    record Same() implements Shift {}

    /// @param held odds of each outcome of the edited scenario if the actors go on as they had planned before the
    ///     edit, see [Shifts]
    /// @param rethought the same with everybody thinking again
    /// @param strayed share of the time spent, plans held, in states that nobody had a plan for
    /// @param lost whether it was to be followed from the solution before and the way from there was lost, so
    ///     that it was solved from nothing: some of the effect may then be a leap to another equilibrium
    record Moved(double[] held, double[] rethought, double strayed, boolean lost) implements Shift {}

    /// @param reason why the edited scenario has no odds
    record Failed(String reason) implements Shift {}
}
