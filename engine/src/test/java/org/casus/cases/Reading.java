package org.casus.cases;

import java.util.List;
import org.casus.chain.Forecast;
import org.casus.chain.Played;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;

/// What is kept of a solved policy: small, unlike the solution.
record Reading(Scenario scenario, Forecast forecast, int states, double residual, double readier) {

    private Row row(String id) {
        return scenario.rows().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// Odds of an outcome at the horizon.
    double odds(String outcome) {
        int index = scenario.outcomes().stream()
                .filter(o -> o.id().equals(outcome))
                .findFirst()
                .orElseThrow()
                .index();
        return forecast.outcomes()[forecast.horizon()][index];
    }

    /// Odds at time `t` of `row` standing at least on `level`.
    double atLeast(int t, String row, String level) {
        double[] odds = forecast.levels()[t][row(row).index()];
        double sum = 0;
        for (int l = row(row).levels().indexOf(level); l < odds.length; l++) {
            sum += odds[l];
        }
        return sum;
    }

    /// Weeks up to the horizon with `row` at least on `level`.
    double weeks(String row, String level) {
        double[] weeks = forecast.spentOnLevels()[forecast.horizon()][row(row).index()];
        double sum = 0;
        for (int l = row(row).levels().indexOf(level); l < weeks.length; l++) {
            sum += weeks[l];
        }
        return sum;
    }

    double weeksOn(String row, String level) {
        return forecast.spentOnLevels()[forecast.horizon()][row(row).index()][
                row(row).levels().indexOf(level)];
    }

    /// Expected times a move is made.
    double times(String move) {
        return played(move).stream().mapToDouble(Played::times).sum();
    }

    /// Share of its plays made although waiting was worth more.
    double atDisadvantage(String move) {
        return played(move).getFirst().atDisadvantage();
    }

    /// The move's entry, or none where it is closed.
    private List<Played> played(String move) {
        int index = scenario.moves().stream()
                .filter(m -> m.id().equals(move))
                .findFirst()
                .orElseThrow()
                .index();
        return forecast.played().stream().filter(p -> p.move() == index).toList();
    }
}
