package org.casus.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Works a solved game out again from nothing but the text of its CSV export, by the plainest means:
/// maps instead of
/// arrays, iteration instead of Newton, small steps instead of uniformisation. It knows the equations
/// of the model and
/// the names of the columns, and shares no code with what it judges.
final class CsvRecomputation {

    /// An actor as `actors.csv` has it.
    private record Actor(String id, double acts, double drifts, double discount, double kappa, String choice) {}

    /// A move in a state: what it costs and where it leads.
    private static final class Play {
        private final int state;
        private final int actor;
        private final double cost;
        private final double probability;
        private final Map<Integer, Double> leads = new TreeMap<>();
        /// How many this one is shared among, in weights: 1 unless other moves lead to the same states.
        private double copies;

        Play(int state, int actor, double cost, double probability) {
            this.state = state;
            this.actor = actor;
            this.cost = cost;
            this.probability = probability;
        }
    }

    private record Jump(int from, int to, double rate) {}

    private final List<Actor> actors = new ArrayList<>();
    private final Map<String, Play> plays = new HashMap<>();
    private final List<List<Play>> playsOf = new ArrayList<>();
    private final List<List<Jump>> chanceOf = new ArrayList<>();
    private final List<String> outcomes;
    private final int start;
    private final double horizon;
    private final double[][] flow;
    /// V as exported, `[state][actor]`.
    final double[][] value;
    /// W as exported, `[state][actor]`.
    final double[][] worth;

    CsvRecomputation(Texts files) {
        CsvTable about = files.table("about.csv");
        horizon = Double.parseDouble(
                about.rows().get(about.names("name").indexOf("horizon")).get(about.column("value")));
        CsvTable actorTable = files.table("actors.csv");
        for (int i = 0; i < actorTable.rows().size(); i++) {
            actors.add(new Actor(
                    actorTable.names("actor").get(i),
                    actorTable.numbers("acts")[i],
                    actorTable.numbers("drifts")[i],
                    actorTable.numbers("discount")[i],
                    actorTable.numbers("kappa")[i],
                    actorTable.names("choice").get(i)));
        }
        CsvTable states = files.table("states.csv");
        outcomes = states.names("outcome");
        start = states.names("start").indexOf("true");
        flow = perActor(states, "flow:");
        value = perActor(states, "value:");
        worth = perActor(states, "worth:");
        for (int x = 0; x < outcomes.size(); x++) {
            playsOf.add(new ArrayList<>());
            chanceOf.add(new ArrayList<>());
        }
        readPlays(files.table("moves.csv"), files.table("leads.csv"));
        CsvTable chance = files.table("chance.csv");
        for (int k = 0; k < chance.rows().size(); k++) {
            int from = chance.integers("state")[k];
            chanceOf.get(from).add(new Jump(from, chance.integers("to")[k], chance.numbers("rate")[k]));
        }
    }

    private double[][] perActor(CsvTable states, String kind) {
        var columns = new double[states.rows().size()][actors.size()];
        for (int i = 0; i < actors.size(); i++) {
            double[] column = states.numbers(kind + actors.get(i).id);
            for (int x = 0; x < columns.length; x++) {
                columns[x][i] = column[x];
            }
        }
        return columns;
    }

    private void readPlays(CsvTable moves, CsvTable leads) {
        List<String> ids = actors.stream().map(Actor::id).toList();
        for (List<String> row : moves.rows()) {
            int state = Integer.parseInt(row.get(moves.column("state")));
            int actor = ids.indexOf(row.get(moves.column("actor")));
            var play = new Play(
                    state,
                    actor,
                    Double.parseDouble(row.get(moves.column("cost"))),
                    Double.parseDouble(row.get(moves.column("probability"))));
            plays.put(state + " " + row.get(moves.column("move")), play);
            playsOf.get(state).add(play);
        }
        for (List<String> row : leads.rows()) {
            String key = row.get(leads.column("state")) + " " + row.get(leads.column("move"));
            Play play = Objects.requireNonNull(plays.get(key), () -> "leads of a move that is not there: " + key);
            play.leads.put(
                    Integer.parseInt(row.get(leads.column("to"))), Double.parseDouble(row.get(leads.column("odds"))));
        }
        plays.values().forEach(this::countCopies);
    }

    /// Moves of one actor that lead to the same states with the same odds count as one, the cheapest
    /// of them, shared
    /// among them by softmax.
    private void countCopies(Play play) {
        double kappa = actors.get(play.actor).kappa;
        List<Play> same = playsOf.get(play.state).stream()
                .filter(other -> other.actor == play.actor && alike(other.leads, play.leads))
                .toList();
        double cheapest = same.stream().mapToDouble(other -> other.cost).min().orElseThrow();
        play.copies = same.stream()
                .mapToDouble(other -> Math.exp(-kappa * (other.cost - cheapest)))
                .sum();
    }

    private static boolean alike(Map<Integer, Double> one, Map<Integer, Double> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(lead -> Math.abs(lead.getValue() - other.getOrDefault(lead.getKey(), 0.0)) < 1e-12);
    }

    int states() {
        return outcomes.size();
    }

    /// The largest sum of odds of a play's leads less 1: nothing may be missing.
    double missingOdds() {
        double largest = 0;
        for (Play play : plays.values()) {
            double sum = play.leads.values().stream().mapToDouble(odds -> odds).sum();
            largest = Math.max(largest, Math.abs(sum - 1));
        }
        return largest;
    }

    /// The value of `play` to its actor over waiting, if the values are `v`.
    private double advantage(Play play, double[][] v) {
        return -play.cost + expected(play, v, play.actor) - v[play.state][play.actor];
    }

