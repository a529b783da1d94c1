package org.casus.scenario;

import java.util.List;

/// A condition on the board, with every name resolved: what `due`, `at least` or an agreement's id
/// meant is already
/// spelled out in rows and levels.
public sealed interface Condition {

    /// Holds on every board.
    static Condition always() {
        return new All(List.of());
    }

    /// Holds on none.
    static Condition never() {
        return new Any(List.of());
    }

    /// The row stands on one of the levels whose bits are set in `levels` (bit 0 = lowest level).
    record On(int row, long levels) implements Condition {}

    record Not(Condition operand) implements Condition {}

    /// All hold; with none, always true.
    record All(List<Condition> operands) implements Condition {}

    /// At least one holds; with none, never true.
    record Any(List<Condition> operands) implements Condition {}

    /// Whether it holds on the board `levels`, one level for each row of the scenario. For boundaries
    /// and tests;
    /// loops over states compile it first.
    default boolean holds(int[] levels) {
        return switch (this) {
            case On(int row, long mask) -> (mask >>> levels[row] & 1) != 0;
            case Not(Condition operand) -> !operand.holds(levels);
            case All(List<Condition> operands) -> operands.stream().allMatch(c -> c.holds(levels));
            case Any(List<Condition> operands) -> operands.stream().anyMatch(c -> c.holds(levels));
        };
    }
}
