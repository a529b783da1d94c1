package org.casus.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Where a chain comes first, however long it takes, and how long that is.
///
/// Let S be the states that can be met on the way from the start to the targets and from which they
/// can still be
/// reached.
/// The chain leaves S for sure: to one of the targets, or to where it will never meet any. Sent back
/// to the start
/// whenever
/// it leaves, it has a stationary distribution π on S ([Balance]), and by renewal
///
///     odds of leaving to j = π · rate(→ j) / φ        expected time in x ∈ S = π(x) / φ        φ = π
/// · rate(→ outside)
///
/// sums of positive numbers, exact to rounding even where S is hardly ever left. Which targets are
/// missed for good, and
/// so which times are infinite, is found by searching the graph and never by numbers.
///
/// @param odds odds that each target is the first to be met
/// @param never odds that none is ever met
/// @param time expected time until the first is met, clock units; infinite if there may be none
/// @param error estimate of the largest relative error of any of these
/// @param residual largest relative difference between what flows into a state, or a group of states,
/// and out of it
/// @param cycles multilevel cycles it took
public record Passage(double[] odds, double never, double time, double error, double residual, int cycles) {

    /// Which of `targets` the chain meets first from its start. A state in several counts for the
    /// first of them.
    ///
    /// @throws UnresolvedException if the flows could not be balanced to 1e-9
    public static Passage first(Chain chain, List<BitSet> targets) throws UnresolvedException {
        var any = new BitSet();
        var own = new ArrayList<BitSet>();
        for (BitSet target : targets) {
            var rest = (BitSet) target.clone();
            rest.andNot(any);
            own.add(rest);
            any.or(target);
        }
        var odds = new double[targets.size()];
        if (any.get(chain.start())) {
            Arrays.setAll(odds, j -> own.get(j).get(chain.start()) ? 1 : 0);
            return new Passage(odds, 0, 0, 0, 0, 0);
        }
        BitSet within = Reach.to(chain, any);
        within.andNot(any);
        if (!within.get(chain.start())) {
            return new Passage(odds, 1, Double.POSITIVE_INFINITY, 0, 0, 0);
        }
        var escape = Escape.of(chain, within);
        double flux = escape.flux();
        Arrays.setAll(odds, j -> escape.fluxInto(own.get(j)) / flux);
        double missed = escape.fluxInto(Reach.complement(or(within, any), chain.states()));
        double time = missed > 0 ? Double.POSITIVE_INFINITY : 1 / flux;
        return new Passage(odds, missed / flux, time, escape.error(), escape.residual(), escape.cycles());
    }

    /// Whether the chain ever meets `target`: its odds are `odds()[0]`.
    ///
    /// @throws UnresolvedException if the flows could not be balanced to 1e-9
    public static Passage to(Chain chain, BitSet target) throws UnresolvedException {
        return first(chain, List.of(target));
    }

    private static BitSet or(BitSet a, BitSet b) {
        var both = (BitSet) a.clone();
        both.or(b);
        return both;
    }
}
