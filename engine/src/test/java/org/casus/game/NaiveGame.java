package org.casus.game;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casus.scenario.Actor;
import org.casus.scenario.Chance;
import org.casus.scenario.Effect;
import org.casus.scenario.Leads;
import org.casus.scenario.Measure;
import org.casus.scenario.Move;
import org.casus.scenario.Outcome;
import org.casus.scenario.Price;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;
import org.casus.scenario.Worth;

/// The game of a scenario read straight off its records, board by board, with maps and lists: slow,
/// plain, and written
/// without a look at the compiler, to compare it with. Odds and rates are rounded to 13 decimals, so
/// that sums of the
/// same terms in another order compare equal.
final class NaiveGame {

    /// What a move does on a board: its price and the odds of each other board.
    record Play(double cost, Map<List<Integer>, Double> leads) {}

    final Scenario scenario;
    final World world;
    final Map<List<Integer>, Map<Move, Play>> plays = new LinkedHashMap<>();
    final Map<List<Integer>, Map<Chance, Map<List<Integer>, Double>>> chance = new LinkedHashMap<>();

    NaiveGame(Scenario scenario, World world) {
        this.scenario = scenario;
        this.world = world;
        var todo = new ArrayDeque<List<Integer>>();
        List<Integer> start = scenario.rows().stream().map(row -> row.start()).toList();
        todo.add(start);
        plays.put(start, Map.of());
        while (!todo.isEmpty()) {
            List<Integer> board = todo.poll();
            explore(board);
            List<Map<List<Integer>, Double>> all = new ArrayList<>();
            plays(board).values().forEach(play -> all.add(play.leads()));
            all.addAll(chance(board).values());
            for (Map<List<Integer>, Double> leads : all) {
                for (List<Integer> next : leads.keySet()) {
                    if (plays.putIfAbsent(next, Map.of()) == null) {
                        todo.add(next);
                    }
                }
            }
        }
    }

    Map<Move, Play> plays(List<Integer> board) {
        return plays.getOrDefault(board, Map.of());
    }

    Map<Chance, Map<List<Integer>, Double>> chance(List<Integer> board) {
        return chance.getOrDefault(board, Map.of());
    }

    double flow(List<Integer> board, Actor actor) {
        int[] levels = levels(board);
        double flow = 0;
        for (Worth worth : actor.worths()) {
            if (worth.when().test().holds(levels)) {
                boolean running = worth.points().measure().form() == Measure.Form.POINTS_EACH;
                flow += worth.sign() * world.inGame(worth.points()) * (running ? 1 : world.inGame(actor.looksAhead()));
            }
        }
        return flow;
    }

    Outcome outcome(List<Integer> board) {
        return scenario.outcomes().stream()
                .filter(outcome -> outcome.when().test().holds(levels(board)))
                .findFirst()
                .orElseThrow();
    }

    private void explore(List<Integer> board) {
        var moves = new LinkedHashMap<Move, Play>();
        var events = new LinkedHashMap<Chance, Map<List<Integer>, Double>>();
        if (!outcome(board).absorbing()) {
            for (Move move : scenario.moves()) {
                if (!move.dormant() && move.when().test().holds(levels(board))) {
                    var leads = leads(board, move.leads(levels(board)), 1);
                    if (!leads.isEmpty()) {
                        moves.put(move, new Play(cost(board, move), leads));
                    }
                }
            }
            for (Chance event : scenario.chance()) {
                if (!event.dormant() && event.when().test().holds(levels(board))) {
                    double rate = world.inGame(event.rate());
                    for (Chance.Factor factor : event.times()) {
                        rate *= factor.when().test().holds(levels(board)) ? world.inGame(factor.times()) : 1;
                    }
                    var leads = leads(board, event.leads(), rate);
                    if (!leads.isEmpty()) {
                        events.put(event, leads);
                    }
                }
            }
        }
        plays.put(board, moves);
        chance.put(board, events);
    }

    private double cost(List<Integer> board, Move move) {
        double cost = 0;
        for (Price price : move.costs()) {
            cost += price.when().test().holds(levels(board)) ? world.inGame(price.points()) : 0;
        }
        return cost;
    }

    private Map<List<Integer>, Double> leads(List<Integer> board, Leads leads, double scale) {
        var sum = new TreeMap<List<Integer>, Double>((a, b) -> Arrays.compare(levels(a), levels(b)));
        double success = leads.odds().map(world::inGame).orElse(1.0);
        branches(board, leads.then(), scale * success, sum);
        if (leads.odds().isPresent()) {
            branches(board, leads.otherwise(), scale * (1 - success), sum);
        }
        sum.remove(board);
        sum.replaceAll((to, odds) -> Math.rint(odds * 1e13) / 1e13);
        return sum;
    }

    private void branches(
            List<Integer> board, List<Leads.Branch> branches, double scale, Map<List<Integer>, Double> sum) {
        double rest = 1;
        for (Leads.Branch branch : branches) {
            rest -= branch.odds().map(world::inGame).orElse(0.0);
        }
        for (Leads.Branch branch : branches) {
            double odds = branch.odds().map(world::inGame).orElse(rest);
            int[] after = levels(board);
            for (Effect effect : branch.effects()) {
                int size = scenario.rows().get(effect.row()).levels().size();
                after[effect.row()] = effect.apply(after[effect.row()], size);
            }
            sum.merge(Arrays.stream(after).boxed().toList(), scale * odds, Double::sum);
        }
    }

    private static int[] levels(List<Integer> board) {
        return board.stream().mapToInt(Integer::intValue).toArray();
    }
}
