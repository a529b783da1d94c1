package org.casus.story;

import java.util.List;
import java.util.OptionalInt;

/// A step of a [Storyline], over the runs that took exactly its steps.
///
/// @param what the decisive rows that changed, in the order of the board, each from and to the level it most
///     often did; never none
/// @param agreement place in the scenario's agreements of the one that was signed with it
/// @param t median time, clock units from the start
/// @param early time before which one run in ten made it
/// @param late time after which one run in ten made it
/// @param by who made it, most often first; shares of 1
/// @param lift how many times as likely it made the end, typically (geometric mean)
/// @param state the state it was most often made in
public record Step(
        List<Change> what,
        OptionalInt agreement,
        double t,
        double early,
        double late,
        List<By> by,
        double lift,
        int state) {

    /// Who made a step, and in what share of runs.
    public record By(Maker maker, double share) {}
}
