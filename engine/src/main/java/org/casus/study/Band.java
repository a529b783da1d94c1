package org.casus.study;

import java.util.Arrays;

/// What a quantity does across worlds: its middle, its spread, and of how many worlds it speaks.
///
/// The quantile at p of n sorted values x₀ … x₍ₙ₋₁₎ is of type 7 (Hyndman & Fan 1996, the default
/// of R and NumPy): with h = (n − 1) p, x_⌊h⌋ + (h − ⌊h⌋)(x_⌊h⌋₊₁ − x_⌊h⌋). A NaN stands for a
/// world without an answer: it is counted in `missing` and left out of all else. With no answer
/// at all, every figure is NaN.
///
/// Units are those of the values. Sorting costs n log n.
///
/// @param count worlds with an answer
/// @param missing worlds without
/// @param p5 nineteen in twenty worlds are above
/// @param p95 nineteen in twenty worlds are below
/// @param mean arithmetic mean, summed in the order of the worlds
public record Band(
        int count,
        int missing,
        double least,
        double p5,
        double p25,
        double median,
        double p75,
        double p95,
        double greatest,
        double mean) {

    /// The band of one value for each world.
    public static Band of(double[] values) {
        double[] sorted = sorted(values);
        double sum = 0;
        for (double value : values) {
            sum += Double.isNaN(value) ? 0 : value;
        }
        return new Band(
                sorted.length,
                values.length - sorted.length,
                quantile(sorted, 0),
                quantile(sorted, 0.05),
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                quantile(sorted, 0.95),
                quantile(sorted, 1),
                sum / sorted.length);
    }

    /// The band of `values − base`, world by world: what a policy changes in the same world. A
    /// world without an answer on either side is missing.
    ///
    /// @throws IllegalArgumentException if the numbers of worlds differ
    public static Band ofDifferences(double[] values, double[] base) {
        return of(differences(values, base));
    }

    /// `values − base`, world by world; NaN where either is.
    ///
    /// @throws IllegalArgumentException if the numbers of worlds differ
    public static double[] differences(double[] values, double[] base) {
        if (values.length != base.length) {
            throw new IllegalArgumentException(values.length + " worlds against " + base.length);
        }
        double[] differences = new double[values.length];
        Arrays.setAll(differences, k -> values[k] - base[k]);
        return differences;
    }

    /// Share of the worlds with an answer in which it is above `threshold`; NaN if none has one.
    public static double shareAbove(double[] values, double threshold) {
        int above = 0;
        int count = 0;
        for (double value : values) {
            count += Double.isNaN(value) ? 0 : 1;
            above += value > threshold ? 1 : 0;
        }
        return (double) above / count;
    }

    /// Width of the middle 90% of worlds.
    public double width() {
        return p95 - p5;
    }

    /// The quantile at `p` of any values, of type 7, without those that are NaN.
    ///
    /// @throws IllegalArgumentException if p is not in [0, 1]
    public static double quantileOf(double[] values, double p) {
        return quantile(sorted(values), p);
    }

    /// The quantile at `p` of values sorted already, of type 7; NaN if there are none.
    ///
    /// @throws IllegalArgumentException if p is not in [0, 1]
    static double quantile(double[] sorted, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a quantile at " + p);
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double h = (sorted.length - 1) * p;
        int below = (int) h;
        double part = h - below;
        // Not by the formula where nothing is to be interpolated: an infinity less itself is NaN.
        return part == 0 || sorted[below] == sorted[below + 1]
                ? sorted[below]
                : sorted[below] + part * (sorted[below + 1] - sorted[below]);
    }

    private static double[] sorted(double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
