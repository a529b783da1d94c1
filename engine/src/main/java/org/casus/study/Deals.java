package org.casus.study;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.casus.chain.Chain;
import org.casus.chain.Outlook;
import org.casus.chain.Watch;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.scenario.Agreement;
import org.casus.scenario.Condition;
import org.casus.scenario.Move;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;

/// Now and later: the odds that an agreement is signed by the horizon, and that fighting recurs soon
/// after. A quick deal can be a short one.
///
/// An agreement is signed when the last signature is put to it. With occ₀(x) the time spent in x before
/// the first such signature, h its rate and P(y) where it leads,
///
///     ν(y) = Σ_x occ₀(x) h(x) P(y)        Σ ν = odds that it is signed by the horizon
///
/// is where the chain stands just after. With u(y) the odds that from y there is fighting within the time stated,
/// beyond the horizon if need be, it recurs with the odds Σ ν u / Σ ν. Cost: a pass forward for all agreements, and
/// one backward for u.
public final class Deals {

    /// What stands for the first signature to any agreement, where there are several.
    public static final String ANY = "any";

    private final StateSpace space;
    private final List<String> names = new ArrayList<>();
    private final List<BitSet> signatures = new ArrayList<>();
    private final BitSet fighting;
    private final double within;

    /// @param shape the game in any world
    /// @param fighting when there is fighting
    /// @param within how soon after a signature, clock units
    public Deals(StateSpace space, Game shape, Condition fighting, double within) {
        this.space = space;
        this.fighting = space.where(fighting);
        this.within = within;
        var any = new BitSet();
        for (Agreement agreement : space.scenario().agreements()) {
            BitSet last = lastSignatures(shape, agreement);
            names.add(agreement.id());
            signatures.add(last);
            any.or(last);
        }
        if (names.size() > 1) {
            names.addFirst(ANY);
            signatures.addFirst(any);
        }
    }

    /// Fighting as the file has it: some row stands at least where it is an attack. Empty if no row says
    /// what an attack is.
    public static Optional<Condition> fighting(Scenario scenario) {
        List<Condition> attacks = new ArrayList<>();
        for (Row row : scenario.rows()) {
            row.attack().ifPresent(attack -> attacks.add(new Condition.On(row.index(), -1L << attack.level())));
        }
        return attacks.isEmpty() ? Optional.empty() : Optional.of(new Condition.Any(List.copyOf(attacks)));
    }

    private BitSet lastSignatures(Game shape, Agreement agreement) {
        var last = new BitSet();
        for (int x = 0; x < shape.states; x++) {
            for (int e = shape.playStart[x]; e < shape.playStart[x + 1]; e++) {
                Move move = space.scenario().moves().get(shape.playMove[shape.entry(x, e)]);
                last.set(e, move.origin() == Move.Origin.SIGN && signs(move, agreement, x));
            }
        }
        return last;
    }

    /// Whether `move` in `state` is the last signature to `agreement`: of a signature's two cases the first.
    private boolean signs(Move move, Agreement agreement, int state) {
        return move.cases().getFirst().when() instanceof Condition.On(int row, long levels)
                && row == agreement.table()
                && (levels & agreement.levels()) != 0
                && (levels >>> space.level(state, row) & 1) != 0;
    }

    /// What becomes of each agreement in `game` if each play is made at its `rates`; first of any of them
    /// if there are several.
    public List<Deal> of(Game game, double[] rates) {
        if (names.isEmpty()) {
            return List.of();
        }
        var watch = Watch.of(game, rates, new Watch.Question(game.horizon, List.of(), signatures, true));
        double[] fights = fights(game, rates);
        List<Deal> deals = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            double[] just = justSigned(game, rates, signatures.get(k), watch.before()[k]);
            double signed = watch.made()[k];
            double still = fighting.stream().mapToDouble(x -> just[x]).sum();
            double recurs = 0;
            for (int x = 0; x < just.length; x++) {
                recurs += just[x] * fights[x];
            }
            deals.add(new Deal(
                    names.get(k),
                    signed,
                    signed > 0 ? still / signed : Double.NaN,
                    signed > 0 ? Math.min(1, recurs / signed) : Double.NaN));
        }
        return List.copyOf(deals);
    }

    /// Odds that there is fighting within the time stated, from each state `[R]`.
    private double[] fights(Game game, double[] rates) {
        var there = new double[game.states];
        fighting.stream().forEach(x -> there[x] = 1);
        Chain stopped = Chain.of(game, rates).stoppedAt(fighting);
        return Outlook.of(stopped, there, new double[] {within}, 1).value()[0];
    }

    private static double[] justSigned(Game game, double[] rates, BitSet signatures, double[] before) {
        var just = new double[game.states];
        for (int x = 0; x < game.states; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                if (!signatures.get(e)) {
                    continue;
                }
                int p = game.entry(x, e);
                double signed = before[x] * rates[e];
                double nothing = 1;
                for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                    just[game.leadTo(x, l)] += signed * game.leadOdds[l];
                    nothing -= game.leadOdds[l];
                }
                just[x] += signed * Math.max(0, nothing);
            }
        }
        return just;
    }
}
