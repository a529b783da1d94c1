package org.casus.game;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.casus.scenario.Chance;
import org.casus.scenario.Effect;
import org.casus.scenario.Leads;
import org.casus.scenario.Move;
import org.casus.scenario.Price;

/// One move or chance event compiled: for each combination of levels of the rows it depends on, its
/// [Jumps].
///
/// @param index of the move or chance event in the scenario
record Rule(int index, Lookup<Jumps> at) {

    /// What a rule does on a board.
    ///
    /// @param weight formula of the price of a move; of a chance event, unused
    /// @param shift differences of codes to the boards it leads to, rising, without 0
    /// @param odds formula of the odds (move) or rate (chance event) of each
    record Jumps(int weight, long[] shift, int[] odds) {

        static final Jumps CLOSED = new Jumps(-1, new long[0], new int[0]);

        /// A move that would change nothing is not open either.
        boolean open() {
            return shift.length > 0;
        }
    }

    static Rule of(Move move, Radix radix, Formulas formulas) {
        var support = new BitSet();
        Lookup.rowsOf(move.when().test(), support);
        move.costs().forEach(price -> Lookup.rowsOf(price.when().test(), support));
        for (Move.Case one : move.cases()) {
            Lookup.rowsOf(one.when(), support);
            rowsOf(one.leads(), support);
        }
        return new Rule(move.index(), new Lookup<>(support, radix.levels, board -> {
            if (!move.when().test().holds(board)) {
                return Jumps.CLOSED;
            }
            return jumps(move.leads(board), Formula.one(), price(move.costs(), board), board, radix, formulas);
        }));
    }

    static Rule of(Chance event, Radix radix, Formulas formulas) {
        var support = new BitSet();
        Lookup.rowsOf(event.when().test(), support);
        event.times().forEach(factor -> Lookup.rowsOf(factor.when().test(), support));
        rowsOf(event.leads(), support);
        return new Rule(event.index(), new Lookup<>(support, radix.levels, board -> {
            if (!event.when().test().holds(board)) {
                return Jumps.CLOSED;
            }
            Formula rate = new Formula.Judged(event.rate());
            for (Chance.Factor factor : event.times()) {
                if (factor.when().test().holds(board)) {
                    rate = Formula.product(rate, new Formula.Judged(factor.times()));
                }
            }
            return jumps(event.leads(), rate, Formula.one(), board, radix, formulas);
        }));
    }

    private static Formula price(List<Price> costs, int[] board) {
        List<Formula> due = new ArrayList<>();
        for (Price price : costs) {
            if (price.when().test().holds(board)) {
                due.add(new Formula.Judged(price.points()));
            }
        }
        return due.isEmpty() ? new Formula.Constant(0) : Formula.sum(due);
    }

    private static Jumps jumps(
            Leads leads, Formula scale, Formula weight, int[] board, Radix radix, Formulas formulas) {
        var byShift = new TreeMap<Long, List<Formula>>();
        Formula success = leads.odds().<Formula>map(Formula.Judged::new).orElse(Formula.one());
        branches(leads.then(), Formula.product(scale, success), board, radix, byShift);
        if (leads.odds().isPresent()) {
            Formula failure = new Formula.Rest(List.of(success));
            branches(leads.otherwise(), Formula.product(scale, failure), board, radix, byShift);
        }
        byShift.remove(0L);
        if (byShift.isEmpty()) {
            return Jumps.CLOSED;
        }
        long[] shift = byShift.keySet().stream().mapToLong(Long::longValue).toArray();
        int[] odds = byShift.values().stream()
                .mapToInt(terms -> formulas.number(Formula.sum(terms)))
                .toArray();
        return new Jumps(formulas.number(weight), shift, odds);
    }

    private static void branches(
            List<Leads.Branch> branches,
            Formula scale,
            int[] board,
            Radix radix,
            TreeMap<Long, List<Formula>> byShift) {
        List<Formula> stated = branches.stream()
                .flatMap(branch -> branch.odds().stream())
                .<Formula>map(Formula.Judged::new)
                .toList();
        for (Leads.Branch branch : branches) {
            Formula odds = branch.odds()
                    .<Formula>map(Formula.Judged::new)
                    .orElse(stated.isEmpty() ? Formula.one() : new Formula.Rest(stated));
            byShift.computeIfAbsent(shift(branch.effects(), board, radix), s -> new ArrayList<>())
                    .add(Formula.product(scale, odds));
        }
    }

    private static long shift(List<Effect> effects, int[] board, Radix radix) {
        int[] after = board.clone();
        for (Effect effect : effects) {
            after[effect.row()] = effect.apply(after[effect.row()], radix.levels[effect.row()]);
        }
        return radix.code(after) - radix.code(board);
    }

    private static void rowsOf(Leads leads, BitSet support) {
        leads.then().forEach(branch -> branch.effects().forEach(effect -> support.set(effect.row())));
        leads.otherwise().forEach(branch -> branch.effects().forEach(effect -> support.set(effect.row())));
    }
}
