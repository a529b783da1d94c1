package org.casus.why;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casus.chain.Chain;
import org.casus.chain.Classes;
import org.casus.chain.Functional;
import org.casus.chain.RateSlopes;
import org.casus.chain.Transient;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.scenario.Condition;

/// Which decisions carry the odds of being in some states at the horizon. For each play e in x, all other
/// play as it is,
///
///     E_e = d odds / d ln h_e = ∫₀ᵀ p_t(x) h_e (Σ_y P_e(y) η(T−t, y) − η(T−t, x)) dt
///
/// with η(τ, y) the odds when y has τ left: how often the choice is met, times what it does. Plays of one
/// move are gathered over states, twice: once told by the rows that concentrate what raises the odds, once by
/// those that concentrate what lowers them ([Concentration]). What a pivot says of its effect is the sum
/// of all E where its rows stand so, whatever their direction.
///
/// @param odds what they carry
/// @param pivots by the size of their effect, largest first
public record Pivotal(double odds, List<Pivot> pivots) {

    /// Parts of a move's doings smaller than this part of all moves' are left out.
    private static final double LEAST = 1e-3;

    /// The `most` weightiest decisions for being in `where` at the horizon.
    ///
    /// Cost: four passes over the chain, one more for each decision.
    ///
    /// @throws org.casus.chain.TooFastException if the chain is too fast for so long a time
    public static Pivotal of(StateSpace space, Solution solution, BitSet where, int most, int threads) {
        Game game = solution.game();
        var asked = Functional.odds(where, space.size(), game.horizon);
        RateSlopes slopes = RateSlopes.of(solution, asked, threads);
        var question = new Transient.Question(new double[0], List.of(), game.horizon);
        double[] time = Transient.of(Chain.of(solution), question, threads).occupation();
        double[] effect = new double[game.plays()];
        double all = 0;
        for (int e = 0; e < effect.length; e++) {
            effect[e] = solution.rate()[e] * slopes.play()[e];
            all += Math.abs(effect[e]);
        }
        var pivots = new ArrayList<Pivot>();
        for (int move = 0; move < space.scenario().moves().size(); move++) {
            for (int sign : new int[] {1, -1}) {
                var part = new Doings(space, solution, effect, time, move, sign);
                if (part.gross > LEAST * all) {
                    part.pivot(all).ifPresent(pivots::add);
                }
            }
        }
        pivots.sort(Comparator.comparingDouble((Pivot pivot) -> -Math.abs(pivot.effect())));
        List<Pivot> weightiest = pivots.stream()
                .limit(most)
                .map(pivot -> without(space, solution, where, pivot, threads))
                .toList();
        return new Pivotal(slopes.value(), weightiest);
    }

    /// The pivot with the odds there would be without it.
    private static Pivot without(StateSpace space, Solution solution, BitSet where, Pivot pivot, int threads) {
        Game game = solution.game();
        BitSet there = space.where(pivot.condition());
        double[] rates = solution.rate().clone();
        for (int x = there.nextSetBit(0); x >= 0; x = there.nextSetBit(x + 1)) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                rates[e] = game.playMove[game.entry(x, e)] == pivot.move() ? 0 : rates[e];
            }
        }
        var question = Transient.Question.odds(new double[] {game.horizon}, List.of(Classes.in(where, space.size())));
        double odds = Transient.of(Chain.of(game, rates), question, threads).odds()[0][0][1];
        return new Pivot(
                pivot.actor(),
                pivot.move(),
                pivot.when(),
                pivot.effect(),
                pivot.share(),
                pivot.weight(),
                pivot.made(),
                odds,
                pivot.state());
    }

    /// What one move does in one direction.
    private static final class Doings {

        private final StateSpace space;
        private final int move;
        private final int sign;
        /// Of the move in each state, with its sign `[R]`.
        private final double[] net;
        /// In this direction `[R]`.
        private final double[] one;
        private final double[] open;
        private final double[] made;
        private final double gross;

        Doings(StateSpace space, Solution solution, double[] effect, double[] time, int move, int sign) {
            this.space = space;
            this.move = move;
            this.sign = sign;
            Game game = solution.game();
            net = new double[game.states];
            one = new double[game.states];
            open = new double[game.states];
            made = new double[game.states];
            double sum = 0;
            for (int x = 0; x < game.states; x++) {
                for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                    if (game.playMove[game.entry(x, e)] == move) {
                        net[x] = effect[e];
                        one[x] = Math.max(0, sign * effect[e]);
                        open[x] = time[x];
                        made[x] = time[x] * solution.rate()[e];
                        sum += one[x];
                    }
                }
            }
            gross = sum;
        }

        /// Empty if what it does the other way in the same place weighs more.
        Optional<Pivot> pivot(double all) {
            List<When> when = new Concentration(space, one, open).find();
            BitSet there = space.where(
                    new Condition.All(when.stream().map(When::condition).toList()));
            double effect = 0;
            double covered = 0;
            double times = 0;
            int example = there.nextSetBit(0);
            for (int x = there.nextSetBit(0); x >= 0; x = there.nextSetBit(x + 1)) {
                effect += net[x];
                covered += one[x];
                times += made[x];
                example = one[x] > one[example] ? x : example;
            }
            if (!(sign * effect > 0)) {
                return Optional.empty();
            }
            int actor = space.scenario().moves().get(move).actor();
            double share = covered / gross;
            return Optional.of(
                    new Pivot(actor, move, when, effect, share, Math.abs(effect) / all, times, Double.NaN, example));
        }
    }
}
