package org.casus.chain;

import java.util.BitSet;

/// Questions about a chain that need no numbers: which states can come to which. Each search
/// is linear in the jumps it follows.
final class Reach {

    private Reach() {}

    /// The states that can come to `target` without first passing through `blocked`; `target` itself
    /// included, less
    /// what of it is blocked.
    static BitSet to(Chain chain, BitSet target, BitSet blocked) {
        Jumps into = chain.into();
        var reached = (BitSet) target.clone();
        reached.andNot(blocked);
        var queue = new int[chain.states()];
        int tail = 0;
        for (int x = reached.nextSetBit(0); x >= 0; x = reached.nextSetBit(x + 1)) {
            queue[tail++] = x;
        }
        for (int head = 0; head < tail; head++) {
            int y = queue[head];
            for (int k = into.start()[y]; k < into.start()[y + 1]; k++) {
                int x = into.other()[k];
                if (!reached.get(x) && !blocked.get(x)) {
                    reached.set(x);
                    queue[tail++] = x;
                }
            }
        }
        return reached;
    }

    /// The states that the chain can come to from its start without leaving `within`, which has the
    /// start in it.
    static BitSet from(Chain chain, BitSet within) {
        Jumps outOf = chain.into().transposed();
        var reached = new BitSet();
        reached.set(chain.start());
        var queue = new int[chain.states()];
        queue[0] = chain.start();
        for (int head = 0, tail = 1; head < tail; head++) {
            int x = queue[head];
            for (int k = outOf.start()[x]; k < outOf.start()[x + 1]; k++) {
                int y = outOf.other()[k];
                if (!reached.get(y) && within.get(y)) {
                    reached.set(y);
                    queue[tail++] = y;
                }
            }
        }
        return reached;
    }

    static BitSet to(Chain chain, BitSet target) {
        return to(chain, target, new BitSet());
    }

    static BitSet complement(BitSet of, int states) {
        var rest = (BitSet) of.clone();
        rest.flip(0, states);
        return rest;
    }
}
