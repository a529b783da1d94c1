package org.casus.chain;

/// A vector over the states that is multiplied by a [Product], and which blocks of it are not all zero.
///
/// @param at values; those after the last state, if any, are 0
/// @param live whether a block may hold anything but zeros `[blocks]`
record Spread(double[] at, boolean[] live) {

    /// Makes it that of `other`.
    void set(Spread other) {
        System.arraycopy(other.at, 0, at, 0, at.length);
        System.arraycopy(other.live, 0, live, 0, live.length);
    }
}
