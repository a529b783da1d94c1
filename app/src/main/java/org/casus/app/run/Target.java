package org.casus.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.casus.scenario.Claim;
import org.casus.scenario.Condition;
import org.casus.scenario.Guard;
import org.casus.scenario.Outcome;
import org.casus.scenario.Quantity;
import org.casus.scenario.Scenario;
import org.casus.scenario.Score;
import org.casus.study.Ask;
import org.casus.study.Study;
import org.casus.study.Variant;
import org.casus.study.WorldResult;

/// The quantity that is asked about: the odds of an outcome at the horizon, a score, or what a claim is about,
/// its quantity or the difference of its two sides.
///
/// @param title of the outcome or score in the file; the test of a claim
/// @param sides one, or two of which the second is taken away from the first
/// @param unit `odds`, `weeks`, `times a week`
public record Target(Kind kind, String id, String title, List<Side> sides, String unit) {

    /// What a quantity is.
    public enum Kind {
        OUTCOME,
        SCORE,
        CLAIM
    }

    /// One quantity of one variant.
    ///
    /// @param variant its id in the study
    /// @param label of it among the values of a result; of an outcome none, but its place
    /// @param outcome its place among the outcomes, −1 if it is none
    public record Side(String variant, Ask ask, String label, int outcome) {

        private double in(Study study, WorldResult result) {
            return outcome >= 0
                    ? result.outcomes()[outcome]
                    : result.values()[study.labels(variant).indexOf(label)];
        }
    }

    private static final String ODDS = "odds";

    /// The odds of the outcome called `id`, under the edits of `scenario`. An outcome holds where its condition
    /// does and those of no outcome before it.
    public static Optional<Target> outcome(Scenario scenario, String id) {
        var parts = new ArrayList<Condition>();
        for (Outcome outcome : scenario.outcomes()) {
            if (outcome.id().equals(id)) {
                parts.add(outcome.when().test());
                var guard = new Guard(id, new Condition.All(List.copyOf(parts)));
                var ask = Ask.of(new Quantity.OddsAt(guard));
                return Optional.of(new Target(
                        Kind.OUTCOME,
                        id,
                        Clean.text(outcome.title()),
                        List.of(new Side(scenario.policy(), ask, "", outcome.index())),
                        ODDS));
            }
            parts.add(new Condition.Not(outcome.when().test()));
        }
        return Optional.empty();
    }

    /// The score called `id`, under the edits of `scenario`.
    public static Optional<Target> score(Scenario scenario, String id) {
        return scenario.scores().stream()
                .filter(score -> score.id().equals(id))
                .findFirst()
                .map(score -> of(scenario, score));
    }

    private static Target of(Scenario scenario, Score score) {
        return new Target(
                Kind.SCORE,
                score.id(),
                Clean.text(score.title()),
                List.of(new Side(scenario.policy(), Ask.of(score.quantity()), Study.score(score.id()), -1)),
                unit(scenario, score.quantity()));
    }

    /// What the claim called `id` is about, under its own settings; empty if there is none or it has no test.
    ///
    /// @param study that reads its sides
    public static Optional<Target> claim(Study study, String id) {
        return study.claims().stream()
                .filter(claim -> claim.id().equals(id) && claim.test().isPresent())
                .findFirst()
                .map(claim -> of(study, claim));
    }

    private static Target of(Study study, Claim claim) {
        List<Side> sides = Study.Side.of(claim.test().orElseThrow()).stream()
                .map(side -> {
                    String variant = Variant.id(side.setting());
                    return new Side(
                            variant,
                            own(study.variant(variant).scenario(), claim.id(), side),
                            Study.side(claim.id(), side.name()),
                            -1);
                })
                .toList();
        Quantity quantity = sides.getFirst().ask().quantity();
        return new Target(Kind.CLAIM, claim.id(), Clean.text(claim.text()), sides, unit(study.scenario(), quantity));
    }

    /// What a side asks in the words of its own variant, whose moves and rows have other places.
    private static Ask own(Scenario variant, String claim, Study.Side side) {
        return variant.claims().stream()
                .filter(own -> own.id().equals(claim))
                .flatMap(own -> own.test().stream())
                .flatMap(test -> Study.Side.of(test).stream())
                .filter(own -> own.name().equals(side.name()))
                .findFirst()
                .orElse(side)
                .ask();
    }

    private static String unit(Scenario scenario, Quantity quantity) {
        return switch (quantity) {
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

    /// Whether it is a difference of two quantities.
    public boolean isDifference() {
        return sides.size() > 1;
    }

    /// How a side counts: 1 for the first, −1 for the second.
    double sign(Side side) {
        return side.equals(sides.getFirst()) ? 1 : -1;
    }

    /// The ids of the variants it is read off.
    public List<String> variants() {
        return sides.stream().map(Side::variant).distinct().toList();
    }

    /// Its value in one world; NaN where a side is not solved or has no number.
    ///
    /// @param results of the variants in that world, by id
    public double in(Study study, Map<String, WorldResult> results) {
        return sum(side -> Optional.ofNullable(results.get(side.variant()))
                .filter(WorldResult::solved)
                .map(result -> side.in(study, result))
                .orElse(Double.NaN));
    }

    /// Something of every side, first less second.
    double sum(Function<Side, Double> each) {
        double sum = 0;
        for (Side side : sides) {
            sum += sign(side) * each.apply(side);
        }
        return sum;
    }
}
