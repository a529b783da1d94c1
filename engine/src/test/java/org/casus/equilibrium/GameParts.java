package org.casus.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casus.game.Game;
import org.casus.scenario.Choice;

/// A game as plain objects, made by hand or at random, changed at will, and only then turned into arrays.
final class GameParts {

    /// A play of `actor` in `state`: target state → odds.
    record Play(int state, int actor, double cost, Map<Integer, Double> leads) {}

    /// A jump by chance.
    record Jump(int from, int to, double rate) {}

    final int states;
    final int actors;
    Choice choice = Choice.INTENTIONS;
    final double[] acts;
    final double[] drifts;
    final double[] discount;
    final double[] kappa;
    final double[][] flow;
    final List<Play> plays = new ArrayList<>();
    final List<Jump> jumps = new ArrayList<>();

    GameParts(int states, int actors) {
        this.states = states;
        this.actors = actors;
        acts = filled(1);
        drifts = filled(1);
        discount = filled(0.05);
        kappa = filled(1);
        flow = new double[states][actors];
    }

    private double[] filled(double value) {
        double[] a = new double[actors];
        Arrays.fill(a, value);
        return a;
    }

    GameParts play(int state, int actor, double cost, int to) {
        return play(state, actor, cost, Map.of(to, 1.0));
    }

    GameParts play(int state, int actor, double cost, Map<Integer, Double> leads) {
        var others = new TreeMap<>(leads);
        others.remove(state);
        if (!others.isEmpty()) {
            plays.add(new Play(state, actor, cost, others));
        }
        return this;
    }

    GameParts jump(int from, int to, double rate) {
        if (from != to) {
            jumps.add(new Jump(from, to, rate));
        }
        return this;
    }

    /// The arrays.
    Game game() {
        var b = new Game.Builder();
        b.states = states;
        b.actors = actors;
        b.choice = choice;
        b.acts = acts.clone();
        b.drifts = choice == Choice.INTENTIONS ? drifts.clone() : acts.clone();
        b.discount = discount.clone();
        b.kappa = kappa.clone();
        b.flow = Arrays.stream(flow).flatMapToDouble(Arrays::stream).toArray();
        var sorted = new ArrayList<>(plays);
        sorted.sort(Comparator.comparingInt(Play::state).thenComparingInt(Play::actor));
        b.playStart = new int[states + 1];
        b.leadStart = new int[sorted.size() + 1];
        b.playActor = sorted.stream().mapToInt(Play::actor).toArray();
        b.playMove = new int[sorted.size()];
        b.playCost = sorted.stream().mapToDouble(Play::cost).toArray();
        for (int e = 0; e < sorted.size(); e++) {
            b.playStart[sorted.get(e).state() + 1]++;
            b.leadStart[e + 1] = b.leadStart[e] + sorted.get(e).leads().size();
        }
        Arrays.parallelPrefix(b.playStart, Integer::sum);
        b.leadTo = sorted.stream()
                .flatMap(p -> p.leads().keySet().stream())
                .mapToInt(Integer::intValue)
                .toArray();
        b.leadOdds = sorted.stream()
                .flatMap(p -> p.leads().values().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        var chance = new ArrayList<>(jumps);
        chance.sort(Comparator.comparingInt(Jump::from));
        b.chanceStart = new int[states + 1];
        chance.forEach(j -> b.chanceStart[j.from() + 1]++);
        Arrays.parallelPrefix(b.chanceStart, Integer::sum);
        b.chanceTo = chance.stream().mapToInt(Jump::to).toArray();
        b.chanceRate = chance.stream().mapToDouble(Jump::rate).toArray();
        b.chanceEvent = new int[chance.size()];
        return b.build();
    }
}
