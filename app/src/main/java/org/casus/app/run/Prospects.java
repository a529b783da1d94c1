package org.casus.app.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.casus.chain.Chain;
import org.casus.chain.Ever;
import org.casus.chain.Forecast;
import org.casus.chain.Forecasts;
import org.casus.chain.Passage;
import org.casus.chain.UnresolvedException;

/// What is ever met on the way, what comes first, and how long it all lasts.
///
/// @param coming one for each outcome, in their order; empty for a partial result
/// @param next which outcome comes first, of those other than the one it starts in
/// @param onLevels expected time on each level of each row by the horizon, clock units
public record Prospects(List<Coming> coming, Next next, double[][] onLevels) {

    /// Of what is not solved nothing of this is said.
    static final Prospects NONE = new Prospects(List.of(), new Next("", Double.NaN, Double.NaN), new double[0][]);

    /// One outcome on the way. The one it starts in counts as met.
    ///
    /// @param ever odds that its condition has held at some time by the horizon
    /// @param atAll odds that it ever holds, however long that takes
    /// @param waiting expected time until it first holds, clock units; infinite where it may
    ///     never do
    /// @param first odds that it is the first to come of those other than the one it starts in;
    ///     not a number for that one itself
    /// @param time expected time in it by the horizon, clock units
    public record Coming(double ever, double atAll, double waiting, double first, double time) {}

    /// @param start id of the outcome it starts in
    /// @param none odds that no other ever comes
    /// @param waiting expected time until another comes, clock units; infinite where none may
    public record Next(String start, double none, double waiting) {}

    /// Reads them off a solved game. Cost: two passes of uniformisation and one balance of flows
    /// for each outcome, and one balance more.
    static Prospects of(Solved solved, Forecast forecast, int threads) {
        var space = solved.structure().space();
        var outcomes = solved.scenario().outcomes();
        int start = space.outcome(space.start());
        var states = new ArrayList<BitSet>();
        outcomes.forEach(outcome -> states.add(new BitSet()));
        for (int x = 0; x < space.size(); x++) {
            states.get(space.outcome(x)).set(x);
        }
        var horizon = new double[] {forecast.times()[forecast.horizon()]};
        List<Ever> ever = Forecasts.ever(solved.solution(), states, horizon, threads);
        var chain = Chain.of(solved.solution());
        var others = new ArrayList<>(states);
        others.set(start, new BitSet());
        var questions = new ArrayList<Callable<Passage>>();
        states.forEach(target -> questions.add(() -> passage(chain, List.of(target))));
        questions.add(() -> passage(chain, others));
        var passages = all(questions, threads);
        var first = passages.getLast();
        double[] atHorizon = forecast.outcomes()[forecast.horizon()];
        var coming = new ArrayList<Coming>();
        for (int k = 0; k < states.size(); k++) {
            coming.add(new Coming(
                    // What is possible at the horizon was met by then, even where rounding leaves nothing of it.
                    k == start ? 1 : Math.min(1, Math.max(ever.get(k).odds()[0], atHorizon[k])),
                    passages.get(k).odds()[0],
                    passages.get(k).time(),
                    k == start ? Double.NaN : first.odds()[k],
                    forecast.spentInOutcomes()[forecast.horizon()][k]));
        }
        return new Prospects(
                List.copyOf(coming),
                new Next(outcomes.get(start).id(), first.never(), first.time()),
                forecast.spentOnLevels()[forecast.horizon()]);
    }

    /// Numbers that could not be worked out to the accuracy promised are none.
    private static Passage passage(Chain chain, List<BitSet> targets) {
        try {
            return Passage.first(chain, targets);
        } catch (UnresolvedException e) {
            var unknown = new double[targets.size()];
            Arrays.fill(unknown, Double.NaN);
            return new Passage(unknown, Double.NaN, Double.NaN, Double.NaN, e.residual(), 0);
        }
    }

    /// All answers in the order of the questions, worked out side by side.
    private static List<Passage> all(List<Callable<Passage>> questions, int threads) {
        try (var team = Executors.newFixedThreadPool(Math.min(threads, questions.size()))) {
            var passages = new ArrayList<Passage>();
            for (var answer : team.invokeAll(questions)) {
                passages.add(answer.get());
            }
            return passages;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a question about the chain failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
