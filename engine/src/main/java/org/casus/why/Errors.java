package org.casus.why;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.casus.chain.Chain;
import org.casus.chain.Classes;
import org.casus.chain.Transient;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;

/// How much of what happens is error, and whose. A move's *loss* in a state is how far it falls short of the
/// best its actor could do there, waiting among the options:
///
///     loss_e = max(0, max_m Q_i(x, m) − Q_i(x, e))
///
/// It is a clear error if that is more than a stated number of points, a slip if it is anything at all.
///
/// Paths are sorted exactly, not by sampling: the chain carries beside its state the worst that has been
/// done and whose first clear error it was ([MarkedChain]).
///
/// @param above points of loss above which a move is a clear error
/// @param conduct of each actor
/// @param blame of each outcome
public record Errors(double above, List<Conduct> conduct, List<Blame> blame) {

    /// A loss above this, in points, is a clear error unless told otherwise.
    public static final double CLEAR = 0.5;
    /// Losses up to this many times the error of V, and up to [#LEAST], are what is left of the solver's error.
    private static final double ERRORS = 10;

    private static final double LEAST = 1e-6;
    private static final int EXACT = 0;
    private static final int SLIPS = 1;
    private static final int FIRST = 2;

    /// The errors in `solution` up to the horizon.
    ///
    /// Cost: some 2 N + 5 passes over the chain; memory 20 (N + 2) bytes a jump.
    ///
    /// @throws IllegalArgumentException if `above` is not a millionth of a point
    /// @throws org.casus.chain.TooFastException if the chain is too fast for so long a time
    public static Errors of(StateSpace space, Solution solution, double above, int threads) {
        if (!(above > LEAST)) {
            throw new IllegalArgumentException("an error of " + above + " points or less is none");
        }
        double nothing = Math.clamp(ERRORS * solution.valueError(), LEAST, above);
        var decisions = new Decisions(solution);
        var question = new Transient.Question(new double[0], List.of(), solution.game().horizon);
        double[] time = Transient.of(Chain.of(solution), question, threads).occupation();
        double[] loss = decisions.losses();
        return new Errors(
                above,
                conduct(solution, decisions.advantages(), loss, above, nothing, time),
                blame(space, solution, loss, above, nothing, threads));
    }

    /// Odds that anybody makes a clear error up to the horizon: what [Blame#share] of an outcome is to be
    /// compared with.
    public double share() {
        return blame.stream().mapToDouble(Blame::clear).sum();
    }

    private static List<Conduct> conduct(
            Solution solution, double[] advantage, double[] loss, double above, double nothing, double[] time) {
        Game game = solution.game();
        double[][] sums = new double[4][game.actors];
        for (int x = 0; x < game.states; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int i = game.playActor[game.entry(x, e)];
                double made = time[x] * solution.rate()[e];
                sums[0][i] += made;
                sums[1][i] += advantage[e] < -nothing ? made : 0;
                sums[2][i] += loss[e] > above ? made : 0;
                sums[3][i] += made * loss[e];
            }
        }
        var conduct = new ArrayList<Conduct>();
        for (int i = 0; i < game.actors; i++) {
            int k = game.start * game.actors + i;
            conduct.add(new Conduct(
                    i, solution.value()[k], solution.worth()[k], sums[0][i], sums[1][i], sums[2][i], sums[3][i]));
        }
        return List.copyOf(conduct);
    }

    private static List<Blame> blame(
            StateSpace space, Solution solution, double[] loss, double above, double nothing, int threads) {
        Game game = solution.game();
        int marks = FIRST + game.actors;
        var marked = new MarkedChain(solution, marks, (mark, play, x, to) -> {
            if (play == MarkedChain.CHANCE || mark >= FIRST || !(loss[play] > nothing)) {
                return mark;
            }
            return loss[play] > above ? FIRST + game.playActor[game.entry(x, play)] : SLIPS;
        });
        int outcomes = space.scenario().outcomes().size();
        int[] sorted = new int[marked.size()];
        for (int k = 0; k < sorted.length; k++) {
            sorted[k] = space.outcome(marked.state(k)) * marks + marked.mark(k);
        }
        var question =
                Transient.Question.odds(new double[] {game.horizon}, List.of(new Classes(outcomes * marks, sorted)));
        double[] odds = Transient.of(marked.chain(), question, threads).odds()[0][0];
        double[] without = without(space, solution, loss, above, -1, threads);
        double[][] withoutOf = new double[game.actors][];
        for (int actor = 0; actor < game.actors; actor++) {
            withoutOf[actor] = without(space, solution, loss, above, actor, threads);
        }
        var blame = new ArrayList<Blame>();
        for (int outcome = 0; outcome < outcomes; outcome++) {
            double[] of = Arrays.copyOfRange(odds, outcome * marks, (outcome + 1) * marks);
            List<Double> first = Arrays.stream(of).skip(FIRST).boxed().toList();
            int fixed = outcome;
            List<Double> each =
                    Arrays.stream(withoutOf).map(alone -> alone[fixed]).toList();
            blame.add(new Blame(outcome, Arrays.stream(of).sum(), of[EXACT], of[SLIPS], first, without[outcome], each));
        }
        return List.copyOf(blame);
    }

    /// Odds of each outcome if clear errors are not made, by nobody or not by `actor`.
    private static double[] without(
            StateSpace space, Solution solution, double[] loss, double above, int actor, int threads) {
        Game game = solution.game();
        double[] rates = solution.rate().clone();
        for (int x = 0; x < game.states; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                boolean spared = loss[e] > above && (actor < 0 || game.playActor[game.entry(x, e)] == actor);
                rates[e] = spared ? 0 : rates[e];
            }
        }
        var question = Transient.Question.odds(new double[] {game.horizon}, List.of(Classes.outcomes(space)));
        return Transient.of(Chain.of(game, rates), question, threads).odds()[0][0];
    }
}
