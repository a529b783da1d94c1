package org.casus.chain;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.casus.game.Game;

/// Chains for tests: by hand from a table of rates, or at random.
final class Chains {

    private Chains() {}

    /// The game of nobody's doing whose chance jumps have these rates, `rates[from][to]`.
    static Game game(double[][] rates, int start) {
        int n = rates.length;
        var b = new Game.Builder();
        b.actors = 1;
        b.states = n;
        b.start = start;
        b.acts = new double[] {1};
        b.drifts = new double[] {1};
        b.discount = new double[] {1};
        b.kappa = new double[] {1};
        b.flow = new double[n];
        b.playStart = new int[n + 1];
        b.leadStart = new int[1];
        b.chanceStart = new int[n + 1];
        int jumps = 0;
        b.chanceTo = new int[n * n];
        b.chanceRate = new double[n * n];
        for (int x = 0; x < n; x++) {
            for (int y = 0; y < n; y++) {
                if (x != y && rates[x][y] > 0) {
                    b.chanceTo[jumps] = y;
                    b.chanceRate[jumps++] = rates[x][y];
                }
            }
            b.chanceStart[x + 1] = jumps;
        }
        b.chanceTo = java.util.Arrays.copyOf(b.chanceTo, jumps);
        b.chanceRate = java.util.Arrays.copyOf(b.chanceRate, jumps);
        b.chanceEvent = new int[jumps];
        return b.build();
    }

    static Chain chain(double[][] rates, int start) {
        return Chain.of(game(rates, start), new double[0]);
    }

    /// A chain on a line 0 … n − 1 with these rates up and down.
    static Chain line(int n, double up, double down, int start) {
        var b = new Game.Builder();
        b.actors = 1;
        b.states = n;
        b.start = start;
        b.acts = new double[] {1};
        b.drifts = new double[] {1};
        b.discount = new double[] {1};
        b.kappa = new double[] {1};
        b.flow = new double[n];
        b.playStart = new int[n + 1];
        b.leadStart = new int[1];
        b.chanceStart = new int[n + 1];
        b.chanceTo = new int[2 * n - 2];
        b.chanceRate = new double[2 * n - 2];
        b.chanceEvent = new int[2 * n - 2];
        int k = 0;
        for (int x = 0; x < n; x++) {
            if (x > 0) {
                b.chanceTo[k] = x - 1;
                b.chanceRate[k++] = down;
            }
            if (x < n - 1) {
                b.chanceTo[k] = x + 1;
                b.chanceRate[k++] = up;
            }
            b.chanceStart[x + 1] = k;
        }
        return Chain.of(b.build(), new double[0]);
    }

    /// Random rates over several orders of magnitude, each pair of states joined with odds `density`.
    static double[][] rates(SplittableRandom random, int n, double density) {
        var rates = new double[n][n];
        for (int x = 0; x < n; x++) {
            for (int y = 0; y < n; y++) {
                if (x != y && random.nextDouble() < density) {
                    rates[x][y] = Math.pow(10, random.nextDouble(-3, 1));
                }
            }
        }
        return rates;
    }

    static BitSet set(int... states) {
        var set = new BitSet();
        for (int x : states) {
            set.set(x);
        }
        return set;
    }

    static BitSet set(SplittableRandom random, int n, double density) {
        var set = new BitSet();
        for (int x = 0; x < n; x++) {
            set.set(x, random.nextDouble() < density);
        }
        return set;
    }

    /// Every state a class of its own.
    static Classes each(int states) {
        var of = new int[states];
        java.util.Arrays.setAll(of, x -> x);
        return new Classes(states, of);
    }
}
