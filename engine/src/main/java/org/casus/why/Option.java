package org.casus.why;

import java.util.OptionalInt;

/// One thing an actor can do in a state: make a move, or wait.
///
/// @param move index of the move; empty for waiting
/// @param play of the game, or [#WAIT]
/// @param rate h, how often the move is made there, per clock unit; of waiting, chances to act let pass
/// @param odds of doing this when there is a chance to act, h/λ
/// @param value Q, points, price of the move included
/// @param advantage A = Q − V, over waiting
public record Option(OptionalInt move, int play, double rate, double odds, double value, double advantage) {

    /// The play that stands for waiting.
    public static final int WAIT = -1;

    /// Whether this is to wait.
    public boolean waits() {
        return move.isEmpty();
    }
}
