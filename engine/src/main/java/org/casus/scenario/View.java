package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;

/// A row as conditions and effects name it: the row itself, or an agreement on its table.
///
/// @param levels the names it knows, low to high
/// @param bits for each of them the levels of the row it stands for
/// @param ordered whether `at least` and its like make sense
/// @param agreement whether it is an agreement: `to none` then leaves the table only if it stands on
/// this agreement
record View(String id, int row, List<String> levels, List<Long> bits, boolean ordered, boolean agreement) {

    static View of(Row row) {
        List<Long> bits = new ArrayList<>();
        for (int level = 0; level < row.levels().size(); level++) {
            bits.add(1L << level);
        }
        return new View(row.id(), row.index(), row.levels(), List.copyOf(bits), row.ordered(), false);
    }

    /// An agreement whose levels `offered`, `signed-by-…` are those of the table from `first` on. It
    /// is at `none`
    /// wherever the table is not on one of them.
    static View of(String id, int row, List<String> stages, int first, int tableSize) {
        List<String> levels = new ArrayList<>();
        List<Long> bits = new ArrayList<>();
        long own = 0;
        for (int k = 0; k < stages.size(); k++) {
            own |= 1L << (first + k);
        }
        long all = tableSize == Long.SIZE ? -1L : (1L << tableSize) - 1;
        levels.add(Tables.NONE);
        bits.add(all & ~own);
        for (int k = 0; k < stages.size(); k++) {
            levels.add(stages.get(k));
            bits.add(1L << (first + k));
        }
        return new View(id, row, List.copyOf(levels), List.copyOf(bits), true, true);
    }

    int level(String name) {
        return levels.indexOf(name);
    }

    /// The levels of the row that its levels `from` (inclusive) to `to` (exclusive) stand for.
    long mask(int from, int to) {
        long mask = 0;
        for (int k = from; k < to; k++) {
            mask |= bits.get(k);
        }
        return mask;
    }

    /// The condition that it stands on one of its levels from `from` to `to`.
    Condition on(int from, int to) {
        return new Condition.On(row, mask(from, to));
    }

    /// Everything but `none`, of an agreement.
    long stages() {
        return mask(1, levels.size());
    }

    /// The effect of going to its level `level`.
    Effect to(int level) {
        if (agreement && level == 0) {
            return new Effect.Leave(row, stages(), 0);
        }
        return new Effect.To(row, Long.numberOfTrailingZeros(bits.get(level)));
    }
}
