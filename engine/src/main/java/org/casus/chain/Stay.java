package org.casus.chain;

import java.util.BitSet;

/// How long a chain stays in some states in all, for ever from its start.
///
/// Worked out as in [Passage], with S the states from which those in question can still be reached.
///
/// @param time expected total time, clock units; infinite if the chain may end up where it always
/// comes back
/// @param error estimate of its relative error
/// @param residual largest relative difference between what flows into a state, or a group of states,
/// and out of it
/// @param cycles multilevel cycles it took
public record Stay(double time, double error, double residual, int cycles) {

    /// How long `chain` stays in `where`.
    ///
    /// @throws UnresolvedException if the flows could not be balanced to 1e-9
    public static Stay in(Chain chain, BitSet where) throws UnresolvedException {
        BitSet can = Reach.to(chain, where);
        BitSet done = Reach.complement(can, chain.states());
        BitSet leaves = Reach.to(chain, done);
        BitSet forEver = Reach.to(chain, Reach.complement(leaves, chain.states()));
        if (forEver.get(chain.start())) {
            return new Stay(Double.POSITIVE_INFINITY, 0, 0, 0);
        }
        if (!can.get(chain.start())) {
            return new Stay(0, 0, 0, 0);
        }
        can.andNot(forEver);
        var escape = Escape.of(chain, can);
        double time = escape.weightOf(where) / escape.flux();
        return new Stay(time, escape.error(), escape.residual(), escape.cycles());
    }
}
