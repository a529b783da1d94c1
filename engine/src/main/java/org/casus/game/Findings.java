package org.casus.game;

import java.util.List;
import org.casus.scenario.Chance;
import org.casus.scenario.Move;

/// What compiling showed: moves and events that are nowhere possible, levels that no board has.
///
/// @param closedMoves moves open in no reachable state, dormant ones left out
/// @param idleChance chance events possible in no reachable state, dormant ones left out
/// @param unreached rows and levels that no reachable state stands on
public record Findings(List<Move> closedMoves, List<Chance> idleChance, List<Unreached> unreached) {

    /// A level never reached.
    public record Unreached(int row, int level) {}
}
