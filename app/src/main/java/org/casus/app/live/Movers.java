package org.casus.app.live;

import java.util.Comparator;
import java.util.List;
import org.casus.app.run.Target;
import org.casus.equilibrium.Settings;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.study.Gradient;
import org.casus.study.Gradients;

/// What moves an outcome most, to first order: one adjoint for all judgements.
public final class Movers {

    private Movers() {}

    /// The judgements that are ranges in `before`, the strongest first.
    ///
    /// Cost: [Gradients], about one cold solve.
    ///
    /// @param before the scenario with nothing set, whose ranges count
    /// @param solved the view, solved to the last digits
    /// @param outcome its id
    /// @throws IllegalArgumentException if there is no such outcome
    public static List<Mover> of(Scenario before, Desk.Solved solved, String outcome, Settings settings) {
        Sight sight = solved.sight();
        Target target = Target.outcome(sight.scenario(), outcome)
                .orElseThrow(() -> new IllegalArgumentException("There is no outcome “" + outcome + "”."));
        var quantity = target.sides().getFirst().ask().quantity();
        try (var gradients = new Gradients(sight.structure(), sight.world(), solved.solution(), settings)) {
            Gradient gradient = gradients.of(quantity);
            return sight.scenario().judgements().stream()
                    .flatMap(set -> before.judgements().stream()
                            .filter(each -> each.isRange() && each.id().equals(set.id()))
                            .map(each -> new Mover(each, gradient.slope()[set.index()] * width(each))))
                    .sorted(Comparator.comparingDouble((Mover mover) -> -Math.abs(mover.swing()))
                            .thenComparingInt(mover -> mover.judgement().index()))
                    .toList();
        }
    }

    private static double width(Judgement judgement) {
        return judgement.high() - judgement.low();
    }
}
