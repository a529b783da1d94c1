package org.casus.chain;

import java.util.BitSet;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;

/// The continuous-time Markov chain that a game becomes once it is said how often each move is
/// made: plays and chance
/// events merged into one rate for each pair of states.
///
/// Generator: G(x, y) = Σ_plays h(play) · odds(y) + Σ_events rate(y) for y ≠ x, and G(x, x) =
/// −outflow(x). Jumps are
/// kept
/// by target (pull form), so that a product p G can be worked out in any order of targets, on any
/// number of threads,
/// with the same result bit for bit. Jumps of rate zero are dropped.
///
/// Built in time linear in leads and chance jumps; memory 12 bytes a merged jump and 12 a state.
public final class Chain {

    private final int start;
    private final Jumps into;
    private final double[] outflow;

    private Chain(int start, Jumps into) {
        this.start = start;
        this.into = into;
        this.outflow = outflows(into);
    }

    /// The chain of a solved game.
    public static Chain of(Solution solution) {
        return of(solution.game(), solution.rate());
    }

    /// The chain in which each play of `game` is made at its `rates` (per clock unit), whatever
    /// they come from.
    ///
    /// @throws IllegalArgumentException if there is not one finite rate ≥ 0 for each play
    public static Chain of(Game game, double[] rates) {
        if (rates.length != game.plays()) {
            throw new IllegalArgumentException(rates.length + " rates for " + game.plays() + " plays");
        }
        for (int e = 0; e < rates.length; e++) {
            if (!(rates[e] >= 0) || Double.isInfinite(rates[e])) {
                throw new IllegalArgumentException("the rate of play " + e + " is " + rates[e]);
            }
        }
        var builder = new JumpsBuilder(game.states);
        for (int x = 0; x < game.states; x++) {
            visit(game, rates, x, (from, to, rate) -> builder.count(from, to));
        }
        builder.allocate();
        for (int x = 0; x < game.states; x++) {
            visit(game, rates, x, builder::put);
        }
        return new Chain(game.start, builder.build());
    }

    /// The chain of the same game under V + δV, one Newton step nearer the truth: what anything
    /// read off it differs
    /// from
    /// what is read off the chain itself is the estimate of its error (decision 0040).
    public static Chain corrected(Solution solution) {
        double[] value = solution.value().clone();
        for (int k = 0; k < value.length; k++) {
            value[k] += solution.correction()[k];
        }
        return of(solution.game(), Behaviour.of(solution.game(), value).rate());
    }

    private interface Visitor {
        void jump(int from, int to, double rate);
    }

    private static void visit(Game game, double[] rates, int x, Visitor visitor) {
        for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
            int p = game.entry(x, e);
            for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                double rate = rates[e] * game.leadOdds[l];
                if (rate > 0) {
                    visitor.jump(x, game.leadTo(x, l), rate);
                }
            }
        }
        for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
            if (game.chanceRate[k] > 0) {
                visitor.jump(x, game.chanceTo(x, k), game.chanceRate[k]);
            }
        }
    }

    private static double[] outflows(Jumps into) {
        var outflow = new double[into.rows()];
        for (int k = 0; k < into.size(); k++) {
            outflow[into.other()[k]] += into.rate()[k];
        }
        return outflow;
    }

    /// The same chain stopped for good wherever `states` is entered: what is asked of "ever by t".
    public Chain stoppedAt(BitSet states) {
        var builder = new JumpsBuilder(states());
        Jumps outOf = into.transposed();
        for (int x = 0; x < states(); x++) {
            for (int k = outOf.start()[x]; k < outOf.start()[x + 1] && !states.get(x); k++) {
                builder.count(x, outOf.other()[k]);
            }
        }
        builder.allocate();
        for (int x = 0; x < states(); x++) {
            for (int k = outOf.start()[x]; k < outOf.start()[x + 1] && !states.get(x); k++) {
                builder.put(x, outOf.other()[k], outOf.rate()[k]);
            }
        }
        return new Chain(start, builder.build());
    }

    /// R, number of states.
    public int states() {
        return outflow.length;
    }

    /// The state it starts in.
    public int start() {
        return start;
    }

    /// Number of pairs of states with a jump between them.
    public int jumps() {
        return into.size();
    }

    /// Rate at which `state` is left, per clock unit.
    public double outflow(int state) {
        return outflow[state];
    }

    /// Rate of the jump `from → to`, per clock unit; zero if there is none. Linear in the jumps
    /// into `to`.
    public double rate(int from, int to) {
        for (int k = into.start()[to]; k < into.start()[to + 1]; k++) {
            if (into.other()[k] == from) {
                return into.rate()[k];
            }
        }
        return 0;
    }

    /// The fastest rate at which any state is left.
    public double fastest() {
        double fastest = 0;
        for (double rate : outflow) {
            fastest = Math.max(fastest, rate);
        }
        return fastest;
    }

    Jumps into() {
        return into;
    }

    double[] outflow() {
        return outflow;
    }
}
