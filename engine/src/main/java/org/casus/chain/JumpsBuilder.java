package org.casus.chain;

import java.util.Arrays;

/// Collects jumps by target and merges those of one source and target. Sources must come in ascending
/// order; the
/// caller goes through the same jumps twice, first to count and then to put them in place, so that
/// nothing is sorted
/// and nothing grows.
final class JumpsBuilder {

    private final int[] start;
    private final int[] lastSource;
    private final int[] next;
    private int[] other = {};
    private double[] rate = {};

    JumpsBuilder(int states) {
        start = new int[states + 1];
        next = new int[states];
        lastSource = new int[states];
        Arrays.fill(lastSource, -1);
    }

    /// First pass: there is a jump from `source` to `target`.
    void count(int source, int target) {
        if (lastSource[target] != source) {
            lastSource[target] = source;
            start[target + 1]++;
        }
    }

    /// Ends the first pass.
    void allocate() {
        for (int y = 0; y + 1 < start.length; y++) {
            start[y + 1] += start[y];
            next[y] = start[y];
        }
        other = new int[start[start.length - 1]];
        rate = new double[other.length];
        Arrays.fill(lastSource, -1);
    }

    /// Second pass: the jump from `source` to `target` happens at `rate`.
    void put(int source, int target, double at) {
        if (lastSource[target] == source) {
            rate[next[target] - 1] += at;
        } else {
            lastSource[target] = source;
            other[next[target]] = source;
            rate[next[target]++] = at;
        }
    }

    Jumps build() {
        return new Jumps(start, other, rate);
    }
}
