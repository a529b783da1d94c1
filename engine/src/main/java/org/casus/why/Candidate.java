package org.casus.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;

/// One judgement, or a group that moves `together`, with where the slope would have a difference turn. A
/// group is taken to its ends in step: each member the same part of its own way.
///
/// @param judgements one, or a group
/// @param now their values as written
/// @param end the ends of their ranges on the side where the slope points; the values themselves if
///     there is no way left
/// @param way part of the way to the ends at which the slope has the difference turn; above 1 beyond them
/// @param estimate value as written of the first judgement there
record Candidate(List<Judgement> judgements, List<Double> now, List<Double> end, double way, double estimate) {

    /// The candidates of `scenario`, those that have to be changed least first: as a part of their ranges, then,
    /// where the ranges end too soon, of the way to their ends; points last.
    ///
    /// @param difference what is to turn, not 0
    /// @param slope by each judgement, per unit as written
    static List<Candidate> of(Scenario scenario, World world, double difference, double[] slope) {
        var candidates = new ArrayList<Candidate>();
        var seen = new ArrayList<Integer>();
        for (Judgement judgement : scenario.judgements()) {
            if (!seen.contains(judgement.index())) {
                List<Integer> group = scenario.together().stream()
                        .filter(one -> one.contains(judgement.index()))
                        .findFirst()
                        .orElse(List.of(judgement.index()));
                seen.addAll(group);
                Candidate candidate =
                        of(group.stream().map(scenario.judgements()::get).toList(), world, difference, slope);
                if (Double.isFinite(candidate.estimate)) {
                    candidates.add(candidate);
                }
            }
        }
        candidates.sort(Comparator.comparing((Candidate c) -> c.way > 1)
                .thenComparingDouble(c -> c.way > 1 ? c.way : c.size(c.way))
                .thenComparingDouble(Candidate::change));
        return List.copyOf(candidates);
    }

    private static Candidate of(List<Judgement> judgements, World world, double difference, double[] slope) {
        List<Double> now = judgements.stream().map(world::written).toList();
        List<Double> low = judgements.stream().map(Judgement::low).toList();
        List<Double> high = judgements.stream().map(Judgement::high).toList();
        double up = rise(judgements, now, high, slope);
        double down = rise(judgements, now, low, slope);
        Judgement first = judgements.getFirst();
        if (-difference * up > 0 && !(-difference * down > 0 && -difference / down < -difference / up)) {
            double way = -difference / up;
            return new Candidate(judgements, now, high, way, now.getFirst() + way * (first.high() - now.getFirst()));
        }
        if (-difference * down > 0) {
            double way = -difference / down;
            return new Candidate(judgements, now, low, way, now.getFirst() + way * (first.low() - now.getFirst()));
        }
        double estimate = now.getFirst() - difference / slope[first.index()];
        return new Candidate(judgements, now, now, Double.POSITIVE_INFINITY, estimate);
    }

    private static double rise(List<Judgement> judgements, List<Double> now, List<Double> end, double[] slope) {
        double rise = 0;
        for (int k = 0; k < now.size(); k++) {
            rise += slope[judgements.get(k).index()] * (end.get(k) - now.get(k));
        }
        return rise;
    }

    /// Their values as written at a part of the way.
    List<Double> at(double part) {
        var values = new ArrayList<Double>();
        for (int k = 0; k < now.size(); k++) {
            values.add(part == 1 ? end.get(k) : now.get(k) + part * (end.get(k) - now.get(k)));
        }
        return List.copyOf(values);
    }

    /// The world with them there, all else as in `world`.
    World world(Scenario scenario, World world, double part) {
        double[] written =
                scenario.judgements().stream().mapToDouble(world::written).toArray();
        List<Double> values = at(part);
        for (int k = 0; k < values.size(); k++) {
            Judgement judgement = judgements.get(k);
            written[judgement.index()] = Math.clamp(values.get(k), judgement.low(), judgement.high());
        }
        return World.of(scenario, written);
    }

    /// How much the first of them would have to change, as a part of what it is.
    private double change() {
        return Math.abs(estimate / now.getFirst() - 1);
    }

    /// Largest change of any of them, at a part of the way, as a part of its range.
    double size(double part) {
        double most = 0;
        for (int k = 0; k < now.size(); k++) {
            Judgement judgement = judgements.get(k);
            if (judgement.isRange()) {
                double change = part * Math.abs(end.get(k) - now.get(k));
                most = Math.max(most, change / (judgement.high() - judgement.low()));
            }
        }
        return most;
    }
}
