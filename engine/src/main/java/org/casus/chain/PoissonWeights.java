package org.casus.chain;

/// The odds that a Poisson clock of mean λ has rung k times, for the window of k that matters.
///
/// Built outward from the mode m = ⌊λ⌋ with weight 1 by w(k + 1) = w(k) λ / (k + 1), then divided by
/// their sum, so that
/// nothing over- or underflows at any λ and no factorial is ever formed (the idea of Fox & Glynn
/// 1988). Each side
/// stops where what is left out is at most `tail` of what is kept, by the geometric bounds
///
///     Σ_{j > k} w(j) ≤ w(k) r / (1 − r), r = λ / (k + 1)        Σ_{j < k} w(j) ≤ w(k) r / (1 − r), r
/// = k / λ
///
/// The window is about 2 √(2 λ ln(1 / tail)) wide. Rounding: a relative 1e-16 a step away from the
/// mode, so about 1e-14
/// where the weight lies even at λ = 1e8.
///
/// @param left first k of the window
/// @param weight odds of k = left, left + 1, …; sum 1
/// @param beyond odds of more than k, for the same k
/// @param tail bound on the odds of all k outside the window
public record PoissonWeights(int left, double[] weight, double[] beyond, double tail) {

    /// Above this mean the number of powers no longer fits in memory or a lifetime.
    public static final double LARGEST = 1e9;

    /// Weights of a clock of mean `lambda`, with at most about `tail` left out on each side.
    ///
    /// @throws IllegalArgumentException if `lambda` is not in 0 … [#LARGEST]
    public static PoissonWeights of(double lambda, double tail) {
        if (!(lambda >= 0 && lambda <= LARGEST)) {
            throw new IllegalArgumentException("a Poisson clock of mean " + lambda + ", not in 0 … " + LARGEST);
        }
        int mode = (int) lambda;
        int left = leftEnd(lambda, mode, tail);
        int right = rightEnd(lambda, mode, tail);
        var weight = new double[right - left + 1];
        weight[mode - left] = 1;
        for (int k = mode; k > left; k--) {
            weight[k - 1 - left] = weight[k - left] * (k / lambda);
        }
        for (int k = mode; k < right; k++) {
            weight[k + 1 - left] = weight[k - left] * (lambda / (k + 1));
        }
        return normalised(lambda, left, right, weight);
    }

    /// Weights of a clock that ticks at rate `clock`, after `time`.
    ///
    /// @throws IllegalArgumentException if the time is negative or not finite
    /// @throws TooFastException if it ticks more than [#LARGEST] times
    static PoissonWeights of(double clock, double time, double tail) {
        if (!(time >= 0) || Double.isInfinite(time)) {
            throw new IllegalArgumentException("a time of " + time);
        }
        if (!(clock * time <= LARGEST)) {
            throw new TooFastException(clock, time);
        }
        return of(clock * time, tail);
    }

    private static PoissonWeights normalised(double lambda, int left, int right, double[] weight) {
        double outside = geometric(weight[weight.length - 1], lambda / (right + 1.0))
                + (left == 0 ? 0 : geometric(weight[0], left / lambda));
        double sum = ascendingSum(weight, (int) lambda - left);
        var beyond = new double[weight.length];
        double above = 0;
        for (int k = weight.length - 1; k >= 0; k--) {
            weight[k] /= sum;
            beyond[k] = above;
            above += weight[k];
        }
        return new PoissonWeights(left, weight, beyond, outside / sum);
    }

    /// Both flanks from the small ends up, so that rounding does not grow with the width of the window.
    private static double ascendingSum(double[] weight, int mode) {
        double below = 0;
        for (int k = 0; k < mode; k++) {
            below += weight[k];
        }
        double above = 0;
        for (int k = weight.length - 1; k >= mode; k--) {
            above += weight[k];
        }
        return below + above;
    }

    private static int leftEnd(double lambda, int mode, double tail) {
        int k = mode;
        double weight = 1;
        while (k > 0 && geometric(weight, k / lambda) > tail) {
            weight *= k / lambda;
            k--;
        }
        return k;
    }

    private static int rightEnd(double lambda, int mode, double tail) {
        int k = mode;
        double weight = 1;
        while (geometric(weight, lambda / (k + 1.0)) > tail) {
            weight *= lambda / (k + 1.0);
            k++;
        }
        return k;
    }

    private static double geometric(double weight, double ratio) {
        return ratio < 1 ? weight * ratio / (1 - ratio) : Double.POSITIVE_INFINITY;
    }

    /// Last k of the window.
    public int right() {
        return left + weight.length - 1;
    }

    /// Odds of exactly `k`.
    public double at(int k) {
        return k < left || k > right() ? 0 : weight[k - left];
    }

    /// Odds of more than `k`; the expected time spent before ring k + 1 is `beyond(k)` / rate.
    public double beyond(int k) {
        return k < left ? 1 : k > right() ? 0 : beyond[k - left];
    }

    /// Expected number of rings after ring `k` + 1, Σ_{j > k} [#beyond].
    public double after(int k) {
        double sum = 0;
        for (int j = right(); j > k && j >= left; j--) {
            sum += beyond(j);
        }
        return sum + Math.max(0, left - 1 - k);
    }
}
