package org.casus.game;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.casus.scenario.Condition;
import org.jspecify.annotations.Nullable;

/// A function of the board that depends on few rows, worked out once for each combination of their
/// levels and looked
/// up afterwards: how conditions are kept out of loops over states.
///
/// A lookup costs one multiplication for each row it depends on. Combinations are worked out when
/// first met; they lie
/// in an array up to 2²⁰ of them, else in a hash map.
final class Lookup<T> {

    private static final int ARRAY_LIMIT = 1 << 20;

    private final int[] rows;
    private final long[] stride;
    private final Function<int[], T> function;
    private final @Nullable Object @Nullable [] small;
    private final Map<Long, T> large = new HashMap<>();

    /// @param support the rows that `function` depends on
    /// @param levels how many levels each row of the board has
    /// @param function of the whole board; never null
    Lookup(BitSet support, int[] levels, Function<int[], T> function) {
        this.rows = support.stream().toArray();
        this.stride = new long[rows.length];
        this.function = function;
        long size = 1;
        for (int k = rows.length - 1; k >= 0; k--) {
            stride[k] = size;
            size = Math.multiplyExact(size, (long) levels[rows[k]]);
        }
        this.small = size <= ARRAY_LIMIT ? new Object[(int) size] : null;
    }

    static Lookup<Boolean> of(Condition condition, int[] levels) {
        var support = new BitSet();
        rowsOf(condition, support);
        return new Lookup<>(support, levels, condition::holds);
    }

    @SuppressWarnings("unchecked") // the array holds only what the function gave
    T at(int[] board) {
        long key = 0;
        for (int k = 0; k < rows.length; k++) {
            key += board[rows[k]] * stride[k];
        }
        if (small == null) {
            return large.computeIfAbsent(key, k -> function.apply(board));
        }
        Object known = small[(int) key];
        if (known == null) {
            known = function.apply(board);
            small[(int) key] = known;
        }
        return (T) known;
    }

    /// Adds to `rows` those that `condition` mentions.
    static void rowsOf(Condition condition, BitSet rows) {
        switch (condition) {
            case Condition.On on -> rows.set(on.row());
            case Condition.Not not -> rowsOf(not.operand(), rows);
            case Condition.All all -> all.operands().forEach(operand -> rowsOf(operand, rows));
            case Condition.Any any -> any.operands().forEach(operand -> rowsOf(operand, rows));
        }
    }
}
