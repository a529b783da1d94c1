package org.casus.why;

/// A move that is taken back: what it changed is still so when another move changes just that back.
///
/// @param move index of the move
/// @param by index of the move that undoes it
/// @param made how often the first makes a change that the other could undo, up to the horizon, on average
/// @param undone how often the other does, the same rows not having moved since
public record Undoing(int move, int by, double made, double undone) {

    /// Share of such changes that are taken back by that move.
    public double share() {
        return made > 0 ? undone / made : 0;
    }
}
