package org.casus.study;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.casus.chain.Watch;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.scenario.Guard;
import org.casus.scenario.Quantity;
import org.casus.scenario.Quantity.Standing;
import org.casus.scenario.TimeUnit;

/// Reads quantities off solved games of one structure, exactly and all in one pass over the chain.
///
/// With p the odds of states at the horizon T, occ(x) the time spent in x until then and h the rates:
///
/// | quantity | is |
/// | --- | --- |
/// | `odds of X` | Σ p(x) over X |
/// | `odds ever of X` | what the chain has lost by T if it stops on entering X ([Watch]) |
/// | `odds ever of MOVE` | what it has lost if it stops when the move is first made |
/// | `weeks with X` | Σ occ(x) over X |
/// | `MOVE is played` | Σ occ(x) h(x) / Σ occ(x) over the states in which it is open; 0 if there are none |
/// | … `when ROW is L` | the same boards with that row alone on L ([Matched]) |
///
/// A set that is never left needs no lane of its own, equal sets share one, and the start needs none.
/// What is prepared holds for every world. Threads may share it: nothing in it changes.
public final class Readings {

    /// What was read.
    ///
    /// @param outcomes odds of each outcome at the horizon
    /// @param values of what was asked, in its order; NaN where there is no such number
    /// @param spent expected time spent in each state up to the horizon, clock units
    public record Values(double[] outcomes, double[] values, double[] spent) {}

    /// What a pass gave, with the rates it was made with.
    private record Pass(Watch watch, double[] rates) {}

    private final StateSpace space;
    private final List<BitSet> targets = new ArrayList<>();
    private final List<BitSet> plays = new ArrayList<>();
    private final List<ToDoubleFunction<Pass>> readers = new ArrayList<>();
    private final Game shape;

    /// @param shape the game in any world: only its structure is looked at
    public Readings(StateSpace space, Game shape, List<Ask> asks) {
        this.space = space;
        this.shape = shape;
        asks.forEach(ask -> readers.add(reader(ask)));
    }

    /// What `solution` says.
    public Values of(Solution solution) {
        return of(solution.game(), solution.rate());
    }

    /// What `game` says if each play is made at its `rates`, per clock unit.
    ///
    /// @throws org.casus.chain.TooFastException if the chain is so fast that no answer would ever come
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted
    public Values of(Game game, double[] rates) {
        var question = new Watch.Question(game.horizon, targets, plays, false);
        var pass = new Pass(Watch.of(game, rates, question), rates);
        var outcomes = new double[space.scenario().outcomes().size()];
        for (int x = 0; x < space.size(); x++) {
            outcomes[space.outcome(x)] += pass.watch.at()[x];
        }
        double[] values = readers.stream()
                .mapToDouble(reader -> reader.applyAsDouble(pass))
                .toArray();
        return new Values(outcomes, values, pass.watch.spent());
    }

    private ToDoubleFunction<Pass> reader(Ask ask) {
        return switch (ask.quantity()) {
            case Quantity.OddsAt(Guard what) -> sum(space.where(what.test()), Watch::at, 1);
            case Quantity.OddsEver(Guard what) -> ever(space.where(what.test()));
            case Quantity.OddsEverMade(int move) -> made(move);
            case Quantity.TimeWith(Guard what, TimeUnit unit) ->
                sum(
                        space.where(what.test()),
                        Watch::spent,
                        unit.in(space.scenario().clock().unit()));
            case Quantity.Play(int move, Optional<Standing> when) ->
                when.isPresent()
                        ? matched(new Matched(space, shape, move, when.get(), ask.beside()))
                        : played(playsOf(move));
        };
    }

    private interface PerState {
        double[] of(Watch watch);
    }

    private static ToDoubleFunction<Pass> sum(BitSet states, PerState what, double unit) {
        return pass -> {
            double[] each = what.of(pass.watch);
            double sum = 0;
            for (int x = states.nextSetBit(0); x >= 0; x = states.nextSetBit(x + 1)) {
                sum += each[x];
            }
            return sum / unit;
        };
    }

    private ToDoubleFunction<Pass> ever(BitSet target) {
        if (target.get(space.start())) {
            return pass -> 1;
        }
        if (neverLeft(target)) {
            return sum(target, Watch::at, 1);
        }
        int lane = lane(targets, target);
        return pass -> pass.watch.met()[lane];
    }

    private boolean neverLeft(BitSet states) {
        for (int x = states.nextSetBit(0); x >= 0; x = states.nextSetBit(x + 1)) {
            for (int j = shape.jumpStart[x]; j < shape.jumpStart[x + 1]; j++) {
                if (!states.get(shape.jumpTo[j])) {
                    return false;
                }
            }
        }
        return true;
    }

    private ToDoubleFunction<Pass> made(int move) {
        BitSet of = playsOf(move);
        if (of.isEmpty()) {
            return pass -> 0;
        }
        int lane = lane(plays, of);
        return pass -> pass.watch.made()[lane];
    }

    private static int lane(List<BitSet> lanes, BitSet set) {
        int known = lanes.indexOf(set);
        if (known >= 0) {
            return known;
        }
        lanes.add(set);
        return lanes.size() - 1;
    }

    private BitSet playsOf(int move) {
        var of = new BitSet();
        for (int x = 0; x < shape.states; x++) {
            for (int e = shape.playStart[x]; e < shape.playStart[x + 1]; e++) {
                of.set(e, shape.playMove[shape.entry(x, e)] == move);
            }
        }
        return of;
    }

    private ToDoubleFunction<Pass> played(BitSet plays) {
        return pass -> {
            double[] spent = pass.watch.spent();
            double time = 0;
            double made = 0;
            for (int x = 0; x < shape.states; x++) {
                int e = plays.nextSetBit(shape.playStart[x]);
                if (e >= 0 && e < shape.playStart[x + 1]) {
                    time += spent[x];
                    made += spent[x] * pass.rates[e];
                }
            }
            return time > 0 ? made / time : 0;
        };
    }

    private static ToDoubleFunction<Pass> matched(Matched matched) {
        return pass -> matched.read(pass.rates, pass.watch.spent());
    }
}
