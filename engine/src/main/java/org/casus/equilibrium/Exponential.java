package org.casus.equilibrium;

/// e^x of many numbers, with the same bits through the Vector API ([VectorExponential]) and without.
///
/// With n = x/ln 2 rounded and r = x − n ln 2, |r| ≤ ln 2 / 2: 2ⁿ Σ_k rᵏ/k! up to k = 13, which
/// leaves out 4e-18.
final class Exponential {

    /// 1/k!
    static final double OVER_13 = 1.0 / 6_227_020_800L;
    static final double OVER_12 = 1.0 / 479_001_600;
    static final double OVER_11 = 1.0 / 39_916_800;
    static final double OVER_10 = 1.0 / 3_628_800;
    static final double OVER_9 = 1.0 / 362_880;
    static final double OVER_8 = 1.0 / 40_320;
    static final double OVER_7 = 1.0 / 5_040;
    static final double OVER_6 = 1.0 / 720;
    static final double OVER_5 = 1.0 / 120;
    static final double OVER_4 = 1.0 / 24;
    static final double OVER_3 = 1.0 / 6;

    static final double PER_LN2 = 1 / Math.log(2);
    /// ln 2 in two parts, the first with zeros at its end.
    static final double LN2_HIGH = 0x1.62e42fefap-1;

    static final double LN2_LOW = 0x1.cf79abc9e3b3ap-40;
    /// Adding it leaves a whole number in the lowest bits.
    static final double ROUND = 0x1.8p52;
    /// Below this e^a counts as 0.
    static final double LEAST = -708;

    private Exponential() {}

    /// a(j) = e^a(j) for j < count, to within two units in the last place, 0 below −708. No a(j)
    /// may be above 709.
    static void of(double[] a, int count) {
        int whole = Lines.VECTORS ? VectorExponential.exp(a, count) : 0;
        scalar(a, whole, count);
    }

    /// The same for a(from) … a(to − 1), one after the other.
    static void scalar(double[] a, int from, int to) {
        for (int j = from; j < to; j++) {
            double x = a[j];
            double shifted = Math.fma(x, PER_LN2, ROUND);
            double n = shifted - ROUND;
            double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
            double sum = Math.fma(r, OVER_13, OVER_12);
            sum = Math.fma(sum, r, OVER_11);
            sum = Math.fma(sum, r, OVER_10);
            sum = Math.fma(sum, r, OVER_9);
            sum = Math.fma(sum, r, OVER_8);
            sum = Math.fma(sum, r, OVER_7);
            sum = Math.fma(sum, r, OVER_6);
            sum = Math.fma(sum, r, OVER_5);
            sum = Math.fma(sum, r, OVER_4);
            sum = Math.fma(sum, r, OVER_3);
            sum = Math.fma(Math.fma(Math.fma(sum, r, 0.5), r, 1), r, 1);
            long power = Double.doubleToRawLongBits(shifted) << 52;
            double e = Double.longBitsToDouble(Double.doubleToRawLongBits(sum) + power);
            a[j] = Double.isNaN(x) ? x : x < LEAST ? 0 : e;
        }
    }
}
