package org.casus.app.run;

import java.util.ArrayList;
import java.util.List;
import org.casus.app.run.Answer.Scored;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.scenario.Quantity;
import org.casus.scenario.Scenario;
import org.casus.scenario.Score;
import org.casus.study.Ask;
import org.casus.study.Readings;

/// What the scenario's scores come to, as [Readings] reads them: exactly.
final class Scores {

    private Scores() {}

    /// One for each score, in the file's order. Cost: one pass of uniformisation for all of them, none
    /// where there are no scores.
    static List<Scored> of(Scenario scenario, StateSpace space, Game game, double[] rates) {
        if (scenario.scores().isEmpty()) {
            return List.of();
        }
        var asks = scenario.scores().stream().map(s -> Ask.of(s.quantity())).toList();
        double[] values = new Readings(space, game, asks).of(game, rates).values();
        var scored = new ArrayList<Scored>();
        for (int k = 0; k < values.length; k++) {
            Score score = scenario.scores().get(k);
            scored.add(new Scored(
                    score.id(),
                    Clean.text(score.title()),
                    Clean.text(score.text()),
                    unit(score.quantity(), scenario),
                    values[k]));
        }
        return List.copyOf(scored);
    }

    private static String unit(Quantity quantity, Scenario scenario) {
        return switch (quantity) {
            case Quantity.OddsAt at -> Scored.ODDS;
            case Quantity.OddsEver ever -> Scored.ODDS;
            case Quantity.OddsEverMade made -> Scored.ODDS;
            case Quantity.TimeWith(var what, var unit) -> unit.word() + "s";
            case Quantity.Play play -> "per " + scenario.clock().unit().word();
        };
    }
}
