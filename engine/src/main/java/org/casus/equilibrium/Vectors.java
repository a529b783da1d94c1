package org.casus.equilibrium;

/// Sums over long arrays, taken block by block and then in order of blocks, so that they are the same for any number of
/// threads.
final class Vectors {

    private final Layout layout;
    private final Parallel parallel;
    private final double[][] partial;

    Vectors(Layout layout, Parallel parallel, int most) {
        this.layout = layout;
        this.parallel = parallel;
        partial = new double[layout.blocks()][most];
    }

    /// ‖a‖₂
    double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    /// a · b
    double dot(double[] a, double[] b) {
        parallel.run(layout.blocks(), block -> partial[block][0] = dot(a, b, from(block), to(block)));
        return sum(0);
    }

    /// `dots[k] = basis[k] · w` for k < count.
    void dots(double[][] basis, int count, double[] w, double[] dots) {
        parallel.run(layout.blocks(), block -> {
            for (int k = 0; k < count; k++) {
                partial[block][k] = dot(basis[k], w, from(block), to(block));
            }
        });
        for (int k = 0; k < count; k++) {
            dots[k] = sum(k);
        }
    }

    /// `w += Σ factors[k] · basis[k]` for k < count.
    void combine(double[][] basis, int count, double[] factors, double[] w) {
        parallel.run(layout.blocks(), block -> {
            for (int k = 0; k < count; k++) {
                double factor = factors[k];
                double[] from = basis[k];
                for (int j = from(block); j < to(block); j++) {
                    w[j] += factor * from[j];
                }
            }
        });
    }

    /// to = factor · from
    void scale(double factor, double[] from, double[] to) {
        parallel.run(layout.blocks(), block -> {
            for (int j = from(block); j < to(block); j++) {
                to[j] = factor * from[j];
            }
        });
    }

    private static double dot(double[] a, double[] b, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int j = from; j < to; j += Layout.LINE) {
            s0 += a[j] * b[j];
            s1 += a[j + 1] * b[j + 1];
            s2 += a[j + 2] * b[j + 2];
            s3 += a[j + 3] * b[j + 3];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private int from(int block) {
        return layout.block[block] * layout.lanes;
    }

    private int to(int block) {
        return layout.block[block + 1] * layout.lanes;
    }

    private double sum(int k) {
        double sum = 0;
        for (double[] p : partial) {
            sum += p[k];
        }
        return sum;
    }
}
