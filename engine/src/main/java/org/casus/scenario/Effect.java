package org.casus.scenario;

/// What happens to one row of the board; effects are applied in order.
public sealed interface Effect {

    int row();

    /// `row to L`
    record To(int row, int level) implements Effect {}

    /// `row up n` (n > 0) and `row down n` (n < 0); stops at the ends.
    record Shift(int row, int by) implements Effect {}

    /// To `level` if the row stands on one of `from`, else nothing: an agreement leaving a shared table.
    record Leave(int row, long from, int level) implements Effect {}

    /// The level the row comes to from `level`, on a row of `levels` levels.
    default int apply(int level, int levels) {
        return switch (this) {
            case To(int row, int to) -> to;
            case Shift(int row, int by) -> Math.clamp((long) level + by, 0, levels - 1);
            case Leave(int row, long from, int to) -> (from >>> level & 1) != 0 ? to : level;
        };
    }
}
