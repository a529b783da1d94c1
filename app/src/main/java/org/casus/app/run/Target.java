package org.casus.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casus.scenario.Condition;
import org.casus.scenario.Guard;
import org.casus.scenario.Outcome;
import org.casus.scenario.Quantity;
import org.casus.scenario.Scenario;
import org.casus.scenario.Score;
import org.casus.study.WorldResult;

/// The quantity that is asked about: the odds of an outcome at the horizon, or a score.
///
/// @param kind which of the two
/// @param id of the outcome or score
/// @param unit `odds`, `weeks`, `times a week`
/// @param place of it in a result: among the outcomes, or among the values
public record Target(Kind kind, String id, String title, Quantity quantity, String unit, int place) {

    /// What a quantity is.
    public enum Kind {
        OUTCOME,
        SCORE
    }

    private static final String ODDS = "odds";

    /// The odds of the outcome called `id`. An outcome holds where its condition does and those of no
    /// outcome before it.
    public static Optional<Target> outcome(Scenario scenario, String id) {
        var parts = new ArrayList<Condition>();
        for (Outcome outcome : scenario.outcomes()) {
            if (outcome.id().equals(id)) {
                parts.add(outcome.when().test());
                var guard = new Guard(id, new Condition.All(List.copyOf(parts)));
                return Optional.of(new Target(
                        Kind.OUTCOME,
                        id,
                        Clean.text(outcome.title()),
                        new Quantity.OddsAt(guard),
                        ODDS,
                        outcome.index()));
            }
            parts.add(new Condition.Not(outcome.when().test()));
        }
        return Optional.empty();
    }

    /// The score called `id`.
    public static Optional<Target> score(Scenario scenario, String id) {
        return scenario.scores().stream()
                .filter(score -> score.id().equals(id))
                .findFirst()
                .map(score -> new Target(
                        Kind.SCORE,
                        id,
                        Clean.text(score.title()),
                        score.quantity(),
                        unit(scenario, score),
                        scenario.scores().indexOf(score)));
    }

    private static String unit(Scenario scenario, Score score) {
        return switch (score.quantity()) {
            case Quantity.OddsAt at -> ODDS;
            case Quantity.OddsEver ever -> ODDS;
            case Quantity.OddsEverMade made -> ODDS;
            case Quantity.TimeWith time -> time.unit().word() + "s";
            case Quantity.Play play -> "times a " + scenario.clock().unit().word();
        };
    }

    /// Whether it is odds, which people read in 100.
    public boolean isOdds() {
        return unit.equals(ODDS);
    }

    /// Its value in a result of [Study#alone]; NaN where the world is not solved.
    public double in(WorldResult result) {
        if (!result.solved()) {
            return Double.NaN;
        }
        return switch (kind) {
            case OUTCOME -> result.outcomes()[place];
            case SCORE -> result.values()[place];
        };
    }
}
