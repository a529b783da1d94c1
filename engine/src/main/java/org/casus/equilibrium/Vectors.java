package org.casus.equilibrium;

/// Sums over long arrays, taken block by block and then in order of blocks, so that they are the
/// same for any number of
/// threads.
final class Vectors {

    /// Products added in single precision before double precision takes over, for each lane of a
    /// line.
    private static final int RUN = 32 * Layout.LINE;

    private final Layout layout;
    private final Parallel parallel;
    private final double[][] partial;

    Vectors(Layout layout, Parallel parallel, int most) {
        this.layout = layout;
        this.parallel = parallel;
        partial = new double[layout.blocks()][most];
    }

    /// ‖a‖₂
    double norm(float[] a) {
        parallel.run(layout.blocks(), block -> partial[block][0] = dot(a, a, layout.from(block), layout.to(block)));
        return Math.sqrt(sum(0));
    }

    /// `dots[k] = basis[k] · w` for k < count.
    void dots(float[][] basis, int count, float[] w, double[] dots) {
        parallel.run(layout.blocks(), block -> {
            for (int k = 0; k < count; k++) {
                partial[block][k] = dot(basis[k], w, layout.from(block), layout.to(block));
            }
        });
        for (int k = 0; k < count; k++) {
            dots[k] = sum(k);
        }
    }

    /// `w += Σ factors[k] · basis[k]` for k < count; returns the new ‖w‖₂.
    double combine(float[][] basis, int count, double[] factors, float[] w) {
        parallel.run(layout.blocks(), block -> {
            for (int k = 0; k < count; k++) {
                add((float) factors[k], basis[k], w, layout.from(block), layout.to(block));
            }
            partial[block][0] = dot(w, w, layout.from(block), layout.to(block));
        });
        return Math.sqrt(sum(0));
    }

    /// `a *= factor`
    void scale(double factor, float[] a) {
        float f = (float) factor;
        parallel.run(layout.blocks(), block -> {
            for (int j = layout.from(block); j < layout.to(block); j++) {
                a[j] *= f;
            }
        });
    }

    /// `to[j] = from[j]` for as many as an array of values has.
    void copy(float[] from, float[] to) {
        parallel.run(layout.blocks(), block -> {
            int first = layout.from(block);
            System.arraycopy(from, first, to, first, layout.to(block) - first);
        });
    }

    /// `to += from`
    void add(float[] from, float[] to) {
        parallel.run(layout.blocks(), block -> add(1, from, to, layout.from(block), layout.to(block)));
    }

    /// `a = b − a`
    void subtract(float[] b, float[] a) {
        parallel.run(layout.blocks(), block -> {
            for (int j = layout.from(block); j < layout.to(block); j++) {
                a[j] = b[j] - a[j];
            }
        });
    }

    private static void add(float factor, float[] from, float[] to, int first, int last) {
        for (int j = first; j < last; j++) {
            to[j] += factor * from[j];
        }
    }

    /// a · b over first … last − 1: single precision for a short run, double precision for the
    /// sum of the runs.
    private static double dot(float[] a, float[] b, int first, int last) {
        double sum = 0;
        for (int run = first; run < last; run += RUN) {
            sum += Lines.dot(a, b, run, Math.min(run + RUN, last));
        }
        return sum;
    }

    private double sum(int k) {
        double sum = 0;
        for (double[] p : partial) {
            sum += p[k];
        }
        return sum;
    }
}