    private static double expected(Play play, double[][] v, int actor) {
        double expected = 0;
        for (Map.Entry<Integer, Double> lead : play.leads.entrySet()) {
            expected += lead.getValue() * v[lead.getKey()][actor];
        }
        return expected;
    }

    private double weight(Play play, double[][] v) {
        Actor actor = actors.get(play.actor);
        return actor.drifts / actor.acts / play.copies * Math.exp(actor.kappa * advantage(play, v));
    }

    private double allWeights(int state, int actor, double[][] v) {
        return playsOf.get(state).stream()
                .filter(play -> play.actor == actor)
                .mapToDouble(play -> weight(play, v))
                .sum();
    }

    private double rate(Play play, double[][] v) {
        return actors.get(play.actor).acts * weight(play, v) / (1 + allWeights(play.state, play.actor, v));
    }

    /// The largest difference between the probabilities as exported and those that the exported values
    /// imply.
    double wrongProbabilities() {
        double largest = 0;
        for (Play play : plays.values()) {
            double probability = rate(play, value) / actors.get(play.actor).acts;
            largest = Math.max(largest, Math.abs(probability - play.probability));
        }
        return largest;
    }

    /// V solved for again by sweeps of its equation, from values that are off by a hundredth here and
    /// there, until
    /// nothing moves any more.
    double[][] recomputedValue() {
        double[][] v = Arrays.stream(value).map(double[]::clone).toArray(double[][]::new);
        for (int x = 0; x < v.length; x++) {
            for (int i = 0; i < actors.size(); i++) {
                v[x][i] += 0.01 * Math.sin(3 * x + i);
            }
        }
        double moved = 1;
        for (int sweep = 0; sweep < 20_000 && moved > 1e-13; sweep++) {
            moved = 0;
            for (int x = 0; x < v.length; x++) {
                double[] next = new double[actors.size()];
                for (int i = 0; i < next.length; i++) {
                    next[i] = valueIn(x, i, v);
                    moved = Math.max(moved, Math.abs(next[i] - v[x][i]));
                }
                v[x] = next;
            }
        }
        return v;
    }

    /// One actor's side of the equation of its choice, solved for its value in x with everything else
    /// as it is.
    private double valueIn(int x, int i, double[][] v) {
        Actor actor = actors.get(i);
        double gains = flow[x][i];
        double rates = actor.discount;
        for (Jump jump : chanceOf.get(x)) {
            gains += jump.rate * v[jump.to][i];
            rates += jump.rate;
        }
        for (Play play : playsOf.get(x)) {
            double rate = rate(play, v);
            if (play.actor != i) {
                gains += rate * expected(play, v, i);
                rates += rate;
            } else if (actor.choice.equals("mistakes")
                    || (actor.choice.equals("intentions") && advantage(play, v) > 0)) {
                gains += rate * (expected(play, v, i) - play.cost);
                rates += rate;
            } else if (actor.choice.equals("tastes")) {
                gains += rate * v[x][i];
                rates += rate;
            }
        }
        if (actor.choice.equals("tastes")) {
            gains += actor.acts / actor.kappa * Math.log1p(allWeights(x, i, v));
        }
        return gains / rates;
    }

    /// W solved for again: what each actor gets when all play as exported and every price is paid.
    double[][] recomputedWorth() {
        var w = new double[states()][actors.size()];
        double moved = 1;
        for (int sweep = 0; sweep < 50_000 && moved > 1e-14; sweep++) {
            moved = 0;
            for (int x = 0; x < w.length; x++) {
                for (int i = 0; i < actors.size(); i++) {
                    double gains = flow[x][i];
                    double rates = actors.get(i).discount;
                    for (Jump jump : chanceOf.get(x)) {
                        gains += jump.rate * w[jump.to][i];
                        rates += jump.rate;
                    }
                    for (Play play : playsOf.get(x)) {
                        double rate = play.probability * actors.get(play.actor).acts;
                        gains += rate * (expected(play, w, i) - (play.actor == i ? play.cost : 0));
                        rates += rate;
                    }
                    double next = gains / rates;
                    moved = Math.max(moved, Math.abs(next - w[x][i]));
                    w[x][i] = next;
                }
            }
        }
        return w;
    }

    /// Odds of each outcome at the horizon, by steps so small that a Taylor series of fifteen terms is
    /// exact.
    Map<String, Double> recomputedOdds() {
        var jumps = new ArrayList<Jump>();
        for (int x = 0; x < states(); x++) {
            jumps.addAll(chanceOf.get(x));
            for (Play play : playsOf.get(x)) {
                double rate = play.probability * actors.get(play.actor).acts;
                play.leads.forEach((to, odds) -> jumps.add(new Jump(play.state, to, rate * odds)));
            }
        }
        var p = new double[states()];
        p[start] = 1;
        int steps = (int) Math.ceil(horizon * 40);
        for (int step = 0; step < steps; step++) {
            double[] term = p.clone();
            for (int k = 1; k <= 15; k++) {
                var next = new double[p.length];
                for (Jump jump : jumps) {
                    double flow = term[jump.from] * jump.rate * horizon / steps / k;
                    next[jump.from] -= flow;
                    next[jump.to] += flow;
                }
                term = next;
                for (int x = 0; x < p.length; x++) {
                    p[x] += term[x];
                }
            }
        }
        var odds = new TreeMap<String, Double>();
        for (int x = 0; x < p.length; x++) {
            odds.merge(outcomes.get(x), p[x], Double::sum);
        }
        return odds;
    }
}
