package org.casus.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;

/// Which judgements could move a quantity most, to first order: its slope times what each judgement
/// could still be moved by. Groups that move `together` are one bar; points have none.
///
/// @param bars the widest first; those alike in the order of the scenario
public record Tornado(List<Bar> bars) {

    /// @param judgements one, or a group that moves as one
    /// @param atLow change of the quantity with them at their low ends, to first order
    /// @param atHigh the same at their high ends
    public record Bar(List<Judgement> judgements, double atLow, double atHigh) {

        /// How far the quantity moves from one end of the ranges to the other, with its sign.
        public double swing() {
            return atHigh - atLow;
        }
    }

    /// The tornado of `gradient`, which was taken at `world` of `scenario`.
    public static Tornado of(Scenario scenario, World world, Gradient gradient) {
        var bars = new ArrayList<Bar>();
        var seen = new ArrayList<Integer>();
        for (Judgement judgement : scenario.judgements()) {
            if (!seen.contains(judgement.index())) {
                List<Integer> group = scenario.together().stream()
                        .filter(one -> one.contains(judgement.index()))
                        .findFirst()
                        .orElse(List.of(judgement.index()));
                seen.addAll(group);
                bar(group.stream().map(scenario.judgements()::get).toList(), world, gradient, bars);
            }
        }
        bars.sort(Comparator.comparingDouble((Bar bar) -> -Math.abs(bar.swing())));
        return new Tornado(List.copyOf(bars));
    }

    private static void bar(List<Judgement> judgements, World world, Gradient gradient, List<Bar> bars) {
        if (judgements.stream().noneMatch(Judgement::isRange)) {
            return;
        }
        double atLow = 0;
        double atHigh = 0;
        for (Judgement judgement : judgements) {
            double slope = gradient.slope(judgement);
            atLow += slope * (judgement.low() - world.written(judgement));
            atHigh += slope * (judgement.high() - world.written(judgement));
        }
        bars.add(new Bar(judgements, atLow, atHigh));
    }
}
