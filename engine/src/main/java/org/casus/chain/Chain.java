package org.casus.chain;

import java.util.Arrays;
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
/// with the same result bit for bit. Jumps of rate zero are dropped, and those that change nothing but who of
/// alike actors is who ([org.casus.game.Seats]).
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

    /// The chain that starts in `start` and has these jumps by source, wherever they come from: jump k from x to
    /// `to[k]` at `rate[k]` for k = `first[x]` … `first[x + 1]` − 1. Several from one state to another add up.
    ///
    /// @throws IllegalArgumentException if one leads nowhere or back, or its rate is not positive and finite
    public static Chain of(int start, int[] first, int[] to, double[] rate) {
        int states = first.length - 1;
        var builder = new JumpsBuilder(states);
        for (int x = 0; x < states; x++) {
            for (int k = first[x]; k < first[x + 1]; k++) {
                if (to[k] < 0 || to[k] >= states || to[k] == x || !(rate[k] > 0) || Double.isInfinite(rate[k])) {
                    throw new IllegalArgumentException("a jump from " + x + " to " + to[k] + " at " + rate[k]);
                }
                builder.count(x, to[k]);
            }
        }
        builder.allocate();
        for (int x = 0; x < states; x++) {
            for (int k = first[x]; k < first[x + 1]; k++) {
                builder.put(x, to[k], rate[k]);
            }
        }
        return new Chain(start, builder.build());
    }

    /// The chain of the same game under V + δV, one Newton step nearer the truth: what anything read
    /// off it differs
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
                int y = game.leadTo(x, l);
                if (rate > 0 && y != x) {
                    visitor.jump(x, y, rate);
                }
            }
        }
        for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
            int y = game.chanceTo(x, k);
            if (game.chanceRate[k] > 0 && y != x) {
                visitor.jump(x, y, game.chanceRate[k]);
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
        int kept = 0;
        var first = new int[states() + 1];
        var other = new int[into.size()];
        var rate = new double[into.size()];
        for (int y = 0; y < states(); y++) {
            for (int k = into.start()[y]; k < into.start()[y + 1]; k++) {
                if (!states.get(into.other()[k])) {
                    other[kept] = into.other()[k];
                    rate[kept++] = into.rate()[k];
                }
            }
            first[y + 1] = kept;
        }
        return new Chain(start, new Jumps(first, Arrays.copyOf(other, kept), Arrays.copyOf(rate, kept)));
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

    /// q, at which the uniformised chain steps: the fastest rate, 1 if nothing moves.
    double clock() {
        return fastest() == 0 ? 1 : fastest();
    }

    Jumps into() {
        return into;
    }

    double[] outflow() {
        return outflow;
    }
}
