package org.casus.equilibrium;

import java.util.Arrays;

/// GMRES (Saad & Schultz 1986) for (σ − J) x = b from x = 0, preconditioned on the right with
/// [Sweeps], so that the residual it watches is the true one. The preconditioned directions are
/// kept, the last of them where [Sweeps] left it. On large boards they are only kept while they
/// find room among the vectors that a short run leaves over; where they do not, one more
/// application at the end of a run makes up for them.
///
/// Classical Gram–Schmidt, done again when the first pass cancels much (Daniel et al. 1976): the
/// dot products of one step share a single pass over memory. Memory restart + 1 arrays of
/// R · lanes floats, and on small boards one direction less than restart, made as they are needed.
final class Gmres {

    private static final int RESTART = 24;
    private static final int RESTART_LEAN = 8;
    /// Numbers in an array from which memory counts.
    private static final int LARGE = 500_000;

    private static final float[] NONE = {};

    private final Operator operator;
    private final Sweeps sweeps;
    private final Vectors vectors;
    private final int restart;
    private final int size;
    private final boolean lean;
    private final float[][] basis;
    /// Room for directions; empty on large boards.
    private final float[][] own;
    /// The preconditioned directions of this run, where they are.
    private final float[][] directions;
    /// Columns of the Hessenberg matrix, turned into triangular form as they come.
    private final double[][] columns;
    private final double[] cosine;
    private final double[] sine;
    private final double[] rhs;
    private final double[] dots;
    private int products;
    private Runnable beat = () -> {};

    /// @param operator σ − J, or whatever `sweeps` come near to solving
    Gmres(Layout layout, Operator operator, Sweeps sweeps, Parallel parallel) {
        this(layout, operator, sweeps, parallel, layout.size() >= LARGE);
    }

    /// @param lean whether it keeps as few arrays as it can
    Gmres(Layout layout, Operator operator, Sweeps sweeps, Parallel parallel, boolean lean) {
        this.operator = operator;
        this.sweeps = sweeps;
        this.lean = lean;
        size = layout.size();
        restart = lean ? RESTART_LEAN : RESTART;
        vectors = new Vectors(layout, parallel, restart + 1);
        basis = new float[restart + 1][];
        own = new float[lean ? 0 : restart - 1][];
        directions = new float[restart][];
        forget();
        columns = new double[restart][restart + 1];
        cosine = new double[restart];
        sine = new double[restart];
        rhs = new double[restart + 1];
        dots = new double[restart + 1];
    }

    /// Most arrays of `size` numbers it keeps.
    static int vectors(long size) {
        return size >= LARGE ? RESTART_LEAN + 1 : 2 * RESTART;
    }

    /// What to call after each product from now on.
    void beat(Runnable each) {
        beat = each;
    }

    /// Products with J since the beginning.
    int products() {
        return products;
    }

    /// Solves for `x` until ‖b − (σ − J) x‖₂ ≤ fall · ‖b‖₂, in at most `most` products; returns how
    /// far it fell. It stops where it no longer falls.
    double solve(float[] b, float[] x, int pairs, double fall, int most) {
        Arrays.fill(x, 0);
        float[] r = array(basis, 0);
        System.arraycopy(b, 0, r, 0, size);
        double whole = vectors.norm(r);
        if (whole == 0) {
            return 0;
        }
        double norm = whole;
        double target = fall * whole;
        int left = most;
        while (norm > target && left > 0) {
            int used = cycle(norm, x, pairs, target, Math.min(left, restart));
            left -= used;
            double before = norm;
            norm = Math.abs(rhs[used]);
            if (norm > target && left > 0) {
                operator.multiply(x, r);
                products++;
                beat.run();
                left--;
                vectors.subtract(b, r);
                norm = vectors.norm(r);
            }
            if (!(norm < 0.9 * before)) {
                break;
            }
        }
        return norm / whole;
    }

    /// One run of Arnoldi from the residual in `basis[0]`, of length `norm`; adds the correction
    /// to x; returns how many products it took.
    private int cycle(double norm, float[] x, int pairs, double target, int most) {
        vectors.scale(1 / norm, basis[0]);
        Arrays.fill(rhs, 0);
        rhs[0] = norm;
        int k = 0;
        boolean kept = true;
        while (k < most && Math.abs(rhs[k]) > target) {
            kept = kept && (k == 0 || keep(k - 1));
            float[] w = array(basis, k + 1);
            float[] z = sweeps.apply(pairs, basis[k]);
            directions[k] = z;
            operator.multiply(z, w);
            products++;
            beat.run();
            double length = orthogonalise(k, w);
            rotate(k, length);
            k++;
            if (!(length > 0)) {
                break;
            }
            vectors.scale(1 / length, w);
        }
        correct(k, pairs, kept, x);
        return k;
    }

    /// Takes direction k out of the way of the next; false if there is no room for it.
    private boolean keep(int k) {
        // two more vectors of the basis come first
        int spare = restart - k;
        if (lean && spare <= k + 2) {
            return false;
        }
        float[] room = lean ? array(basis, spare) : array(own, k);
        vectors.copy(directions[k], room);
        directions[k] = room;
        return true;
    }

    /// Makes w orthogonal to the basis so far; returns its length.
    private double orthogonalise(int k, float[] w) {
        double[] column = columns[k];
        Arrays.fill(column, 0);
        double length = vectors.norm(w);
        for (int pass = 0; pass < 2; pass++) {
            vectors.dots(basis, k + 1, w, dots);
            for (int j = 0; j <= k; j++) {
                column[j] += dots[j];
                dots[j] = -dots[j];
            }
            double before = length;
            length = vectors.combine(basis, k + 1, dots, w);
            if (length > 0.5 * before) {
                break;
            }
        }
        return length;
    }

    private void rotate(int k, double length) {
        double[] column = columns[k];
        for (int j = 0; j < k; j++) {
            double a = column[j];
            double b = column[j + 1];
            column[j] = cosine[j] * a + sine[j] * b;
            column[j + 1] = cosine[j] * b - sine[j] * a;
        }
        double radius = Math.hypot(column[k], length);
        cosine[k] = radius == 0 ? 1 : column[k] / radius;
        sine[k] = radius == 0 ? 0 : length / radius;
        column[k] = radius;
        rhs[k + 1] = -sine[k] * rhs[k];
        rhs[k] *= cosine[k];
    }

    private void correct(int k, int pairs, boolean kept, float[] x) {
        for (int j = k - 1; j >= 0; j--) {
            double sum = rhs[j];
            for (int l = j + 1; l < k; l++) {
                sum -= columns[l][j] * dots[l];
            }
            dots[j] = columns[j][j] == 0 ? 0 : sum / columns[j][j];
        }
        if (kept) {
            vectors.combine(directions, k, dots, x);
            return;
        }
        float[] sum = basis[k];
        vectors.scale(0, sum);
        vectors.combine(basis, k, dots, sum);
        vectors.add(sweeps.apply(pairs, sum), x);
    }

    /// Lets go of all vectors until the next solve, where they are large.
    void release() {
        if (lean) {
            forget();
        }
    }

    private void forget() {
        Arrays.fill(basis, NONE);
        Arrays.fill(own, NONE);
        Arrays.fill(directions, NONE);
    }

    private float[] array(float[][] arrays, int k) {
        float[] a = arrays[k];
        if (a.length == 0) {
            a = new float[size];
            arrays[k] = a;
        }
        return a;
    }
}
