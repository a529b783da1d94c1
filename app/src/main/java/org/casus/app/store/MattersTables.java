package org.casus.app.store;

import static org.casus.app.store.Table.NOTHING;
import static org.casus.app.store.Table.number;
import static org.casus.app.store.Table.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.casus.app.run.Matters;
import org.casus.app.run.MattersRun;
import org.casus.scenario.Judgement;

/// What matters as tables, in the words of `docs/reference/runs.md`.
public final class MattersTables {

    private MattersTables() {}

    /// Those of the worlds, where any were drawn, and those of the judgements.
    public static List<Table> of(MattersRun.Found found) {
        Matters matters = found.matters();
        List<Table> tables = new ArrayList<>();
        if (matters.spread().isPresent()) {
            tables.addAll(StudyTables.of(found.answer()));
        }
        tables.add(slopes(matters));
        tables.add(tornado(matters));
        matters.spread().ifPresent(spread -> tables.add(indices(spread)));
        return List.copyOf(tables);
    }

    private static Table slopes(Matters matters) {
        List<List<Object>> rows = new ArrayList<>();
        for (Matters.Slope slope : matters.slopes()) {
            Judgement judgement = slope.judgement();
            rows.add(List.of(
                    judgement.id(),
                    judgement.per().<Object>map(per -> per).orElse(NOTHING),
                    judgement.middle(),
                    judgement.low(),
                    judgement.high(),
                    slope.slope(),
                    slope.atLow(),
                    slope.atHigh()));
        }
        return new Table(
                "slopes",
                List.of(
                        text("judgement"),
                        text("per"),
                        number("value"),
                        number("low"),
                        number("high"),
                        number("slope"),
                        number("at_low"),
                        number("at_high")),
                rows);
    }

    private static Table tornado(Matters matters) {
        List<List<Object>> rows = new ArrayList<>();
        for (Matters.Bar bar : matters.bars()) {
            List<Object> row = new ArrayList<>(List.of(names(bar.judgements()), bar.atLow(), bar.atHigh()));
            bar.exact()
                    .ifPresentOrElse(
                            exact -> row.addAll(
                                    List.of(exact.atLow(), exact.atHigh(), exact.kinksLow(), exact.kinksHigh())),
                            () -> row.addAll(List.of(NOTHING, NOTHING, NOTHING, NOTHING)));
            rows.add(row);
        }
        return new Table(
                "tornado",
                List.of(
                        text("judgements"),
                        number("at_low"),
                        number("at_high"),
                        number("exact_low"),
                        number("exact_high"),
                        number("kinks_low"),
                        number("kinks_high")),
                rows);
    }

    private static Table indices(Matters.Spread spread) {
        List<List<Object>> rows = new ArrayList<>();
        for (Matters.Index index : spread.indices()) {
            rows.add(List.of(names(index.judgements()), index.first(), index.total(), index.share(), index.learning()));
        }
        return new Table(
                "indices",
                List.of(text("judgements"), number("first"), number("total"), number("share"), number("learning")),
                rows);
    }

    /// A judgement, or those that move as one.
    private static String names(List<Judgement> judgements) {
        return judgements.stream().map(Judgement::id).collect(Collectors.joining("; "));
    }
}
