package org.casus.app.report;

import java.util.List;
import java.util.stream.IntStream;

/// Odds between worlds that were solved: a surface through the middle world and through the worlds in which one
/// judgement is at an end of its range and all others are at their middles.
///
/// Odds p of the outcomes are taken to coordinates z that may be added. With a the odds of the main outcome, q the
/// shares of the others in what is left, and e = [#EDGE]:
///
///     z(main)  = log((a + e) / (1 − a + e))
///     z(k)     = log((q(k) + e) / (q(reference) + e))    for every other outcome
///
/// where K counts the outcomes and the reference is the likeliest of the others in the middle. A judgement that has
/// gone the share t of the way
/// from its middle to an end, 0 ≤ t ≤ 1, adds to z
///
///     m t + (y − m) t²
///
/// with y what z changes by at that end, as solved, and m what it would if it went on as it begins. For the main
/// outcome that is the exact slope in the middle; for the others that of the parabola through low end, middle and high
/// end. m is held between 0 and 2 y, so that the way is monotone and a judgement alone never leads beyond what was
/// solved. Several judgements add. Back again, with s(z) = 1 / (1 + exp(−z)), what falls below 0 or above 1 cut off:
///
///     a    = s(z(main)) (1 + 2 e) − e
///     q(k) = exp(z(k)) / Σ exp(z) · (1 + (K − 1) e) − e,    scaled to their sum
///     p(k) = (1 − a) q(k)
///
/// So odds are never outside 0 to 1 and sum to 1, and at what was solved they are what was solved, to rounding. e keeps
/// odds of 0 at a finite place. Between, and with several judgements moved at once, nothing bounds the error: where a
/// move becomes worth as much as waiting there is a kink, and two judgements may matter together otherwise than alone.
///
/// The page has the same arithmetic in `sliders.js`. Cost: judgements times outcomes.
///
/// @param middle odds in the middle world
/// @param main place of the main outcome
/// @param origin z in the middle
/// @param axes one for each judgement
record ResponseSurface(double[] middle, int main, double[] origin, List<Axis> axes) {

    /// Odds of a tenth of a point: below, the surface is straight rather than geometric.
    static final double EDGE = 1e-3;

    /// What one judgement adds to z on its way to its low end (0) and its high end (1).
    ///
    /// @param straight m by end and outcome
    /// @param change y by end and outcome
    record Axis(double[][] straight, double[][] change) {}

    /// What is known of a judgement.
    ///
    /// @param toLow how far the low end lies from the middle, in any unit
    /// @param toHigh how far the high end does, in the same
    /// @param low odds of all outcomes at the low end
    /// @param high odds of all outcomes at the high end
    /// @param firstLow change of the main outcome's odds at the low end, to first order
    /// @param firstHigh the same at the high end
    record Ends(double toLow, double toHigh, double[] low, double[] high, double firstLow, double firstHigh) {}

    /// The surface through what was solved.
    ///
    /// @param middle odds of at least two outcomes
    static ResponseSurface of(double[] middle, int main, List<Ends> judgements) {
        int reference = IntStream.range(0, middle.length)
                .filter(k -> k != main)
                .reduce((a, b) -> middle[b] > middle[a] ? b : a)
                .orElseThrow(() -> new IllegalArgumentException("one outcome alone"));
        double[] origin = coordinates(middle, main, reference);
        double stretch = 1 / (middle[main] + EDGE) + 1 / (1 - middle[main] + EDGE);
        List<Axis> axes = judgements.stream()
                .map(ends -> axis(ends, origin, main, reference, stretch))
                .toList();
        return new ResponseSurface(middle, main, origin, axes);
    }

    private static Axis axis(Ends ends, double[] origin, int main, int reference, double stretch) {
        double[][] change = {
            less(coordinates(ends.low, main, reference), origin), less(coordinates(ends.high, main, reference), origin)
        };
        var straight = new double[2][origin.length];
        double whole = ends.toLow + ends.toHigh;
        for (int k = 0; k < origin.length; k++) {
            double slope = ends.toLow > 0 && ends.toHigh > 0
                    ? (change[1][k] / ends.toHigh * ends.toLow - change[0][k] / ends.toLow * ends.toHigh) / whole
                    : (change[1][k] - change[0][k]) / whole;
            double low = k == main ? ends.firstLow * stretch : -slope * ends.toLow;
            double high = k == main ? ends.firstHigh * stretch : slope * ends.toHigh;
            straight[0][k] = monotone(low, change[0][k]);
            straight[1][k] = monotone(high, change[1][k]);
        }
        return new Axis(straight, change);
    }

    private static double monotone(double straight, double change) {
        return Math.clamp(straight, Math.min(0, 2 * change), Math.max(0, 2 * change));
    }

    private static double[] less(double[] z, double[] origin) {
        return IntStream.range(0, z.length).mapToDouble(k -> z[k] - origin[k]).toArray();
    }

    private static double[] coordinates(double[] odds, int main, int reference) {
        double rest = 1 - odds[main];
        double[] z = new double[odds.length];
        for (int k = 0; k < odds.length; k++) {
            z[k] = Math.log((share(odds, k, rest) + EDGE) / (share(odds, reference, rest) + EDGE));
        }
        z[main] = Math.log((odds[main] + EDGE) / (rest + EDGE));
        return z;
    }

    /// The share of an outcome in what the main one leaves; the same for all where that is nothing.
    private static double share(double[] odds, int k, double rest) {
        return rest > 0 ? odds[k] / rest : 1.0 / (odds.length - 1);
    }

    /// The odds of all outcomes.
    ///
    /// @param moved how far each judgement has gone: −1 its low end, 0 its middle, 1 its high end
    double[] at(double[] moved) {
        double[] z = origin.clone();
        boolean still = true;
        for (int j = 0; j < axes.size(); j++) {
            double t = Math.abs(moved[j]);
            int end = moved[j] < 0 ? 0 : 1;
            still &= t == 0;
            for (int k = 0; k < z.length; k++) {
                double straight = axes.get(j).straight[end][k];
                z[k] += straight * t + (axes.get(j).change[end][k] - straight) * t * t;
            }
        }
        return still ? middle.clone() : odds(z);
    }

    private double[] odds(double[] z) {
        double[] odds = new double[z.length];
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            sum += k == main ? 0 : Math.exp(z[k]);
        }
        double others = 0;
        for (int k = 0; k < z.length; k++) {
            double share = Math.exp(z[k]) / sum * (1 + (z.length - 1) * EDGE) - EDGE;
            odds[k] = k == main ? 0 : Math.max(0, share);
            others += odds[k];
        }
        double a = Math.clamp((1 + 2 * EDGE) / (1 + Math.exp(-z[main])) - EDGE, 0.0, 1.0);
        for (int k = 0; k < z.length; k++) {
            odds[k] = k == main ? a : (1 - a) * odds[k] / others;
        }
        return odds;
    }
}
