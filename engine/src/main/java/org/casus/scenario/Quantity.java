package org.casus.scenario;

import java.util.Optional;

/// A number that a solved game has: what scores report and claims compare.
public sealed interface Quantity {

    /// `odds of X`: that the condition (or the outcome's condition) holds at the horizon.
    record OddsAt(Guard what) implements Quantity {}

    /// `odds ever of X`: that it holds at some time up to the horizon.
    record OddsEver(Guard what) implements Quantity {}

    /// `odds ever of MOVE`: that the move (index) is made at least once by the horizon.
    record OddsEverMade(int move) implements Quantity {}

    /// `weeks with X` (or `days with`, …): expected time up to the horizon, in `unit`.
    record TimeWith(Guard what, TimeUnit unit) implements Quantity {}

    /// `MOVE is played`: its rate while open, per clock unit, weighted by the time spent in each
    /// state; with `when`,
    /// over the same states with that row alone moved to that level.
    record Play(int move, Optional<Standing> when) implements Quantity {}

    /// `when ROW is L`.
    record Standing(int row, int level) {}
}
