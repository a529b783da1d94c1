package org.casus.chain;

import java.util.Arrays;
import java.util.BitSet;

/// How a chain leaves a set S of states that it leaves for sure: the stationary distribution π of the
/// chain that is
/// sent back to the start whenever it leaves, and the flows out of S that go with it. S is cut down to
/// what can be
/// reached from the start without leaving it.
final class Escape {

    /// Flows balanced no better than this are no answer.
    private static final double PROMISED = 1e-9;

    private final Chain chain;
    private final BitSet within;
    /// π by state of the chain, 0 outside S.
    private final double[] weight;
    private final double flux;
    private final Balance balance;

    private Escape(Chain chain, BitSet within) {
        this.chain = chain;
        this.within = within;
        balance = new Balance(restarted(chain, within));
        weight = new double[chain.states()];
        int s = 0;
        for (int x = within.nextSetBit(0); x >= 0; x = within.nextSetBit(x + 1)) {
            weight[x] = balance.weight()[s++];
        }
        flux = fluxInto(Reach.complement(within, chain.states()));
    }

    /// @param within S, the start in it
    /// @throws UnresolvedException if the flows could not be balanced
    static Escape of(Chain chain, BitSet within) throws UnresolvedException {
        var met = Reach.from(chain, within);
        var escape = new Escape(chain, met);
        if (!(escape.residual() <= PROMISED) || !(escape.flux > 0) || Double.isInfinite(escape.flux)) {
            throw new UnresolvedException(
                    "the flows between the " + met.cardinality()
                            + " states in question could not be balanced better than " + escape.residual() + " in "
                            + escape.cycles() + " cycles",
                    escape.residual());
        }
        return escape;
    }

    /// The rates within S by target, states renumbered, with jumps back to the start in place of jumps out.
    private static Jumps restarted(Chain chain, BitSet within) {
        int[] states = within.stream().toArray();
        var index = new int[chain.states()];
        Arrays.fill(index, -1);
        for (int s = 0; s < states.length; s++) {
            index[states[s]] = s;
        }
        int home = index[chain.start()];
        Jumps outOf = chain.into().transposed();
        var builder = new JumpsBuilder(states.length);
        for (int s = 0; s < states.length; s++) {
            for (int k = outOf.start()[states[s]]; k < outOf.start()[states[s] + 1]; k++) {
                int to = index[outOf.other()[k]];
                if (to >= 0 || s != home) {
                    builder.count(s, to >= 0 ? to : home);
                }
            }
        }
        builder.allocate();
        for (int s = 0; s < states.length; s++) {
            for (int k = outOf.start()[states[s]]; k < outOf.start()[states[s] + 1]; k++) {
                int to = index[outOf.other()[k]];
                if (to >= 0 || s != home) {
                    builder.put(s, to >= 0 ? to : home, outOf.rate()[k]);
                }
            }
        }
        return builder.build();
    }

    /// φ, all that flows out of S.
    double flux() {
        return flux;
    }

    /// What flows out of S into `target`.
    double fluxInto(BitSet target) {
        Jumps into = chain.into();
        double sum = 0;
        for (int y = target.nextSetBit(0); y >= 0; y = target.nextSetBit(y + 1)) {
            for (int k = into.start()[y]; k < into.start()[y + 1] && !within.get(y); k++) {
                sum += weight[into.other()[k]] * into.rate()[k];
            }
        }
        return sum;
    }

    /// Total π of the states `where`.
    double weightOf(BitSet where) {
        return where.stream().mapToDouble(x -> weight[x]).sum();
    }

    double error() {
        return balance.error();
    }

    double residual() {
        return balance.imbalance();
    }

    int cycles() {
        return balance.cycles();
    }
}
