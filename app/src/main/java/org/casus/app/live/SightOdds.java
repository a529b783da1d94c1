package org.casus.app.live;

import java.util.Arrays;
import java.util.List;
import org.casus.app.run.Times;
import org.casus.chain.Chain;
import org.casus.chain.Classes;
import org.casus.chain.Transient;
import org.casus.equilibrium.Solution;

/// Odds of the outcomes of a view, on so many threads.
final class SightOdds {

    private SightOdds() {}

    /// At the horizon, where each play is made at its rate.
    static double[] atHorizon(Sight sight, double[] rates, int threads) {
        double[] horizon = {sight.scenario().clock().horizon()};
        return at(sight, rates, horizon, threads)[0];
    }

    /// Over time, at [Times#even], the horizon last.
    static double[][] over(Sight sight, Solution solution, int threads) {
        return at(sight, solution.rate(), Times.even(sight.scenario().clock()), threads);
    }

    private static double[][] at(Sight sight, double[] rates, double[] times, int threads) {
        var classes = List.of(Classes.outcomes(sight.structure().space()));
        var question = Transient.Question.odds(times, classes);
        Chain chain = Chain.of(sight.game(), rates);
        double[][][] odds = Transient.of(chain, question, threads).odds();
        return Arrays.stream(odds).map(each -> each[0]).toArray(double[][]::new);
    }
}
