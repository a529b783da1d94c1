package org.casus.why;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.casus.chain.Chain;
import org.casus.chain.Classes;
import org.casus.chain.Transient;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.StateSpace;

/// Odds along rising sharpness: every κ times 1, 2, 4, …, everyone nearer to never erring. Each game is solved
/// from the one before it, so that one equilibrium is followed, in strides that are longer where that is easy.
/// Where the solver loses it the stride is taken again, shorter; where that does not help either the way
/// ends, and says so.
///
/// @param steps odds at each sharpness that was reached, in order, the scenario's own first
/// @param reached the largest sharpness times which a game was solved; below what was asked for if it was
///     lost from there on
/// @param lost whether it was
public record Sharper(List<Step> steps, double reached, boolean lost) {

    /// @param times what every κ is multiplied by
    /// @param odds of each outcome at the horizon
    /// @param price V − W at the start of each actor, points
    public record Step(double times, List<Double> odds, List<Double> price) {}

    /// By how much κ is multiplied in the first step of the way.
    private static final double FIRST = 1.2;
    /// Steps of the solver up to which the next stride may be longer, and from which it is shorter.
    private static final int EASY = 20;

    private static final int HARD = 40;
    /// Attempts that may fail on the whole way.
    private static final int MOST_FAILURES = 3;

    /// The odds at sharpness `times`, ascending; 1 is reported besides.
    ///
    /// Cost: some four games solved from nearby for each doubling of κ, the dearer the sharper; a failure costs as
    /// much as several of them.
    ///
    /// @throws IllegalArgumentException if the times do not rise from above 1
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted
    public static Sharper of(StateSpace space, Solution solution, List<Double> times, Settings settings) {
        double before = 1;
        for (double next : times) {
            if (!(next > before)) {
                throw new IllegalArgumentException("sharpness must rise: " + before + ", " + next);
            }
            before = next;
        }
        var steps = new ArrayList<Step>();
        steps.add(step(space, solution, 1, settings.threads()));
        Solution now = solution;
        double at = 1;
        double stride = Math.log(FIRST);
        int failures = 0;
        for (double goal : times) {
            while (at < goal) {
                double next = Math.log(goal / at) <= stride ? goal : at * Math.exp(stride);
                try {
                    now = Equilibrium.solveFrom(solution.game().sharpened(next), settings, now.value());
                    at = next;
                    stride *= now.iterations().steps() <= EASY
                            ? 1.5
                            : now.iterations().steps() >= HARD ? 0.5 : 1;
                } catch (NotSolvedException lost) {
                    failures++;
                    if (failures > MOST_FAILURES) {
                        return new Sharper(List.copyOf(steps), at, true);
                    }
                    stride *= 0.25;
                }
            }
            steps.add(step(space, now, goal, settings.threads()));
        }
        return new Sharper(List.copyOf(steps), at, false);
    }

    private static Step step(StateSpace space, Solution solution, double times, int threads) {
        var question =
                Transient.Question.odds(new double[] {solution.game().horizon}, List.of(Classes.outcomes(space)));
        double[] odds = Transient.of(Chain.of(solution), question, threads).odds()[0][0];
        var price = new ArrayList<Double>();
        for (int actor = 0; actor < solution.game().actors; actor++) {
            int k = solution.game().start * solution.game().actors + actor;
            price.add(solution.value()[k] - solution.worth()[k]);
        }
        return new Step(times, Arrays.stream(odds).boxed().toList(), List.copyOf(price));
    }
}
