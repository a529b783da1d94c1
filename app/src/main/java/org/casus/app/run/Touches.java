package org.casus.app.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casus.scenario.Condition;
import org.casus.scenario.Effect;
import org.casus.scenario.Guard;
import org.casus.scenario.Judgement;
import org.casus.scenario.Leads;
import org.casus.scenario.Move;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;

/// What a move or event does at once, on all boards that differ from the start only in rows it names itself: those of
/// its condition, of its cases and of its effects. Whether play ever comes to such a board is not asked.
///
/// Cost: one pass over at most [#MOST] boards for each move; where the rows named have more, those named last stay
/// as at the start.
final class Touches {

    /// Boards that are looked at for one move.
    static final int MOST = 20_000;

    private final Scenario scenario;
    private final World world;
    private final int[] start;

    Touches(Scenario scenario) {
        this.scenario = scenario;
        world = World.middle(scenario);
        start = scenario.rows().stream().mapToInt(row -> row.start()).toArray();
    }

    /// Where a board leads, with odds.
    @FunctionalInterface
    interface Touch {
        void on(int[] before, int[] after, double odds);
    }

    /// Tells of every board on which `move` is open, and of all it may lead to from there.
    void each(Move move, Touch touch) {
        walk(
                move.when(),
                move.cases().stream().map(Move.Case::when).toList(),
                move.cases().stream().map(Move.Case::leads).toList(),
                move::leads,
                touch);
    }

    /// The same of what chance may do.
    void each(Guard when, Leads leads, Touch touch) {
        walk(when, List.of(), List.of(leads), board -> leads, touch);
    }

    private interface Here {
        Leads leads(int[] board);
    }

    private void walk(Guard when, List<Condition> cases, List<Leads> leads, Here here, Touch touch) {
        Set<Integer> named = new LinkedHashSet<>();
        leads.forEach(one -> effects(one).forEach(effect -> named.add(effect.row())));
        rows(when.test(), named);
        cases.forEach(condition -> rows(condition, named));
        List<Integer> varied = new ArrayList<>();
        int boards = 1;
        for (int row : named) {
            int levels = scenario.rows().get(row).levels().size();
            if ((long) boards * levels <= MOST) {
                boards *= levels;
                varied.add(row);
            }
        }
        int[] board = start.clone();
        for (int k = 0; k < boards; k++) {
            int rest = k;
            for (int row : varied) {
                int levels = scenario.rows().get(row).levels().size();
                board[row] = rest % levels;
                rest /= levels;
            }
            if (when.test().holds(board)) {
                lead(here.leads(board), board, touch);
            }
        }
    }

    /// Tells of all that `leads` may lead to from `board`.
    void lead(Leads leads, int[] board, Touch touch) {
        double then = leads.odds().map(this::value).orElse(1.0);
        branches(leads.then(), then, board, touch);
        branches(leads.otherwise(), 1 - then, board, touch);
    }

    private void branches(List<Leads.Branch> branches, double odds, int[] board, Touch touch) {
        double stated = branches.stream()
                .map(Leads.Branch::odds)
                .flatMap(Optional::stream)
                .mapToDouble(this::value)
                .sum();
        for (Leads.Branch branch : branches) {
            double here = odds * branch.odds().map(this::value).orElse(Math.max(0, 1 - stated));
            if (here > 0) {
                int[] after = board.clone();
                for (Effect effect : branch.effects()) {
                    int levels = scenario.rows().get(effect.row()).levels().size();
                    after[effect.row()] = effect.apply(after[effect.row()], levels);
                }
                touch.on(board, after, here);
            }
        }
    }

    private double value(Judgement odds) {
        return world.inGame(odds);
    }

    private static List<Effect> effects(Leads leads) {
        List<Effect> effects = new ArrayList<>();
        leads.then().forEach(branch -> effects.addAll(branch.effects()));
        leads.otherwise().forEach(branch -> effects.addAll(branch.effects()));
        return effects;
    }

    private static void rows(Condition condition, Set<Integer> into) {
        switch (condition) {
            case Condition.On(int row, long levels) -> into.add(row);
            case Condition.Not(Condition operand) -> rows(operand, into);
            case Condition.All(List<Condition> operands) -> operands.forEach(one -> rows(one, into));
            case Condition.Any(List<Condition> operands) -> operands.forEach(one -> rows(one, into));
        }
    }
}
