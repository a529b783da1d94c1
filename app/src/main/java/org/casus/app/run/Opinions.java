package org.casus.app.run;

import java.util.List;
import org.casus.chain.Forecasts;
import org.casus.equilibrium.SecondOpinion;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;

/// Further equilibria of a solved game, with what each would mean.
///
/// @param others in the order they were found
/// @param tried what was tried, a line each; empty where no second opinion was asked for
public record Opinions(List<Answer.Other> others, List<String> tried) {

    /// Random ends to start from, beside the principal branch.
    private static final int STARTS = 6;

    private static final double[] HORIZON_ALONE = {};

    /// Nobody was asked.
    public static Opinions none() {
        return new Opinions(List.of(), List.of());
    }

    /// A second opinion on `solved`.
    public static Opinions of(Solved solved, Answers.Asked asked, Settings settings) {
        var second = SecondOpinion.of(solved.solution(), settings, STARTS, asked.seed());
        var others = second.equilibria().stream()
                .skip(1)
                .map(found -> new Answer.Other(
                        String.join(", ", found.ways()),
                        found.solution().payoffGap(),
                        atHorizon(solved, found.solution(), settings.threads())))
                .toList();
        return new Opinions(others, second.log());
    }

    private static double[] atHorizon(Solved solved, Solution solution, int threads) {
        var forecast = Forecasts.of(solution, solved.structure().space(), HORIZON_ALONE, threads);
        return forecast.outcomes()[forecast.horizon()];
    }
}
