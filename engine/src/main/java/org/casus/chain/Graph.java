package org.casus.chain;

import java.util.Arrays;
import org.casus.game.Game;

/// The jumps of a game by where they start, each target once and ascending, with their rates under
/// given rates of play. Unlike [Chain] it keeps jumps of rate zero, because slopes by them need not be
/// zero, and knows which jump each lead and each chance jump is part of.
///
/// What a [Functional] stops or ends is left out of the rates; the rate at which it ends is `ending`.
/// Memory 16 bytes a jump, 4 a lead.
///
/// @param start first jump of each state `[R + 1]`
/// @param to target of each jump
/// @param rate of each jump, per clock unit
/// @param ending rate at which the functional's last move is made in each state `[R]`
/// @param out rate out of each state, `ending` included `[R]`
/// @param leadJump jump of each lead
/// @param chanceJump jump of each chance jump
record Graph(int[] start, int[] to, double[] rate, double[] ending, double[] out, int[] leadJump, int[] chanceJump) {

    static Graph of(Game game, double[] rates, Functional asked) {
        int states = game.states;
        var start = new int[states + 1];
        var targets = new int[game.leadTo.length + game.chanceTo.length];
        int jumps = 0;
        for (int x = 0; x < states; x++) {
            jumps = targets(game, x, targets, jumps);
            start[x + 1] = jumps;
        }
        var graph = new Graph(
                start,
                Arrays.copyOf(targets, jumps),
                new double[jumps],
                new double[states],
                new double[states],
                new int[game.leadTo.length],
                new int[game.chanceTo.length]);
        for (int x = 0; x < states; x++) {
            graph.fill(game, rates, asked, x);
        }
        return graph;
    }

    private static int targets(Game game, int x, int[] targets, int from) {
        int to = from;
        for (int l = game.leadStart[game.playStart[x]]; l < game.leadStart[game.playStart[x + 1]]; l++) {
            targets[to++] = game.leadTo[l];
        }
        for (int k = game.chanceStart[x]; k < game.chanceStart[x + 1]; k++) {
            targets[to++] = game.chanceTo[k];
        }
        Arrays.sort(targets, from, to);
        int kept = from;
        for (int k = from; k < to; k++) {
            if (kept == from || targets[kept - 1] != targets[k]) {
                targets[kept++] = targets[k];
            }
        }
        return kept;
    }

    private void fill(Game game, double[] rates, Functional asked, int x) {
        boolean stopped = asked.stopped().get(x);
        for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
            boolean ends = asked.ends(game, e);
            for (int l = game.leadStart[e]; l < game.leadStart[e + 1]; l++) {
                leadJump[l] = jump(x, game.leadTo[l]);
                rate[leadJump[l]] += stopped || ends ? 0 : rates[e] * game.leadOdds[l];
            }
            ending[x] += ends && !stopped ? rates[e] : 0;
        }
        for (int k = game.chanceStart[x]; k < game.chanceStart[x + 1]; k++) {
            chanceJump[k] = jump(x, game.chanceTo[k]);
            rate[chanceJump[k]] += stopped ? 0 : game.chanceRate[k];
        }
        out[x] = ending[x];
        for (int j = start[x]; j < start[x + 1]; j++) {
            out[x] += rate[j];
        }
    }

    private int jump(int x, int y) {
        return Arrays.binarySearch(to, start[x], start[x + 1], y);
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
