package org.casus.chain;

/// One power on for four lanes of a [Watch] at once, so that a jump is read once for all of them and their sums
/// stay in registers:
///
///     next(y) = stay(y) p(y) + (Σ_x rate(x, y) p(x) + Σ_watched rate(x, y) follow p(x)) / q
///
/// through the Vector API where the JVM offers it, else lane by lane, with the same bits.
///
/// @param into jumps by target that every lane follows
/// @param watched those that some do not
/// @param stay odds that a state is not left by a ring of the clock `[R]`
/// @param tick 1/q
record Groups(Jumps into, Watched watched, double[] stay, double tick) {

    /// Lanes of a group; `p[x * SIZE + lane]`.
    static final int SIZE = 4;

    /// @param group of lanes: what `p` and `next` hold
    void step(int group, double[] p, double[] next) {
        double[] follow = watched.follow()[group];
        if (Packed.VECTORS) {
            VectorGroups.step(this, follow, p, next);
        } else {
            laneByLane(follow, p, next);
        }
    }

    void laneByLane(double[] follow, double[] p, double[] next) {
        for (int y = 0; y < stay.length; y++) {
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            for (int k = into.start()[y]; k < into.start()[y + 1]; k++) {
                int from = into.other()[k] * SIZE;
                double r = into.rate()[k];
                a += p[from] * r;
                b += p[from + 1] * r;
                c += p[from + 2] * r;
                d += p[from + 3] * r;
            }
            for (int k = watched.start()[y]; k < watched.start()[y + 1]; k++) {
                int from = watched.from()[k] * SIZE;
                int mask = watched.mask()[k] * SIZE;
                double r = watched.rate()[k];
                a += p[from] * follow[mask] * r;
                b += p[from + 1] * follow[mask + 1] * r;
                c += p[from + 2] * follow[mask + 2] * r;
                d += p[from + 3] * follow[mask + 3] * r;
            }
            int here = y * SIZE;
            next[here] = p[here] * stay[y] + a * tick;
            next[here + 1] = p[here + 1] * stay[y] + b * tick;
            next[here + 2] = p[here + 2] * stay[y] + c * tick;
            next[here + 3] = p[here + 3] * stay[y] + d * tick;
        }
    }

    /// The same for a group of which only the first lane is used.
    void single(int group, double[] p, double[] next) {
        double[] follow = watched.follow()[group];
        for (int y = 0; y < stay.length; y++) {
            double inflow = 0;
            for (int k = into.start()[y]; k < into.start()[y + 1]; k++) {
                inflow += p[into.other()[k] * SIZE] * into.rate()[k];
            }
            for (int k = watched.start()[y]; k < watched.start()[y + 1]; k++) {
                inflow += p[watched.from()[k] * SIZE] * follow[watched.mask()[k] * SIZE] * watched.rate()[k];
            }
            next[y * SIZE] = p[y * SIZE] * stay[y] + inflow * tick;
        }
    }
}
