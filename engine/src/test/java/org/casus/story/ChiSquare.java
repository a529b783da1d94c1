package org.casus.story;

import static org.assertj.core.api.Assertions.assertThat;

/// Pearson's test of counts against odds, or of two samples against each other. Cells that expect fewer than
/// 5 are put together.
final class ChiSquare {

    /// One in 10,000 true hypotheses is refused; the seeds are fixed, so a test that passes keeps passing.
    private static final double NORMAL = 3.719;

    private ChiSquare() {}

    static void fits(String what, long[] counts, double[] odds) {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        double square = 0;
        int cells = 0;
        double restExpected = 0;
        double restCount = 0;
        for (int k = 0; k < counts.length; k++) {
            double expected = all * odds[k];
            if (expected < 5) {
                restExpected += expected;
                restCount += counts[k];
            } else {
                square += (counts[k] - expected) * (counts[k] - expected) / expected;
                cells++;
            }
        }
        if (restExpected >= 5) {
            square += (restCount - restExpected) * (restCount - restExpected) / restExpected;
            cells++;
        } else {
            assertThat(restCount).as("%s, what hardly ever happens", what).isLessThan(restExpected + 15);
        }
        assertThat(square)
                .as("chi-square of %s, %d cells of %d", what, cells, all)
                .isLessThan(limit(cells - 1));
    }

    static void alike(String what, long[] a, long[] b) {
        double inA = 0;
        double inB = 0;
        for (int k = 0; k < a.length; k++) {
            inA += a[k];
            inB += b[k];
        }
        double square = 0;
        int cells = 0;
        for (int k = 0; k < a.length; k++) {
            if (a[k] + b[k] >= 10) {
                double difference = Math.sqrt(inB / inA) * a[k] - Math.sqrt(inA / inB) * b[k];
                square += difference * difference / (a[k] + b[k]);
                cells++;
            }
        }
        assertThat(cells).as("cells of %s", what).isPositive();
        assertThat(square).as("chi-square of %s, %d cells", what, cells).isLessThan(limit(cells - 1));
    }

    /// Upper quantile by Wilson and Hilferty's cube.
    private static double limit(int freedom) {
        if (freedom <= 0) {
            return 1e-6;
        }
        double part = 2.0 / (9 * freedom);
        return freedom * Math.pow(1 - part + NORMAL * Math.sqrt(part), 3);
    }
}
