package org.casus.app.store;

import static org.casus.app.store.Table.NOTHING;
import static org.casus.app.store.Table.number;
import static org.casus.app.store.Table.text;
import static org.casus.app.store.Table.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.casus.study.Band;
import org.casus.study.Comparison;

/// A comparison of policies as tables.
final class ComparisonTables {

    private ComparisonTables() {}

    /// One row for each policy and outcome or score.
    static Table policies(Comparison comparison) {
        List<List<Object>> rows = new ArrayList<>();
        for (Comparison.Side side : comparison.policies()) {
            for (int k = 0; k < comparison.outcomes().size(); k++) {
                int at = k;
                rows.add(row(
                        side,
                        "odds",
                        comparison.outcomes().get(k),
                        side.outcomes().get(k),
                        effect -> effect.plansHeld().get(at),
                        effect -> effect.rethink().get(at)));
            }
            for (int k = 0; k < comparison.scores().size(); k++) {
                int at = k;
                rows.add(row(
                        side,
                        "score",
                        comparison.scores().get(k),
                        side.scores().get(k),
                        effect -> effect.scoresHeld().get(at),
                        effect -> effect.scoresRethink().get(at)));
            }
            for (Comparison.DealBands deal : side.deals()) {
                rows.add(row(side, "signed", deal.agreement(), deal.signed()));
                rows.add(row(side, "still fighting", deal.agreement(), deal.stillFighting()));
                rows.add(row(side, "recurs", deal.agreement(), deal.recurs()));
            }
        }
        return new Table(
                "policies",
                columns(List.of(text("policy"), text("what"), text("name")), List.of("", "plans_held_", "rethink_")),
                rows);
    }

    private static List<Object> row(Comparison.Side side, String what, String name, Band band) {
        List<Object> row = new ArrayList<>(List.of(side.id(), what, name));
        add(row, Optional.of(band));
        add(row, Optional.empty());
        add(row, Optional.empty());
        return row;
    }

    private static List<Object> row(
            Comparison.Side side,
            String what,
            String name,
            Band band,
            Function<Comparison.Effect, Band> held,
            Function<Comparison.Effect, Band> rethink) {
        List<Object> row = new ArrayList<>(List.of(side.id(), what, name));
        add(row, Optional.of(band));
        add(row, side.effect().map(held));
        add(row, side.effect().map(rethink));
        return row;
    }

    /// One row for each policy and judge.
    static Table merits(Comparison comparison) {
        List<List<Object>> rows = new ArrayList<>();
        for (Comparison.Side side : comparison.policies()) {
            for (Comparison.Merit merit : side.merits()) {
                rows.add(List.of(
                        side.id(),
                        merit.judge(),
                        merit.bestInShare(),
                        merit.worstRegret(),
                        merit.worstIn() < 0 ? NOTHING : (Object) merit.worstIn()));
            }
        }
        return new Table(
                "merits",
                List.of(
                        text("policy"),
                        text("judge"),
                        number("best_in_share"),
                        number("worst_regret"),
                        whole("worst_in")),
                rows);
    }

    /// One row for each pair of policies and outcome or score.
    static Table differences(Comparison comparison) {
        List<List<Object>> rows = new ArrayList<>();
        for (Comparison.Difference pair : comparison.differences()) {
            add(rows, pair, "odds", comparison.outcomes(), pair.outcomes(), pair.outcomesMore());
            add(rows, pair, "score", comparison.scores(), pair.scores(), pair.scoresMore());
        }
        List<Table.Column> columns = new ArrayList<>(
                columns(List.of(text("policy"), text("against"), text("what"), text("name")), List.of("")));
        columns.add(number("more"));
        return new Table("differences", List.copyOf(columns), rows);
    }

    private static void add(
            List<List<Object>> rows,
            Comparison.Difference pair,
            String what,
            List<String> names,
            List<Band> bands,
            List<Double> more) {
        for (int k = 0; k < names.size(); k++) {
            List<Object> row = new ArrayList<>(List.of(pair.policy(), pair.against(), what, names.get(k)));
            add(row, Optional.of(bands.get(k)));
            row.add(more.get(k));
            rows.add(row);
        }
    }

    static List<Table.Column> columns(List<Table.Column> first, List<String> bands) {
        List<Table.Column> columns = new ArrayList<>(first);
        for (String prefix : bands) {
            List.of("median", "p5", "p95").forEach(name -> columns.add(number(prefix + name)));
        }
        return List.copyOf(columns);
    }

    static void add(List<Object> row, Optional<Band> band) {
        if (band.isPresent()) {
            row.addAll(List.of(band.get().median(), band.get().p5(), band.get().p95()));
        } else {
            row.addAll(List.of(NOTHING, NOTHING, NOTHING));
        }
    }
}
