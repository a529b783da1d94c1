package org.casus.why;

import java.util.Arrays;
import org.casus.chain.Chain;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;

/// The chain of a solved game that carries a mark beside its state, so that what depends on the path so far
/// can be read off exactly: who erred first, which change is still standing.
///
/// Only the pairs of state and mark that can be met from the start are kept. Play that leads nowhere may
/// change the mark. Memory: some 20 bytes a jump of the game and mark.
final class MarkedChain {

    /// How the mark changes.
    @FunctionalInterface
    interface Rule {
        /// The mark after play e, or chance (e = −1), has led from x to `to`; `to` is x where a play leads nowhere.
        int after(int mark, int play, int x, int to);
    }

    /// The play that stands for chance.
    static final int CHANCE = -1;

    private final Game game;
    private final double[] rates;
    private final Rule rule;
    /// Number of each state with each mark, or −1 `[marks][R]`.
    private final int[][] number;
    private int[] state;
    private int[] mark;
    private int size;
    private int[] start;
    private int[] to;
    private double[] rate;
    private int jumps;

    /// The chain of `solution` from its start with mark 0 of `marks`.
    MarkedChain(Solution solution, int marks, Rule rule) {
        this.game = solution.game();
        this.rates = solution.rate();
        this.rule = rule;
        number = new int[marks][game.states];
        for (int[] each : number) {
            Arrays.fill(each, -1);
        }
        state = new int[game.states];
        mark = new int[game.states];
        start = new int[game.states + 1];
        to = new int[Math.toIntExact(2 * game.transitions()) + 1];
        rate = new double[to.length];
        walk();
    }

    private void walk() {
        reach(game.start, 0);
        for (int next = 0; next < size; next++) {
            leave(next);
            start[next + 1] = jumps;
        }
    }

    private void leave(int k) {
        int x = state[k];
        int m = mark[k];
        for (int c = game.chanceStart(x); c < game.chanceEnd(x); c++) {
            int y = game.chanceTo(x, c);
            jump(y, rule.after(m, CHANCE, x, y), game.chanceRate[c]);
        }
        for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
            int p = game.entry(x, e);
            double rest = 1;
            for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                rest -= game.leadOdds[l];
                int y = game.leadTo(x, l);
                jump(y, rule.after(m, e, x, y), rates[e] * game.leadOdds[l]);
            }
            int stays = rule.after(m, e, x, x);
            if (stays != m) {
                jump(x, stays, rates[e] * Math.max(0, rest));
            }
        }
    }

    private void jump(int y, int m, double at) {
        if (at > 0) {
            if (jumps == to.length) {
                to = Arrays.copyOf(to, 2 * jumps);
                rate = Arrays.copyOf(rate, 2 * jumps);
            }
            to[jumps] = reach(y, m);
            rate[jumps++] = at;
        }
    }

    private int reach(int x, int m) {
        if (number[m][x] < 0) {
            if (size == state.length) {
                state = Arrays.copyOf(state, 2 * size);
                mark = Arrays.copyOf(mark, 2 * size);
                start = Arrays.copyOf(start, 2 * size + 1);
            }
            number[m][x] = size;
            state[size] = x;
            mark[size++] = m;
        }
        return number[m][x];
    }

    /// Number of pairs of state and mark.
    int size() {
        return size;
    }

    int state(int k) {
        return state[k];
    }

    int mark(int k) {
        return mark[k];
    }

    /// The chain over the pairs.
    Chain chain() {
        var b = new Game.Builder();
        b.states = size;
        b.playStart = new int[size + 1];
        b.leadStart = new int[1];
        b.chanceStart = Arrays.copyOf(start, size + 1);
        b.chanceTo = Arrays.copyOf(to, jumps);
        b.chanceRate = Arrays.copyOf(rate, jumps);
        b.chanceEvent = new int[jumps];
        return Chain.of(b.build(), new double[0]);
    }
}
