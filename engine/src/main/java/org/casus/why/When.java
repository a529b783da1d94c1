package org.casus.why;

import java.util.List;
import java.util.stream.IntStream;
import org.casus.scenario.Condition;
import org.casus.scenario.Row;

/// A row on some of its levels: where a decision weighs most.
///
/// @param row index of the row
/// @param levels the levels it stands on, as bits; only such as the choice is met on
public record When(int row, long levels) {

    /// The same as a condition.
    public Condition condition() {
        return new Condition.On(row, levels);
    }

    /// The names of the levels, low to high.
    public List<String> names(Row row) {
        return IntStream.range(0, row.levels().size())
                .filter(level -> holds(level))
                .mapToObj(level -> row.levels().get(level))
                .toList();
    }

    boolean holds(int level) {
        return (levels >>> level & 1) != 0;
    }
}
