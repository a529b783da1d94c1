package org.casus.app.live;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casus.app.run.Target;
import org.casus.equilibrium.Settings;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.study.Gradient;
import org.casus.study.Gradients;

/// What moves an outcome most, to first order: one adjoint for all judgements.
///
/// @param outcome its id
/// @param movers the strongest first
public record Movers(String outcome, List<Mover> movers) {

    /// The judgements that are ranges in `before`, the strongest first; one for each number of alike actors.
    ///
    /// Cost: [Gradients], about one cold solve.
    ///
    /// @param before the scenario with nothing set, whose ranges count
    /// @param solved the view, solved to the last digits
    /// @param outcome its id; empty for the likeliest
    /// @throws IllegalArgumentException if there is no such outcome
    public static Movers of(Scenario before, Desk.Solved solved, Optional<String> outcome, Settings settings) {
        Sight sight = solved.sight();
        String id = outcome.orElseGet(solved::likeliest);
        Target target = Target.outcome(sight.scenario(), id)
                .orElseThrow(() -> new IllegalArgumentException("There is no outcome “" + id + "”."));
        var quantity = target.sides().getFirst().ask().quantity();
        try (var gradients = new Gradients(sight.structure(), sight.world(), solved.solution(), settings)) {
            Gradient gradient = gradients.of(quantity);
            List<Mover> movers = sight.scenario().judgements().stream()
                    .flatMap(set -> before.judgements().stream()
                            .filter(each -> each.isRange() && each.id().equals(set.id()))
                            .filter(each -> firstOfItsOwn(sight.scenario(), each))
                            .map(each -> new Mover(each, slope(sight.scenario(), set, gradient) * width(each))))
                    .sorted(Comparator.comparingDouble((Mover mover) -> -Math.abs(mover.swing()))
                            .thenComparingInt(mover -> mover.judgement().index()))
                    .toList();
            return new Movers(id, movers);
        }
    }

    /// Whether it is no number of alike actors that stands further up already: those are moved together.
    private static boolean firstOfItsOwn(Scenario scenario, Judgement judgement) {
        return scenario.tied(judgement.id()).getFirst().equals(judgement.id());
    }

    /// By a number and all that are one with it.
    private static double slope(Scenario scenario, Judgement judgement, Gradient gradient) {
        List<String> tied = scenario.tied(judgement.id());
        return scenario.judgements().stream()
                .filter(each -> tied.contains(each.id()))
                .mapToDouble(each -> gradient.slope()[each.index()])
                .sum();
    }

    private static double width(Judgement judgement) {
        return judgement.high() - judgement.low();
    }
}
