package org.casus.chain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.casus.game.Game;

/// The jumps of watched plays, by target. A lane that waits for a play ends with it, the others follow; who follows
/// is a *mask* of ones and zeros over the lanes, one for each way in which the sets of plays overlap. Where a
/// play may lead nowhere, its staying is a jump from the state to itself.
///
/// @param start first jump into each state `[R + 1]`
/// @param from the state each comes from
/// @param rate of each, per clock unit
/// @param mask which mask is its own
/// @param follow masks by group of lanes, `[lane / SIZE][mask * SIZE + lane % SIZE]`
/// @param ends for each set of plays the states in which one of them is made, and how often
record Watched(int[] start, int[] from, double[] rate, int[] mask, double[][] follow, Ends[] ends) {

    /// Plays of one set.
    ///
    /// @param state in which each is made
    /// @param rate of making it, per clock unit
    record Ends(int[] state, double[] rate) {

        /// Σ rate · p of lane `at` of a group.
        double flow(double[] p, int at) {
            double sum = 0;
            for (int k = 0; k < state.length; k++) {
                sum += rate[k] * p[state[k] * Groups.SIZE + at];
            }
            return sum;
        }
    }

    /// @param rates of each play of `game`
    /// @param sets of plays
    /// @param first lane of the first set, the others after it
    static Watched of(Game game, double[] rates, List<BitSet> sets, int first) {
        var watched = new BitSet();
        sets.forEach(watched::or);
        List<BitSet> masks = new ArrayList<>();
        var collected = new Collected(game.states, leads(game, watched));
        each(game, watched, (x, e) -> {
            int mask = mask(masks, sets, e);
            double rest = 1;
            int p = game.entry(x, e);
            for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                collected.add(x, game.leadTo(x, l), rates[e] * game.leadOdds[l], mask);
                rest -= game.leadOdds[l];
            }
            collected.add(x, x, rates[e] * Math.max(0, rest), mask);
        });
        Ends[] ends = sets.stream().map(set -> ends(game, rates, set)).toArray(Ends[]::new);
        return collected.byTarget(follow(masks, first, first + sets.size()), ends);
    }

    @FunctionalInterface
    private interface Visitor {
        void play(int state, int play);
    }

    /// The plays of a set with their states, ascending.
    private static void each(Game game, BitSet set, Visitor visitor) {
        for (int x = 0; x < game.states; x++) {
            int end = game.playStart[x + 1];
            for (int e = set.nextSetBit(game.playStart[x]); e >= 0 && e < end; e = set.nextSetBit(e + 1)) {
                visitor.play(x, e);
            }
        }
    }

    /// How many jumps plays make, staying counted with each.
    private static int leads(Game game, BitSet set) {
        var leads = new int[1];
        each(game, set, (x, e) -> {
            int p = game.entry(x, e);
            leads[0] += game.leadStart[p + 1] - game.leadStart[p] + 1;
        });
        return leads[0];
    }

    /// The mask of a play: which sets it is in.
    private static int mask(List<BitSet> masks, List<BitSet> sets, int play) {
        var in = new BitSet();
        for (int j = 0; j < sets.size(); j++) {
            in.set(j, sets.get(j).get(play));
        }
        int known = masks.indexOf(in);
        if (known < 0) {
            masks.add(in);
            return masks.size() - 1;
        }
        return known;
    }

    private static double[][] follow(List<BitSet> masks, int first, int lanes) {
        var follow = new double[(lanes + Groups.SIZE - 1) / Groups.SIZE][masks.size() * Groups.SIZE];
        for (int m = 0; m < masks.size(); m++) {
            for (int lane = 0; lane < lanes; lane++) {
                boolean ends = lane >= first && masks.get(m).get(lane - first);
                follow[lane / Groups.SIZE][m * Groups.SIZE + lane % Groups.SIZE] = ends ? 0 : 1;
            }
        }
        return follow;
    }

    private static Ends ends(Game game, double[] rates, BitSet set) {
        var states = IntStream.builder();
        each(game, set, (x, e) -> states.add(x));
        return new Ends(
                states.build().toArray(),
                set.stream().mapToDouble(e -> rates[e]).toArray());
    }

    /// Adds to `leaving` the rate at which each state is left, its staying included.
    void leave(double[] leaving) {
        for (int k = 0; k < from.length; k++) {
            leaving[from[k]] += rate[k];
        }
    }

    /// Jumps by source, on their way to jumps by target.
    private static final class Collected {

        private final int[] start;
        private final int[] from;
        private final int[] to;
        private final double[] rate;
        private final int[] mask;
        private int count;

        Collected(int states, int most) {
            start = new int[states + 1];
            from = new int[most];
            to = new int[most];
            rate = new double[most];
            mask = new int[most];
        }

        void add(int x, int y, double flow, int set) {
            if (flow > 0) {
                from[count] = x;
                to[count] = y;
                rate[count] = flow;
                mask[count++] = set;
                start[y + 1]++;
            }
        }

        Watched byTarget(double[][] follow, Ends[] ends) {
            for (int y = 0; y + 1 < start.length; y++) {
                start[y + 1] += start[y];
            }
            int[] next = start.clone();
            var sources = new int[count];
            var flows = new double[count];
            var sets = new int[count];
            for (int k = 0; k < count; k++) {
                int at = next[to[k]]++;
                sources[at] = from[k];
                flows[at] = rate[k];
                sets[at] = mask[k];
            }
            return new Watched(start, sources, flows, sets, follow, ends);
        }
    }
}
