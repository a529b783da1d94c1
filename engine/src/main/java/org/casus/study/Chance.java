package org.casus.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;

/// Whether the best [Split] of the worlds is better than the best that chance would find among as many judgements.
///
/// The test is the permutation test of the largest gain (Westfall & Young 1993). Truths are dealt out to the
/// worlds anew, B = 200 times, and each time all judgements are searched as [Split#best] does it. With b the number
/// of times that the largest gain so found is at least the gain g of the split,
///
///     p = (1 + b) / (1 + B)
///
/// which is exact: were truth and judgements strangers, p would be at most α in no more than α of all cases,
/// however many judgements there are and however they hang together. A split is named where p ≤ 5%.
///
/// Deals come from one fixed stream, so that the same worlds have the same p. Cost: n log n once and B n for each
/// judgement, 3 million cuts for 64 worlds of 218 judgements.
final class Chance {

    /// The largest p at which a split counts as more than chance.
    static final double LEVEL = 0.05;

    private static final int DEALS = 200;

    /// The stream of the deals.
    private static final long STREAM = "chance of a split".hashCode();

    /// One judgement's worlds by value, and after how many of them there may be a cut.
    private record Order(int[] worlds, int[] cuts) {}

    private final List<Order> orders;
    private final int hits;

    private Chance(List<Order> orders, int hits) {
        this.orders = orders;
        this.hits = hits;
    }

    /// p of the best split of these worlds.
    ///
    /// @param gain its gain
    /// @param leaf the fewest worlds on either side, as it had them
    /// @return in [1/201, 1]
    static double of(Scenario scenario, List<World> worlds, boolean[] truth, int leaf, double gain) {
        List<Order> orders = scenario.judgements().stream()
                .filter(Judgement::isRange)
                .map(judgement -> order(judgement, worlds, leaf))
                .toList();
        var chance = new Chance(orders, (int)
                IntStream.range(0, truth.length).filter(k -> truth[k]).count());
        var random = new SplittableRandom(STREAM);
        boolean[] dealt = truth.clone();
        int reached = 0;
        for (int deal = 0; deal < DEALS; deal++) {
            shuffle(dealt, random);
            reached += chance.reaches(dealt, gain - Split.SAME) ? 1 : 0;
        }
        return (1.0 + reached) / (1 + DEALS);
    }

    private static Order order(Judgement judgement, List<World> worlds, int leaf) {
        double[] values =
                worlds.stream().mapToDouble(world -> world.written(judgement)).toArray();
        List<Integer> order = new ArrayList<>();
        IntStream.range(0, values.length).forEach(order::add);
        order.sort(Comparator.comparingDouble(k -> values[k]));
        int[] cuts = IntStream.rangeClosed(leaf, values.length - leaf)
                .filter(below -> values[order.get(below - 1)] < values[order.get(below)])
                .toArray();
        return new Order(order.stream().mapToInt(k -> k).toArray(), cuts);
    }

    /// Fisher–Yates.
    private static void shuffle(boolean[] truth, SplittableRandom random) {
        for (int k = truth.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            boolean kept = truth[k];
            truth[k] = truth[other];
            truth[other] = kept;
        }
    }

    /// Whether some cut of some judgement gains at least `gain`.
    private boolean reaches(boolean[] truth, double gain) {
        int n = truth.length;
        for (Order order : orders) {
            int next = 0;
            int trueBelow = 0;
            for (int cut : order.cuts) {
                for (; next < cut; next++) {
                    trueBelow += truth[order.worlds[next]] ? 1 : 0;
                }
                if (Split.gain(trueBelow, cut, hits, n) >= gain) {
                    return true;
                }
            }
        }
        return false;
    }
}
