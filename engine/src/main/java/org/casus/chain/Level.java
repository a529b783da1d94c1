package org.casus.chain;

import java.util.Arrays;

/// One level of a [Balance]: a chain in pull form with the weight of each state, and how it is made
/// coarser.
///
/// On the finest level rates are rates and weights the distribution sought. On a coarser one states
/// are aggregates,
/// rates
/// the flows between them as the finer weights have them, and weights the factors by which the finer
/// ones are wrong:
/// all 1
/// when the finer level is in balance.
final class Level {

    private static final int[] NONE = {};

    private final Jumps into;
    private final double[] outflow;
    private final double[] weight;
    /// Coarse entry that each entry of the finer level adds to; −1 inside an aggregate.
    private final int[] entry;
    /// Aggregate of each state of the finer level.
    private final int[] aggregate;

    private Level(Jumps into, double[] weight, int[] entry, int[] aggregate) {
        this.into = into;
        this.weight = weight;
        this.entry = entry;
        this.aggregate = aggregate;
        outflow = new double[weight.length];
        sumOutflow();
    }

    /// The finest level, with all states alike to begin with.
    static Level finest(Jumps into) {
        var weight = new double[into.rows()];
        Arrays.fill(weight, 1.0 / weight.length);
        return new Level(into, weight, NONE, NONE);
    }

    /// The level in which `aggregate` says to which state each one of `finer` belongs; its rates are
    /// still to be filled
    /// in.
    static Level coarser(Level finer, int[] aggregate) {
        int count = Arrays.stream(aggregate).max().orElse(-1) + 1;
        int[] members = membersInOrder(aggregate, count);
        Jumps fine = finer.into;
        var start = new int[count + 1];
        var other = new int[fine.size()];
        var entry = new int[fine.size()];
        var place = new int[count];
        Arrays.fill(place, -1);
        int size = 0;
        for (int m = 0; m < members.length; m++) {
            int y = members[m];
            int own = aggregate[y];
            for (int k = fine.start()[y]; k < fine.start()[y + 1]; k++) {
                int from = aggregate[fine.other()[k]];
                if (from != own && place[from] < start[own]) {
                    place[from] = size;
                    other[size++] = from;
                }
                entry[k] = from == own ? -1 : place[from];
            }
            start[own + 1] = size;
            if (m + 1 < members.length && aggregate[members[m + 1]] != own) {
                start[aggregate[members[m + 1]]] = size;
            }
        }
        var rates = new Jumps(start, Arrays.copyOf(other, size), new double[size]);
        return new Level(rates, new double[count], entry, aggregate);
    }

    private static int[] membersInOrder(int[] aggregate, int count) {
        var first = new int[count + 1];
        for (int a : aggregate) {
            first[a + 1]++;
        }
        for (int a = 0; a < count; a++) {
            first[a + 1] += first[a];
        }
        var members = new int[aggregate.length];
        for (int x = 0; x < aggregate.length; x++) {
            members[first[aggregate[x]]++] = x;
        }
        return members;
    }

    private void sumOutflow() {
        Arrays.fill(outflow, 0);
        for (int k = 0; k < into.size(); k++) {
            outflow[into.other()[k]] += into.rate()[k];
        }
    }

    /// Fills in the flows of `finer`, weights all 1.
    void refresh(Level finer) {
        Jumps fine = finer.into;
        Arrays.fill(into.rate(), 0);
        for (int k = 0; k < entry.length; k++) {
            if (entry[k] >= 0) {
                into.rate()[entry[k]] += fine.rate()[k] * finer.weight[fine.other()[k]];
            }
        }
        sumOutflow();
        Arrays.fill(weight, 1);
    }

    /// Multiplies the weights of `finer` by the factors found here.
    void correct(Level finer) {
        for (int x = 0; x < finer.weight.length; x++) {
            finer.weight[x] *= weight[aggregate[x]];
        }
    }

    /// One sweep forward and one back (Gauss–Seidel): each state gets the weight at which it is in
    /// balance. Nothing is
    /// subtracted, so that the smallest weights are as exact as the largest.
    void smooth() {
        for (int y = 0; y < weight.length; y++) {
            weight[y] = inflow(y) / outflow[y];
        }
        for (int y = weight.length - 1; y >= 0; y--) {
            weight[y] = inflow(y) / outflow[y];
        }
    }

    private double inflow(int y) {
        double sum = 0;
        for (int k = into.start()[y]; k < into.start()[y + 1]; k++) {
            sum += into.rate()[k] * weight[into.other()[k]];
        }
        return sum;
    }

    /// The largest difference of what flows into a state and out of it, as a share of the latter;
    /// NaN if a weight is 0 or not a number.
    double imbalance() {
        double worst = 0;
        for (int y = 0; y < weight.length; y++) {
            if (outflow[y] > 0) {
                double out = outflow[y] * weight[y];
                worst = Math.max(worst, Math.abs(inflow(y) - out) / out);
            }
        }
        return worst;
    }

    /// The balance of a small level by elimination without subtraction (Grassmann, Taksar & Heyman
    /// 1985): every weight
    /// to full relative precision, whatever the rates. O(n³).
    void eliminate() {
        int n = weight.length;
        var rate = new double[n][n];
        for (int y = 0; y < n; y++) {
            for (int k = into.start()[y]; k < into.start()[y + 1]; k++) {
                rate[into.other()[k]][y] = into.rate()[k];
            }
        }
        for (int k = n - 1; k > 0; k--) {
            double out = 0;
            for (int y = 0; y < k; y++) {
                out += rate[k][y];
            }
            for (int x = 0; x < k; x++) {
                rate[x][k] /= out;
                for (int y = 0; y < k; y++) {
                    rate[x][y] += rate[x][k] * rate[k][y];
                }
            }
        }
        weight[0] = 1;
        for (int k = 1; k < n; k++) {
            weight[k] = 0;
            for (int x = 0; x < k; x++) {
                weight[k] += weight[x] * rate[x][k];
            }
        }
    }

    /// Makes the weights sum to 1.
    void normalise() {
        double sum = 0;
        for (double w : weight) {
            sum += w;
        }
        for (int x = 0; x < weight.length; x++) {
            weight[x] /= sum;
        }
    }

    int size() {
        return weight.length;
    }

    Jumps into() {
        return into;
    }

    double[] outflow() {
        return outflow;
    }

    double[] weight() {
        return weight;
    }
}
