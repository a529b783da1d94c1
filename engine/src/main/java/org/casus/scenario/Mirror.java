package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/// Conditions and effects as texts that are equal where they mean the same, seen as they are or with two
/// actors exchanged.
///
/// Of conditions it knows that order means nothing, what one row may stand on is one set, and what `not`
/// does; two that are the same for another reason count as different.
final class Mirror {

    private final List<Row> rows;
    private final Optional<Exchange> exchange;

    /// @param exchange what to exchange first; empty for nothing
    Mirror(List<Row> rows, Optional<Exchange> exchange) {
        this.rows = rows;
        this.exchange = exchange;
    }

    private int row(int row) {
        return exchange.map(e -> e.row(row)).orElse(row);
    }

    private int level(int row, int level) {
        return exchange.map(e -> e.level(row, level)).orElse(level);
    }

    String of(Condition condition) {
        return text(condition, false);
    }

    private String text(Condition condition, boolean not) {
        return switch (condition) {
            case Condition.On(int row, long mask) -> on(row(row), mapped(row, mask), not);
            case Condition.Not(Condition operand) -> text(operand, !not);
            case Condition.All(List<Condition> operands) -> joined(operands, !not, not);
            case Condition.Any(List<Condition> operands) -> joined(operands, not, not);
        };
    }

    private long mapped(int row, long mask) {
        long mapped = 0;
        for (int level = 0; level < rows.get(row).levels().size(); level++) {
            mapped |= (mask >>> level & 1) << level(row, level);
        }
        return mapped;
    }

    /// @param row and `mask` after the exchange
    private String on(int row, long mask, boolean not) {
        int size = rows.get(row).levels().size();
        long all = size == Long.SIZE ? -1L : (1L << size) - 1;
        long own = (not ? ~mask : mask) & all;
        return own == all ? "always" : own == 0 ? "never" : row + ":" + Long.toHexString(own);
    }

    private String joined(List<Condition> operands, boolean all, boolean not) {
        Map<Integer, Long> masks = new TreeMap<>();
        var words = new TreeSet<String>();
        collect(operands, all, not, masks, words);
        masks.forEach((row, mask) -> words.add(on(row, mask, false)));
        String nothing = all ? "always" : "never";
        words.remove(nothing);
        if (words.contains(all ? "never" : "always")) {
            return all ? "never" : "always";
        }
        if (words.isEmpty()) {
            return nothing;
        }
        return words.size() == 1 ? words.first() : "(" + String.join(all ? " & " : " | ", words) + ")";
    }

    private void collect(
            List<Condition> operands, boolean all, boolean not, Map<Integer, Long> masks, Set<String> words) {
        for (Condition operand : operands) {
            switch (operand) {
                case Condition.On(int row, long mask) -> {
                    long own = mapped(row, not ? ~mask : mask);
                    masks.merge(row(row), own, (a, b) -> all ? a & b : a | b);
                }
                case Condition.Not(Condition inner) -> collect(List.of(inner), all, !not, masks, words);
                case Condition.All(List<Condition> inner) when all != not -> collect(inner, all, not, masks, words);
                case Condition.Any(List<Condition> inner) when all == not -> collect(inner, all, not, masks, words);
                default -> words.add(text(operand, not));
            }
        }
    }

    /// What effects come to, row by row: where each of its levels leads.
    String of(List<Effect> effects) {
        Map<Integer, IntUnaryOperator> byRow = new TreeMap<>();
        for (Effect effect : effects) {
            int levels = rows.get(effect.row()).levels().size();
            byRow.merge(effect.row(), level -> effect.apply(level, levels), IntUnaryOperator::andThen);
        }
        List<String> words = new ArrayList<>();
        byRow.forEach((row, leads) -> {
            Map<Integer, Integer> changes = new TreeMap<>();
            for (int level = 0; level < rows.get(row).levels().size(); level++) {
                int to = leads.applyAsInt(level);
                if (to != level) {
                    changes.put(level(row, level), level(row, to));
                }
            }
            if (!changes.isEmpty()) {
                words.add(row(row) + changes.toString());
            }
        });
        return words.stream().sorted().collect(Collectors.joining(" "));
    }
}
