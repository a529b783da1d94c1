package org.casus.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;

/// The judgement and the value that best tell the worlds in which a claim is true from the others.
///
/// Of all cuts `value > threshold` it is the one with the largest Gini gain (Breiman, Friedman,
/// Olshen & Stone 1984; a regression tree of depth one):
///
///     G(n) − (n₋ G(n₋) + n₊ G(n₊)) / n,   G = 2 p (1 − p),  p the share of true worlds
///
/// among cuts that leave at least a given number of worlds on either side. Of equal gains the first
/// judgement in the scenario's order wins, then the lower threshold. The threshold is the number of
/// fewest decimals that parts the two neighbouring values, of several the one nearest their middle.
///
/// Cost: n log n for each judgement.
///
/// @param judgement its index in the scenario's judgements
/// @param threshold as written
/// @param below worlds with a value ≤ threshold
/// @param trueBelow those of them in which the claim is true
/// @param above worlds with a value > threshold
/// @param trueAbove those of them in which the claim is true
/// @param gain the Gini gain, in (0, ½]
public record Split(int judgement, double threshold, int below, int trueBelow, int above, int trueAbove, double gain) {

    /// Gains that differ by less are equal: they are sums of few quotients of small whole numbers.
    static final double SAME = 1e-12;

    /// The fewest worlds on either side unless told otherwise: a twentieth of them, and at least
    /// three.
    public static int leaf(int worlds) {
        return Math.max(3, worlds / 20);
    }

    /// The best split of these worlds of `scenario`, world k being one in which the claim is
    /// `truth[k]`.
    ///
    /// @param leaf the fewest worlds on either side, ≥ 1
    /// @return empty if all worlds agree, or no cut gains anything
    /// @throws IllegalArgumentException if there is not one truth for each world, or `leaf` is
    /// not positive
    public static Optional<Split> best(Scenario scenario, List<World> worlds, boolean[] truth, int leaf) {
        if (worlds.size() != truth.length || leaf < 1) {
            throw new IllegalArgumentException(
                    worlds.size() + " worlds, " + truth.length + " truths, leaves of " + leaf);
        }
        Optional<Split> best = Optional.empty();
        for (Judgement judgement : scenario.judgements()) {
            if (judgement.isRange()) {
                double[] values = worlds.stream()
                        .mapToDouble(world -> world.written(judgement))
                        .toArray();
                Optional<Split> split = best(judgement.index(), values, truth, leaf);
                if (gain(split) > gain(best) + SAME) {
                    best = split;
                }
            }
        }
        return best;
    }

    private static double gain(Optional<Split> split) {
        return split.map(Split::gain).orElse(0.0);
    }

    /// The best cut of one judgement's values.
    static Optional<Split> best(int judgement, double[] values, boolean[] truth, int leaf) {
        List<Integer> order = new ArrayList<>();
        int allTrue = 0;
        for (int k = 0; k < values.length; k++) {
            order.add(k);
            allTrue += truth[k] ? 1 : 0;
        }
        order.sort(Comparator.comparingDouble(k -> values[k]));
        int n = values.length;
        double most = SAME;
        Optional<Split> best = Optional.empty();
        int trueBelow = 0;
        for (int below = 1; below < n; below++) {
            trueBelow += truth[order.get(below - 1)] ? 1 : 0;
            double left = values[order.get(below - 1)];
            double right = values[order.get(below)];
            if (left < right && below >= leaf && n - below >= leaf) {
                double gain = gain(trueBelow, below, allTrue, n);
                if (gain > most + SAME) {
                    most = gain;
                    best = Optional.of(new Split(
                            judgement, between(left, right), below, trueBelow, n - below, allTrue - trueBelow, gain));
                }
            }
        }
        return best;
    }

    /// The Gini gain of a cut with `trueBelow` of `below` worlds true, `allTrue` of n altogether.
    static double gain(int trueBelow, int below, int allTrue, int n) {
        return (impurity(allTrue, n) - impurity(trueBelow, below) - impurity(allTrue - trueBelow, n - below)) / n;
    }

    /// n G for `count` true ones among n.
    private static double impurity(int count, int n) {
        return 2.0 * count * (n - count) / n;
    }

    /// The number of fewest decimals in [low, high), of several the one nearest the middle.
    static double between(double low, double high) {
        double middle = low + (high - low) / 2;
        double scale = 1;
        for (int decimals = 0; decimals <= 15; decimals++, scale *= 10) {
            double rounded = Math.rint(middle * scale) / scale;
            if (rounded >= low && rounded < high) {
                return rounded;
            }
        }
        return low;
    }
}
