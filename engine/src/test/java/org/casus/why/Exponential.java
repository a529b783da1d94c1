package org.casus.why;

/// p exp(G t) for small dense generators, by scaling, Taylor and squaring: another way than the chain's.
final class Exponential {

    private static final int TERMS = 24;

    private Exponential() {}

    /// Odds of each state at `time` from `start`. Rows of the generator may sum to less than zero: what is
    /// left is lost.
    static double[] odds(double[][] generator, int start, double time) {
        int n = generator.length;
        double norm = 0;
        for (double[] row : generator) {
            double sum = 0;
            for (double each : row) {
                sum += Math.abs(each);
            }
            norm = Math.max(norm, sum);
        }
        int squarings = Math.max(0, (int) Math.ceil(Math.log(norm * time + 1) / Math.log(2)));
        double step = time / Math.pow(2, squarings);
        double[][] power = identity(n);
        double[][] sum = identity(n);
        for (int k = 1; k <= TERMS; k++) {
            power = times(power, generator, step / k);
            for (int r = 0; r < n; r++) {
                for (int c = 0; c < n; c++) {
                    sum[r][c] += power[r][c];
                }
            }
        }
        for (int k = 0; k < squarings; k++) {
            sum = times(sum, sum, 1);
        }
        return sum[start];
    }

    private static double[][] identity(int n) {
        double[][] one = new double[n][n];
        for (int r = 0; r < n; r++) {
            one[r][r] = 1;
        }
        return one;
    }

    private static double[][] times(double[][] a, double[][] b, double factor) {
        int n = a.length;
        double[][] product = new double[n][n];
        for (int r = 0; r < n; r++) {
            for (int k = 0; k < n; k++) {
                double each = factor * a[r][k];
                for (int c = 0; each != 0 && c < n; c++) {
                    product[r][c] += each * b[k][c];
                }
            }
        }
        return product;
    }
}
