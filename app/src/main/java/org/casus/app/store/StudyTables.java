package org.casus.app.store;

import static org.casus.app.store.Table.NOTHING;
import static org.casus.app.store.Table.flag;
import static org.casus.app.store.Table.number;
import static org.casus.app.store.Table.text;
import static org.casus.app.store.Table.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casus.app.run.Look;
import org.casus.app.run.StudyAnswer;
import org.casus.scenario.Actor;
import org.casus.scenario.Judgement;
import org.casus.scenario.Outcome;
import org.casus.scenario.World;
import org.casus.study.Ensemble;
import org.casus.study.WorldResult;

/// A finished run as tables, in the words of `docs/reference/runs.md`. World −1 is the middle one.
public final class StudyTables {

    private StudyTables() {}

    /// All tables that `answer` has something for.
    public static List<Table> of(StudyAnswer answer) {
        List<Table> tables = new ArrayList<>(List.of(worlds(answer), draws(answer), results(answer)));
        answer.comparison().ifPresent(comparison -> {
            tables.add(ComparisonTables.policies(comparison));
            tables.add(ComparisonTables.merits(comparison));
            tables.add(ComparisonTables.differences(comparison));
        });
        if (!answer.verdicts().isEmpty()) {
            tables.add(ClaimTable.of(answer));
        }
        return List.copyOf(tables);
    }

    private static Table worlds(StudyAnswer answer) {
        Map<Integer, Look> looks =
                answer.opinions().stream().collect(Collectors.toMap(Look::world, Function.identity()));
        List<List<Object>> rows = new ArrayList<>();
        for (WorldResult result : answer.results()) {
            Optional<Look> look = result.variant().equals(answer.looked())
                    ? Optional.ofNullable(looks.get(result.world()))
                    : Optional.empty();
            rows.add(List.of(
                    result.world(),
                    result.variant(),
                    result.solved(),
                    result.failure().<Object>map(reason -> reason).orElse(NOTHING),
                    result.residual(),
                    result.again(),
                    look.<Object>map(each -> 1 + each.others().size()).orElse(NOTHING)));
        }
        return new Table(
                "worlds",
                List.of(
                        whole("world"),
                        text("variant"),
                        flag("solved"),
                        text("reason"),
                        number("residual"),
                        flag("tried_again"),
                        whole("equilibria")),
                rows);
    }

    /// One column for each judgement that is a range, as written.
    private static Table draws(StudyAnswer answer) {
        List<Judgement> ranges = answer.study().scenario().judgements().stream()
                .filter(Judgement::isRange)
                .toList();
        List<Table.Column> columns = new ArrayList<>(List.of(whole("world")));
        ranges.forEach(judgement -> columns.add(number(judgement.id())));
        List<List<Object>> rows = new ArrayList<>();
        for (int k = Ensemble.CENTRAL; k < answer.about().worlds(); k++) {
            World world = answer.draws().world(k);
            List<Object> row = new ArrayList<>(List.of(k));
            ranges.forEach(judgement -> row.add(world.written(judgement)));
            rows.add(row);
        }
        return new Table("draws", List.copyOf(columns), rows);
    }

    /// One row for each number: odds of outcomes, worths of actors, scores and sides of claims.
    private static Table results(StudyAnswer answer) {
        var scenario = answer.study().scenario();
        List<String> outcomes = scenario.outcomes().stream().map(Outcome::id).toList();
        List<String> actors = scenario.actors().stream().map(Actor::id).toList();
        List<List<Object>> rows = new ArrayList<>();
        for (WorldResult result : answer.results()) {
            var held = result.held();
            if (!result.solved()) {
                continue;
            }
            for (int k = 0; k < outcomes.size(); k++) {
                int outcome = k;
                rows.add(row(
                        result, "odds", outcomes.get(k), result.outcomes()[k], held.map(h -> h.outcomes()[outcome])));
            }
            List<String> labels = answer.study().labels(result.variant());
            for (int k = 0; k < labels.size(); k++) {
                int place = k;
                String[] words = labels.get(k).split(" ", 2);
                rows.add(row(result, words[0], words[1], result.values()[k], held.map(h -> h.values()[place])));
            }
            for (int k = 0; k < actors.size(); k++) {
                rows.add(row(result, "worth", actors.get(k), result.worth()[k], Optional.empty()));
            }
        }
        return new Table(
                "results",
                List.of(
                        whole("world"),
                        text("variant"),
                        text("what"),
                        text("name"),
                        number("value"),
                        number("plans_held")),
                rows);
    }

    private static List<Object> row(WorldResult result, String what, String name, double value, Optional<Double> held) {
        return List.of(
                result.world(),
                result.variant(),
                what,
                name,
                value,
                held.<Object>map(each -> each).orElse(NOTHING));
    }
}
