package org.casus.story;

import org.casus.game.Game;

/// Luck that is a function of what it is for: the same run meets the same luck in another game, under
/// another policy or with another value of a judgement.
///
/// Each clock (a move of an actor, a chance event), named as the file names it, has in each run a Poisson
/// field of points on time × rate, of density 1: a clock that runs at rate r rings at (t, z) if z ≤ r.
/// So two games in which a clock runs at r and r′ have all its rings below min(r, r′) in common, at the
/// same times, whatever happened before: runs that have come apart meet again, and stay together once
/// their boards are the same (decision 0130).
///
/// Time is cut into cells of one length, which is no step: in each cell the points come in order of z, with
/// gaps −ln(1 − u) / cell, each at a time spread evenly over the cell. The bits of cell w are
/// `bits((run ⊕ clock) + step · w)`, those of its points follow from them: nothing depends on what was
/// drawn before, on order or on threads. Rates below 1e-16 a cell are not told from each other.
///
/// @param seed of all runs
/// @param cell length of a cell in clock units, positive; it must be one for all games that are to
///     meet the same luck
public record Dice(long seed, double cell) {

    static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long BRANCH = 0xD1B54A32D192ED03L;
    private static final double UNIT = 0x1p-53;

    public Dice {
        if (!(cell > 0) || Double.isInfinite(cell)) {
            throw new IllegalArgumentException("a cell of " + cell);
        }
    }

    /// Dice for `game` and all games that are compared with it: the longest cell 2^−k clock units, k a whole
    /// number, in which the fastest actor acts at most once on average.
    public static Dice of(Game game, long seed) {
        double fastest = 0;
        for (double rate : game.acts) {
            fastest = Math.max(fastest, rate);
        }
        if (fastest == 0) {
            return new Dice(seed, 1);
        }
        double below = Math.scalb(1.0, -Math.getExponent(fastest));
        return new Dice(seed, below * fastest > 1 ? below / 2 : below);
    }

    /// The bits of all that happens in a run.
    long run(long run) {
        return Mix.bits(seed, run);
    }

    /// The bits of a clock, by what it is called.
    static long clock(String name) {
        return Mix.bits(name);
    }

    /// The bits of a clock in a cell of a run.
    static long cell(long run, long clock, long cell) {
        return Mix.bits((run ^ clock) + STEP * cell);
    }

    /// When the k-th point of a cell comes, as a part of the cell.
    static double when(long bits, int k) {
        return uniform(Mix.bits(bits + STEP * (2L * k + 1)));
    }

    /// How far above the k-th point the next one lies, times the length of the cell.
    static double gap(long bits, int k) {
        return -Math.log(1 - uniform(Mix.bits(bits + STEP * (2L * k + 2))));
    }

    /// Which way it goes at the k-th point.
    static double branch(long bits, int k) {
        return uniform(Mix.bits((bits ^ BRANCH) + STEP * k));
    }

    /// A number in [0, 1) of 53 bits.
    static double uniform(long bits) {
        return (bits >>> 11) * UNIT;
    }
}
