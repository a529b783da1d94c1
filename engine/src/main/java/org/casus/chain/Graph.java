package org.casus.chain;

import java.util.Arrays;
import org.casus.game.Game;

/// The jumps of a game by where they start, each target once and ascending, with their rates under
/// given rates of play. Unlike [Chain] it keeps jumps of rate zero, because slopes by them need
/// not be zero.
///
/// What a [Functional] stops or ends is left out of the rates; the rate at which it ends is
/// `ending`. Memory 8 bytes a jump.
///
/// @param start first jump of each state `[R + 1]`
/// @param to target of each jump
/// @param rate of each jump, per clock unit
/// @param ending rate at which the functional's last move is made in each state `[R]`
/// @param out rate out of each state, `ending` included `[R]`
record Graph(int[] start, int[] to, double[] rate, double[] ending, double[] out) {

    static Graph of(Game game, double[] rates, Functional asked) {
        int states = game.states;
        var graph = new Graph(
                game.jumpStart, game.jumpTo, new double[game.jumpTo.length], new double[states], new double[states]);
        for (int x = 0; x < states; x++) {
            graph.fill(game, rates, asked, x);
        }
        return graph;
    }

    private void fill(Game game, double[] rates, Functional asked, int x) {
        boolean stopped = asked.stopped().get(x);
        for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
            int p = game.entry(x, e);
            boolean ends = asked.ends(game, p);
            for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                rate[start[x] + game.leadJump[l]] += stopped || ends ? 0 : rates[e] * game.leadOdds[l];
            }
            ending[x] += ends && !stopped ? rates[e] : 0;
        }
        for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
            rate[start[x] + game.chanceJump[k]] += stopped ? 0 : game.chanceRate[k];
        }
        out[x] = ending[x];
        for (int j = start[x]; j < start[x + 1]; j++) {
            out[x] += rate[j];
        }
    }

    /// The fastest rate at which any state is left; 1 if none is.
    double fastest() {
        double fastest = Arrays.stream(out).max().orElse(0);
        return fastest == 0 ? 1 : fastest;
    }

    /// Products with the odds of being in each state.
    Product product() {
        return new Product(new Jumps(start, to, rate).transposed(), out, fastest());
    }
}
