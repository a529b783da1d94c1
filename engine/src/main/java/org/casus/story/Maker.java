package org.casus.story;

/// Who or what made a jump of the chain.
public sealed interface Maker {

    /// An actor, by a move that changed the board.
    ///
    /// @param actor place in the scenario's actors
    /// @param move place in its moves
    record Actor(int actor, int move) implements Maker {}

    /// A chance event.
    ///
    /// @param event place in the scenario's chance events
    record Chance(int event) implements Maker {}
}
