package org.casus.app.live;

import java.util.List;
import java.util.Optional;
import org.casus.app.run.Answer.Ending;
import org.casus.app.run.Clean;
import org.casus.app.text.Letters;
import org.casus.app.text.Sentences;
import org.casus.scenario.Scenario;

/// What the Board shows of a view at one stage.
///
/// @param scenario under the policy and with what is set
/// @param stage how it was worked out: [Stage#HELD] where [Stage#ABOUT] was asked for and does not reach
/// @param figures empty where nothing is solved: for plans held, and to first order
/// @param odds of the outcomes at the horizon
/// @param base the same without what is set
/// @param asIs the same of the scenario as it is
/// @param held the same with plans held; empty where nothing is set
/// @param dots 100 outcomes, dot k with the same luck in every view ([HundredDots])
/// @param over odds over time; empty where nothing is solved
/// @param elsewhere whether all care ended at another equilibrium than the views before; empty where that was not
///     looked at
/// @param because how the likeliest outcome comes about, in sentences; told where all care was taken
public record Board(
        Scenario scenario,
        View view,
        Stage stage,
        Optional<Figures> figures,
        double[] odds,
        double[] base,
        double[] asIs,
        Optional<double[]> held,
        int[] dots,
        List<Moment> over,
        Optional<Boolean> elsewhere,
        List<String> because) {

    /// The finding in a sentence.
    public String sentence() {
        List<Ending> endings = scenario.outcomes().stream()
                .map(each -> new Ending(each.id(), Clean.text(each.title()), each.absorbing(), odds[each.index()]))
                .toList();
        return Sentences.finding(endings, scenario.clock());
    }

    /// When that is, in words: `after 26 weeks`.
    public String horizon() {
        return "after "
                + Sentences.span(scenario.clock().horizon(), scenario.clock().unit());
    }

    /// The letter of an outcome.
    public String letter(int outcome) {
        return String.valueOf(Letters.of(outcome));
    }

    /// The same with what is said of it.
    Board because(List<String> said) {
        return new Board(scenario, view, stage, figures, odds, base, asIs, held, dots, over, elsewhere, said);
    }

    /// How well it is solved.
    ///
    /// @param residual as of a solution
    public record Figures(double residual) {}

    /// The odds of the outcomes at a time in clock units.
    public record Moment(double t, double[] odds) {}
}
