package org.casus.chain;

import java.util.Arrays;

/// A vector over the states that is multiplied by a [Product], and which blocks of it are not all zero.
///
/// @param at values, `[Product.length()]`; those after the last state are 0
/// @param live whether a block may hold anything but zeros `[blocks]`
record Spread(double[] at, boolean[] live) {

    /// Makes it the values `of`, all over.
    void set(double[] of) {
        System.arraycopy(of, 0, at, 0, of.length);
        Arrays.fill(live, true);
    }

    /// Makes it that of `other`.
    void set(Spread other) {
        System.arraycopy(other.at, 0, at, 0, at.length);
        System.arraycopy(other.live, 0, live, 0, live.length);
    }

    /// Makes it zero but for a 1 in `state`, which lies in `block`.
    void set(int state, int block) {
        Arrays.fill(at, 0);
        Arrays.fill(live, false);
        at[state] = 1;
        live[block] = true;
    }
}
