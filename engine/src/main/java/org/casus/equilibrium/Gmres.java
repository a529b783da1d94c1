package org.casus.equilibrium;

import java.util.Arrays;

/// Restarted GMRES (Saad & Schultz 1986) for (σ − J) x = b, preconditioned on the right with [Sweeps], so that the
/// residual it watches is the true one.
///
/// Classical Gram–Schmidt, done twice when the first pass cancels much (Daniel et al. 1976): the dot products of one
/// step
/// share a single pass over memory. Memory: restart + 4 arrays of R · lanes numbers.
final class Gmres {

    private static final int MOST_BASIS = 24;
    private static final int SMALL = 4_000_000;

    private final Jacobian jacobian;
    private final Sweeps sweeps;
    private final Vectors vectors;
    private final int restart;
    private final double[][] basis;
    private final double[] work;
    private final double[] update;
    private final double[][] hessenberg;
    private final double[] cosine;
    private final double[] sine;
    private final double[] dots;
    private final double[] rhs;
    private int products;

    Gmres(Jacobian jacobian, Sweeps sweeps, Parallel parallel) {
        this.jacobian = jacobian;
        this.sweeps = sweeps;
        int size = jacobian.layout.size();
        restart = size < SMALL ? MOST_BASIS : MOST_BASIS / 2;
        vectors = new Vectors(jacobian.layout, parallel, restart + 1);
        basis = new double[restart + 1][];
        work = new double[size];
        update = new double[size];
        hessenberg = new double[restart][restart + 2];
        cosine = new double[restart];
        sine = new double[restart];
        dots = new double[restart + 1];
        rhs = new double[restart + 1];
    }

    /// Products with J since the beginning.
    int products() {
        return products;
    }

    double norm(double[] a) {
        return vectors.norm(a);
    }

    /// Improves `x` (scaled, like `b`) until ‖b − (σ − J) x‖₂ ≤ target, in at most `most` products; returns that norm.
    ///
    /// @param fromZero whether x is to start from zero whatever it holds
    double solve(double[] b, double[] x, boolean fromZero, int pairs, double target, int most) {
        double[] r = vector(0);
        if (fromZero) {
            Arrays.fill(x, 0);
            System.arraycopy(b, 0, r, 0, b.length);
        } else {
            residual(b, x, r);
        }
        double norm = vectors.norm(r);
        int left = most;
        while (norm > target && left > 0) {
            int used = cycle(norm, x, pairs, target, Math.min(left, restart));
            left -= used;
            double before = norm;
            norm = Math.abs(rhs[used]);
            if (norm > target) {
                residual(b, x, r);
                norm = vectors.norm(r);
            }
            if (!(norm < before)) {
                break;
            }
        }
        return norm;
    }

    private void residual(double[] b, double[] x, double[] r) {
        jacobian.multiply(sweeps.shift(), x, r);
        products++;
        for (int j = 0; j < r.length; j++) {
            r[j] = b[j] - r[j];
        }
    }

    /// One run of Arnoldi from the residual in basis[0]; adds the correction to x; returns the length of the run.
    private int cycle(double norm, double[] x, int pairs, double target, int most) {
        vectors.scale(1 / norm, vector(0), vector(0));
        Arrays.fill(rhs, 0);
        rhs[0] = norm;
        int k = 0;
        while (k < most && Math.abs(rhs[k]) > target) {
            sweeps.apply(pairs, basis[k], work);
            double[] w = vector(k + 1);
            jacobian.multiply(sweeps.shift(), work, w);
            products++;
            double length = orthogonalise(k, w);
            rotate(k, length);
            k++;
            if (!(length > 0)) {
                break;
            }
            vectors.scale(1 / length, w, w);
        }
        correct(k, x, pairs);
        return k;
    }

    private double orthogonalise(int k, double[] w) {
        double[] column = hessenberg[k];
        Arrays.fill(column, 0);
        double before = vectors.norm(w);
        double after = before;
        for (int pass = 0; pass < 2; pass++) {
            vectors.dots(basis, k + 1, w, dots);
            for (int j = 0; j <= k; j++) {
                column[j] += dots[j];
                dots[j] = -dots[j];
            }
            vectors.combine(basis, k + 1, dots, w);
            double length = vectors.norm(w);
            boolean enough = length > 0.5 * after;
            after = length;
            if (enough) {
                break;
            }
        }
        column[k + 1] = after;
        return after > 1e-14 * before ? after : 0;
    }

    private void rotate(int k, double length) {
        double[] column = hessenberg[k];
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

    private void correct(int k, double[] x, int pairs) {
        for (int j = k - 1; j >= 0; j--) {
            double sum = rhs[j];
            for (int l = j + 1; l < k; l++) {
                sum -= hessenberg[l][j] * dots[l];
            }
            dots[j] = hessenberg[j][j] == 0 ? 0 : sum / hessenberg[j][j];
        }
        Arrays.fill(work, 0);
        vectors.combine(basis, k, dots, work);
        sweeps.apply(pairs, work, update);
        for (int j = 0; j < x.length; j++) {
            x[j] += update[j];
        }
    }

    private double[] vector(int k) {
        double[] v = basis[k];
        if (v == null) {
            v = new double[work.length];
            basis[k] = v;
        }
        return v;
    }
}
