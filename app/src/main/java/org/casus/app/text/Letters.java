package org.casus.app.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// 100 letters, as many of each as its odds in 100.
public final class Letters {

    private Letters() {}

    /// The letter of outcome `k`: A … Z, then a … z, then `*`.
    public static char of(int k) {
        if (k < 26) {
            return (char) ('A' + k);
        }
        return k < 52 ? (char) ('a' + k - 26) : '*';
    }

    /// Whole shares of `total` that come nearest to `odds`, by largest remainder: whole parts first,
    /// then one
    /// more for each of the largest fractions, the earlier one on a tie. Odds are scaled to their sum; all
    /// zero if that is.
    public static int[] apportion(double[] odds, int total) {
        double sum = Arrays.stream(odds).sum();
        var shares = new int[odds.length];
        if (!(sum > 0)) {
            return shares;
        }
        var fractions = new double[odds.length];
        int left = total;
        for (int k = 0; k < odds.length; k++) {
            double exact = odds[k] / sum * total;
            shares[k] = (int) Math.floor(exact + 1e-9);
            fractions[k] = exact - shares[k];
            left -= shares[k];
        }
        IntStream.range(0, odds.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -fractions[k]).thenComparing(k -> k))
                .limit(Math.max(left, 0))
                .forEach(k -> shares[k]++);
        return shares;
    }
}
