package org.casus.bench;

import java.util.BitSet;

/// The yardstick of [SideBySide] in the same JVM: uniformisation as one would first write it, jump after jump of
/// every state at every step, with the weights of the Poisson clock by logarithms.
final class PlainChain {

    /// Standard deviations of the clock after which it stops.
    private static final double ENOUGH = 8.5;

    private PlainChain() {}

    /// Odds that `chain` has been in `goal` by `time`, and the steps that took.
    record Answer(double odds, int steps) {}

    static Answer ever(Tandem chain, BitSet goal, double time) {
        double q = 0;
        for (int x = 0; x < chain.states; x++) {
            q = Math.max(q, out(chain, x));
        }
        double mean = q * time;
        int last = (int) Math.ceil(mean + ENOUGH * Math.sqrt(mean) + 20);
        double[] p = new double[chain.states];
        p[chain.start] = 1;
        double odds = 0;
        double logWeight = -mean;
        for (int k = 0; k <= last; k++) {
            double in = 0;
            for (int x = goal.nextSetBit(0); x >= 0; x = goal.nextSetBit(x + 1)) {
                in += p[x];
            }
            odds += Math.exp(logWeight) * in;
            logWeight += Math.log(mean / (k + 1));
            double[] next = new double[chain.states];
            for (int x = 0; x < chain.states; x++) {
                if (goal.get(x)) {
                    next[x] += p[x];
                    continue;
                }
                next[x] += p[x] * (1 - out(chain, x) / q);
                for (int k2 = chain.first[x]; k2 < chain.first[x + 1]; k2++) {
                    next[chain.to[k2]] += p[x] * chain.rate[k2] / q;
                }
            }
            p = next;
        }
        return new Answer(odds, last + 1);
    }

    private static double out(Tandem chain, int x) {
        double out = 0;
        for (int k = chain.first[x]; k < chain.first[x + 1]; k++) {
            out += chain.rate[k];
        }
        return out;
    }
}
