package org.casus.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.casus.scenario.Outcome;
import org.casus.scenario.Policy;
import org.casus.scenario.Score;
import org.casus.study.Comparison.DealBands;
import org.casus.study.Comparison.Difference;
import org.casus.study.Comparison.Effect;
import org.casus.study.Comparison.Merit;
import org.casus.study.Comparison.Side;
import org.casus.study.WorldResult.Plans;

/// Compares policies in the worlds in which all of them are solved.
///
/// A judge gives each policy a number in each world, more being better: a score; in a scenario without
/// scores the expected place of the outcome, Σ place · odds with the first outcome of the file at place 0,
/// because files name the gravest first (the first match wins). Regret in a world is the best policy's
/// number less one's own. Numbers within a millionth of the best are as good as it.
public final class Comparisons {

    private static final double AS_GOOD = 1e-6;

    private final Study study;
    private final Results results;
    private final List<String> policies;
    private final List<Integer> worlds;
    private final List<String> scores;
    private final List<String> outcomes;

    private Comparisons(Study study, Results results, List<Integer> worlds) {
        this.study = study;
        this.results = results;
        this.worlds = worlds;
        policies = study.compared();
        scores = study.scenario().scores().stream().map(Score::id).toList();
        outcomes = study.scenario().outcomes().stream().map(Outcome::id).toList();
    }

    /// The comparison of the policies of `study`, by those worlds in which all were worked out. The order
    /// of `results` does not matter.
    public static Comparison of(Study study, Collection<WorldResult> results) {
        var sorted = new Results(study, results, world -> world > Ensemble.CENTRAL);
        List<Integer> known = sorted.worlds(study.compared());
        List<Integer> worlds = known.stream()
                .filter(world -> sorted.solved(world, study.compared()))
                .toList();
        return new Comparisons(study, sorted, worlds).compare(known.size() - worlds.size());
    }

    private Comparison compare(int failed) {
        List<List<Merit>> merits = merits();
        List<Side> sides = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (int p = 0; p < policies.size(); p++) {
            sides.add(side(policies.get(p), merits.get(p)));
            for (int other = 0; other < p; other++) {
                differences.add(difference(policies.get(p), policies.get(other)));
            }
        }
        return new Comparison(worlds.size(), failed, outcomes, scores, List.copyOf(sides), List.copyOf(differences));
    }

    private double[] each(String policy, ToDoubleFunction<WorldResult> of) {
        return worlds.stream()
                .mapToDouble(world -> of.applyAsDouble(results.get(world, policy)))
                .toArray();
    }

    private double[] outcome(String policy, int outcome) {
        return each(policy, result -> result.outcomes()[outcome]);
    }

    private double[] score(String policy, String score) {
        return results.values(worlds, policy, Study.score(score));
    }

    private List<double[]> outcomes(String policy) {
        return IntStream.range(0, outcomes.size())
                .mapToObj(outcome -> outcome(policy, outcome))
                .toList();
    }

    private List<double[]> scores(String policy) {
        return scores.stream().map(score -> score(policy, score)).toList();
    }

    private static List<Band> bands(List<double[]> values) {
        return values.stream().map(Band::of).toList();
    }

    private static List<Band> differences(List<double[]> values, List<double[]> base) {
        return IntStream.range(0, values.size())
                .mapToObj(k -> Band.ofDifferences(values.get(k), base.get(k)))
                .toList();
    }

    private Side side(String policy, List<Merit> merits) {
        return new Side(
                policy,
                study.part(policy).variant().title(),
                bands(outcomes(policy)),
                bands(scores(policy)),
                merits,
                policy.equals(Policy.AS_IS) ? Optional.empty() : Optional.of(effect(policy)),
                deals(policy));
    }

