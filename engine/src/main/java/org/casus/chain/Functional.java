package org.casus.chain;

import java.util.Arrays;
import java.util.BitSet;
import org.casus.game.Game;

/// A number that is linear in where the chain is: expected pay, with some of it at the end, some as
/// time passes and some for each play made,
///
///     q = f · p_T + ∫₀ᵀ (r + Σ_watched h) · p_t dt
///
/// in the chain that stops for good on entering `stopped` and ends, with one last pay of 1, when
/// the `last` move is made.
///
/// @param time T, clock units
/// @param atEnd f, for being in each state at T `[R]`
/// @param whilst r, for each clock unit in each state `[R]`
/// @param stopped states left no more
/// @param watchedIn states in which a play's rate is paid; it need not be a play of that state
/// @param watched the plays, one for each of `watchedIn`
/// @param last index of the move that ends it, or −1
public record Functional(
        double time, double[] atEnd, double[] whilst, BitSet stopped, int[] watchedIn, int[] watched, int last) {

    /// @throws IllegalArgumentException if lengths do not fit or the time is negative or not finite
    public Functional {
        if (!(time >= 0) || Double.isInfinite(time)) {
            throw new IllegalArgumentException("a time of " + time);
        }
        if (atEnd.length != whilst.length || watchedIn.length != watched.length) {
            throw new IllegalArgumentException("lengths differ");
        }
    }

    /// Odds of being in `where` at `time`, of `states` states.
    public static Functional odds(BitSet where, int states, double time) {
        return of(time, ones(where, states), new double[states], new BitSet());
    }

    /// Odds of having been in `where` at some time up to `time`.
    public static Functional ever(BitSet where, int states, double time) {
        return of(time, ones(where, states), new double[states], where);
    }

    /// Expected time in `where` up to `time`, clock units.
    public static Functional timeIn(BitSet where, int states, double time) {
        return of(time, new double[states], ones(where, states), new BitSet());
    }

    /// Odds that `move` is made at least once up to `time`.
    public static Functional everMade(Game game, int move, double time) {
        int states = game.states;
        return new Functional(time, new double[states], new double[states], new BitSet(), new int[0], new int[0], move);
    }

    /// Expected pay at the rates of the `watched` plays while in `watchedIn`, up to `time`.
    public static Functional made(Game game, int[] watchedIn, int[] watched, double time) {
        int states = game.states;
        return new Functional(time, new double[states], new double[states], new BitSet(), watchedIn, watched, -1);
    }

    private static Functional of(double time, double[] atEnd, double[] whilst, BitSet stopped) {
        return new Functional(time, atEnd, whilst, stopped, new int[0], new int[0], -1);
    }

    private static double[] ones(BitSet where, int states) {
        var ones = new double[states];
        where.stream().forEach(x -> ones[x] = 1);
        return ones;
    }

    /// r and the rates paid for plays, given the rate of each play `[R]`.
    double[] pay(Game game, double[] rate) {
        double[] pay = whilst.clone();
        for (int k = 0; k < watched.length; k++) {
            pay[watchedIn[k]] += rate[watched[k]];
        }
        for (int x = 0; x < game.states; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                if (game.playMove[game.entry(x, e)] == last && !stopped.get(x)) {
                    pay[x] += rate[e];
                }
            }
        }
        return pay;
    }

    /// Whether a play of entry `p` ends it.
    boolean ends(Game game, int p) {
        return last >= 0 && game.playMove[p] == last;
    }

    /// Whether there is nothing to pay, ever.
    boolean empty() {
        return last < 0
                && watched.length == 0
                && Arrays.stream(atEnd).allMatch(f -> f == 0)
                && Arrays.stream(whilst).allMatch(r -> r == 0);
    }
}
