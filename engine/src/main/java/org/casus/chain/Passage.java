package org.casus.chain;

import java.util.BitSet;
import java.util.List;

/// Questions about a chain without an end of time: whether it ever comes somewhere, where it comes first, how long that
/// takes, how long it stays.
///
/// Which states answer 0, 1 or ∞ is found by searching the graph, never by iteration: with S what remains, the answer
/// is
/// the solution of one sparse linear system on S, which the chain leaves for sure,
///
///     Σ_{y ∈ S} rate(x, y) (h(x) − h(y)) + rate(x → outside S) h(x) = b(x)
///
/// solved by GMRES with an incomplete factorisation ([EscapeSystem]), with a bound on the error of every answer.
/// Answers
/// are given from every state, at the price of one.
public final class Passage {

    private Passage() {}

    /// Odds of ever coming to `target`, from each state.
    ///
    /// @throws UnresolvedException if the error cannot be bounded by 1e-6
    public static Hitting odds(Chain chain, BitSet target) throws UnresolvedException {
        BitSet can = Reach.to(chain, target);
        BitSet never = Reach.complement(can, chain.states());
        BitSet may = Reach.to(chain, never, target);
        may.and(can);
        var value = new double[chain.states()];
        for (int x = can.nextSetBit(0); x >= 0; x = can.nextSetBit(x + 1)) {
            value[x] = 1;
        }
        var system = EscapeSystem.of(chain, may);
        return system.solve(system.inflow(sure(can, may)), value, EscapeSystem.Unit.ODDS);
    }

    private static BitSet sure(BitSet can, BitSet may) {
        var sure = (BitSet) can.clone();
        sure.andNot(may);
        return sure;
    }

    /// Odds that each of `targets` is the first that the chain comes to, from each state. A state in several targets
    /// counts for the first of the list. What is missing to 1 is the odds of coming to none.
    ///
    /// @throws UnresolvedException if an error cannot be bounded by 1e-6
    public static List<Hitting> first(Chain chain, List<BitSet> targets) throws UnresolvedException {
        var any = new BitSet();
        targets.forEach(any::or);
        BitSet open = Reach.to(chain, any);
        open.andNot(any);
        var system = EscapeSystem.of(chain, open);
        var taken = new BitSet();
        var answers = new Hitting[targets.size()];
        for (int j = 0; j < answers.length; j++) {
            var own = (BitSet) targets.get(j).clone();
            own.andNot(taken);
            taken.or(own);
            var value = new double[chain.states()];
            for (int x = own.nextSetBit(0); x >= 0; x = own.nextSetBit(x + 1)) {
                value[x] = 1;
            }
            answers[j] = system.solve(system.inflow(own), value, EscapeSystem.Unit.ODDS);
        }
        return List.of(answers);
    }

    /// Expected time until `target` is first met, clock units, from each state; infinite from where it may never be
    /// met.
    ///
    /// @throws UnresolvedException if the relative error cannot be bounded by 1e-6
    public static Hitting time(Chain chain, BitSet target) throws UnresolvedException {
        BitSet never = Reach.complement(Reach.to(chain, target), chain.states());
        BitSet unsure = Reach.to(chain, never, target);
        var value = new double[chain.states()];
        for (int x = unsure.nextSetBit(0); x >= 0; x = unsure.nextSetBit(x + 1)) {
            value[x] = Double.POSITIVE_INFINITY;
        }
        var sure = Reach.complement(unsure, chain.states());
        sure.andNot(target);
        var system = EscapeSystem.of(chain, sure);
        return system.solve(system.indicator(sure), value, EscapeSystem.Unit.TIME);
    }

    /// Expected total time spent in `where`, for ever from now, clock units, from each state; infinite from where the
    /// chain may end up for ever among states from which it keeps coming back to `where`.
    ///
    /// @throws UnresolvedException if the relative error cannot be bounded by 1e-6
    public static Hitting timeIn(Chain chain, BitSet where) throws UnresolvedException {
        BitSet can = Reach.to(chain, where);
        BitSet done = Reach.complement(can, chain.states());
        BitSet forEver = Reach.to(chain, Reach.complement(Reach.to(chain, done), chain.states()));
        var value = new double[chain.states()];
        for (int x = forEver.nextSetBit(0); x >= 0; x = forEver.nextSetBit(x + 1)) {
            value[x] = Double.POSITIVE_INFINITY;
        }
        can.andNot(forEver);
        var system = EscapeSystem.of(chain, can);
        return system.solve(system.indicator(where), value, EscapeSystem.Unit.TIME);
    }
}
