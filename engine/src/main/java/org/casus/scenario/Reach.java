package org.casus.scenario;

import java.util.List;
import java.util.stream.Stream;

/// What conditions and effects say of one row, seen alone: a bound from above, without walking the board.
final class Reach {

    private Reach() {}

    /// The levels of `row` on which `condition` may hold for some levels of the other rows, as bits.
    static long levels(Condition condition, int row) {
        return levels(condition, row, false);
    }

    private static long levels(Condition condition, int row, boolean negated) {
        return switch (condition) {
            case Condition.On(int on, long mask) -> on != row ? -1L : negated ? ~mask : mask;
            case Condition.Not(Condition operand) -> levels(operand, row, !negated);
            case Condition.All(List<Condition> operands) -> joined(operands, row, negated, !negated);
            case Condition.Any(List<Condition> operands) -> joined(operands, row, negated, negated);
        };
    }

    /// @param all whether every operand must hold (after negation), or one is enough
    private static long joined(List<Condition> operands, int row, boolean negated, boolean all) {
        long mask = all ? -1L : 0;
        for (Condition operand : operands) {
            long one = levels(operand, row, negated);
            mask = all ? mask & one : mask | one;
        }
        return mask;
    }

    /// How many parts `condition` has, counted up to a little more than `limit`.
    static int size(Condition condition, int limit) {
        return switch (condition) {
            case Condition.On on -> 1;
            case Condition.Not(Condition operand) -> 1 + size(operand, limit - 1);
            case Condition.All(List<Condition> operands) -> size(operands, limit);
            case Condition.Any(List<Condition> operands) -> size(operands, limit);
        };
    }

    private static int size(List<Condition> operands, int limit) {
        int size = 1;
        for (Condition operand : operands) {
            if (size > limit) {
                return size;
            }
            size += size(operand, limit - size);
        }
        return size;
    }

    /// Whether `condition` mentions `row`.
    static boolean reads(Condition condition, int row) {
        return switch (condition) {
            case Condition.On(int on, long mask) -> on == row;
            case Condition.Not(Condition operand) -> reads(operand, row);
            case Condition.All(List<Condition> operands) -> operands.stream().anyMatch(c -> reads(c, row));
            case Condition.Any(List<Condition> operands) -> operands.stream().anyMatch(c -> reads(c, row));
        };
    }

    /// Whether some level of every row suits both, seen row by row.
    static boolean overlap(Condition a, Condition b, List<Row> rows) {
        return rows.stream().allMatch(row -> {
            long all =
                    row.levels().size() == Long.SIZE ? -1L : (1L << row.levels().size()) - 1;
            return (levels(a, row.index()) & levels(b, row.index()) & all) != 0;
        });
    }

    /// Every effect that `leads` may have.
    static Stream<Effect> effects(Leads leads) {
        Stream<Leads.Branch> failed = leads.odds().isPresent() ? leads.otherwise().stream() : Stream.empty();
        return Stream.concat(leads.then().stream(), failed).flatMap(branch -> branch.effects().stream());
    }

    static Stream<Effect> effects(Move move) {
        return move.cases().stream().flatMap(one -> effects(one.leads()));
    }

    /// The price of `move` in the middle world where it is lowest, as far as can be said without
    /// solving: what is paid
    /// always, or else the least of its prices by condition.
    static double price(Move move) {
        List<Price> always = move.costs().stream()
                .filter(p -> p.when().test().equals(Condition.always()))
                .toList();
        if (always.isEmpty()) {
            return move.costs().stream()
                    .mapToDouble(p -> p.points().middle())
                    .min()
                    .orElse(0);
        }
        return always.stream().mapToDouble(p -> p.points().middle()).sum();
    }
}
