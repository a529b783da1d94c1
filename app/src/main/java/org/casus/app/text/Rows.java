package org.casus.app.text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.casus.scenario.Condition;

/// Which rows a condition reads.
final class Rows {

    private Rows() {}

    static Set<Integer> in(Condition condition) {
        return switch (condition) {
            case Condition.On(int row, long levels) -> Set.of(row);
            case Condition.Not(Condition operand) -> in(operand);
            case Condition.All(List<Condition> operands) -> in(operands);
            case Condition.Any(List<Condition> operands) -> in(operands);
        };
    }

    private static Set<Integer> in(List<Condition> conditions) {
        return conditions.stream().flatMap(each -> in(each).stream()).collect(Collectors.toSet());
    }
}