    private Effect effect(String policy) {
        List<double[]> heldOutcomes = IntStream.range(0, outcomes.size())
                .mapToObj(outcome -> held(policy, plans -> plans.outcomes()[outcome]))
                .toList();
        List<double[]> heldScores = scores.stream()
                .map(score -> {
                    int place = study.labels(policy).indexOf(Study.score(score));
                    return held(policy, plans -> plans.values()[place]);
                })
                .toList();
        return new Effect(
                differences(heldOutcomes, outcomes(Policy.AS_IS)),
                differences(outcomes(policy), heldOutcomes),
                differences(heldScores, scores(Policy.AS_IS)),
                differences(scores(policy), heldScores),
                Band.of(held(policy, Plans::strayed)));
    }

    private double[] held(String policy, ToDoubleFunction<Plans> of) {
        return each(policy, result -> result.held().map(of::applyAsDouble).orElse(Double.NaN));
    }

    private List<DealBands> deals(String policy) {
        List<DealBands> bands = new ArrayList<>();
        int count = worlds.isEmpty()
                ? 0
                : results.get(worlds.getFirst(), policy).deals().size();
        for (int k = 0; k < count; k++) {
            int deal = k;
            bands.add(new DealBands(
                    results.get(worlds.getFirst(), policy).deals().get(k).agreement(),
                    Band.of(each(policy, result -> result.deals().get(deal).signed())),
                    Band.of(each(policy, result -> result.deals().get(deal).stillFighting())),
                    Band.of(each(policy, result -> result.deals().get(deal).recurs()))));
        }
        return List.copyOf(bands);
    }

    private Difference difference(String policy, String against) {
        List<double[]> outcomesHere = outcomes(policy);
        List<double[]> outcomesThere = outcomes(against);
        List<double[]> scoresHere = scores(policy);
        List<double[]> scoresThere = scores(against);
        return new Difference(
                policy,
                against,
                differences(outcomesHere, outcomesThere),
                differences(scoresHere, scoresThere),
                more(outcomesHere, outcomesThere),
                more(scoresHere, scoresThere));
    }

    private static List<Double> more(List<double[]> values, List<double[]> base) {
        return IntStream.range(0, values.size())
                .mapToObj(k -> Band.shareAbove(Band.differences(values.get(k), base.get(k)), AS_GOOD))
                .toList();
    }

    /// The merits of each policy, by each judge.
    private List<List<Merit>> merits() {
        List<List<Merit>> merits = new ArrayList<>();
        policies.forEach(policy -> merits.add(new ArrayList<>()));
        List<String> judges = scores.isEmpty() ? List.of(Comparison.OUTCOME_ORDER) : scores;
        for (String judge : judges) {
            List<double[]> numbers = policies.stream()
                    .map(policy -> scores.isEmpty() ? places(policy) : score(policy, judge))
                    .toList();
            for (int p = 0; p < policies.size(); p++) {
                merits.get(p).add(merit(judge, numbers, p));
            }
        }
        return merits;
    }

    private double[] places(String policy) {
        return each(policy, result -> {
            double place = 0;
            for (int o = 0; o < result.outcomes().length; o++) {
                place += o * result.outcomes()[o];
            }
            return place;
        });
    }

    private Merit merit(String judge, List<double[]> numbers, int policy) {
        double bestIn = 0;
        double worst = 0;
        int worstIn = Ensemble.CENTRAL;
        for (int k = 0; k < worlds.size(); k++) {
            int world = k;
            double[] here = numbers.stream().mapToDouble(of -> of[world]).toArray();
            double best = Arrays.stream(here).max().orElseThrow();
            double close = AS_GOOD * Math.max(1, Math.abs(best));
            double regret = best - here[policy];
            if (regret <= close) {
                bestIn +=
                        1.0 / Arrays.stream(here).filter(n -> best - n <= close).count();
            } else if (regret > worst) {
                worst = regret;
                worstIn = worlds.get(k);
            }
        }
        return new Merit(judge, worlds.isEmpty() ? Double.NaN : bestIn / worlds.size(), worst, worstIn);
    }
}
