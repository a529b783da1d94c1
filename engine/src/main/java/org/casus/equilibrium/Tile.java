package org.casus.equilibrium;

/// A run of states on its way through [LogitField]: what plays and jumps come to there, in double
/// precision. One is used again for every tile of a block.
final class Tile {

    /// First state, and one past the last.
    int first;

    int end;
    /// Whether an exponent is large.
    boolean large;
    /// A of each play; play e lies at e − playStart[first].
    final double[] advantage;
    /// Its exponent, then its weight, then h.
    final double[] rate;
    /// Total rate of each jump; jump j lies at j − jumpStart[first].
    final double[] jump;
    /// F of each state and lane.
    final double[] f;
    /// 1 + Σ w of each actor in one state, then λ over it.
    final double[] share;
    /// Largest exponent of each actor in one state, or 0.
    final double[] top;
    /// Largest |F_i| of each lane so far in this block, as bits.
    final long[] largest;

    Tile(Layout layout) {
        advantage = new double[layout.mostPlays()];
        rate = new double[advantage.length];
        // one more for plays that lead nowhere
        jump = new double[layout.mostJumps() + 1];
        f = new double[Layout.TILE * layout.lanes];
        share = new double[layout.lanes];
        top = new double[layout.lanes];
        largest = new long[layout.lanes];
    }

    /// Bits of numbers that are not negative order as the numbers do, and those of NaN above all.
    void note(int length) {
        int lanes = largest.length;
        for (int k = 0; k < length; k += lanes) {
            for (int i = 0; i < lanes; i++) {
                largest[i] = Math.max(largest[i], Double.doubleToRawLongBits(f[k + i]) & Long.MAX_VALUE);
            }
        }
    }
}
