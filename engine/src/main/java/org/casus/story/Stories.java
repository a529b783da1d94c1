package org.casus.story;

import java.util.List;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.scenario.Condition;

/// How an end comes about: runs that come to it, conditioned exactly ([Conditioned]), sorted into a handful
/// of storylines by their decisive events ([Decisive], [Tale], [Storylines]).
///
/// The end may be as rare as 1e-12; its runs cost no more for that. The same on any number of threads.
///
/// @param goal the end
/// @param odds its odds, exact
/// @param asked what the stories look at, each whether a row stands on some of its levels: those of the
///     goal first, then the most telling
/// @param lines storylines, the largest share first
/// @param other share of the runs that went other ways
/// @param runs the runs themselves, all of which come to the end; none where its odds are below
///     [Conditioned#LEAST]
public record Stories(
        Goal goal, double odds, List<Condition.On> asked, List<Storyline> lines, double other, List<Run> runs) {

    /// Stories of `goal` in a solved game, from `runs` runs that come to it.
    ///
    /// @param space the states of its game
    /// @param seed of the runs
    /// @throws org.casus.chain.TooFastException if the chain makes more steps than anybody could wait for
    public static Stories of(StateSpace space, Solution solution, Goal goal, int runs, long seed, int threads) {
        return of(space, solution.game(), solution.rate(), goal, runs, seed, threads);
    }

    /// The same for `game` with each play made at its `rates` per clock unit, wherever they come from.
    public static Stories of(StateSpace space, Game game, double[] rates, Goal goal, int runs, long seed, int threads) {
        if (runs < 1) {
            throw new IllegalArgumentException(runs + " runs");
        }
        game.seats.refuse("stories");
        var conditioned = Conditioned.of(space, game, rates, goal, threads);
        if (conditioned.odds() < Conditioned.LEAST) {
            return new Stories(goal, conditioned.odds(), List.of(), List.of(), 0, List.of());
        }
        List<Run> told = conditioned.runs(runs, seed);
        Labels labels = new Decisive(space, told, goal.named()).labels();
        List<Storyline> lines = new Storylines(space, told, labels).lines();
        double shares = lines.stream().mapToDouble(Storyline::share).sum();
        return new Stories(goal, conditioned.odds(), labels.asked(), lines, Math.max(0, 1 - shares), told);
    }
}
