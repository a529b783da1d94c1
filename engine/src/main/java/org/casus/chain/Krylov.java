package org.casus.chain;

/// GMRES (Saad & Schultz 1986), preconditioned on the right by [IncompleteFactors]: the correction d of least ‖r − A
/// d‖₂
/// over a growing space. One run without restart; whoever calls refines and runs again. Sequential, so that the result
/// does not depend on threads. Memory: (most + 2) arrays of n numbers.
final class Krylov {

    private final SparseSystem a;
    private final IncompleteFactors factors;
    private final double[][] basis;
    private final double[][] column;
    private final double[] cosine;
    private final double[] sine;
    private final double[] rhs;
    private final double[] work;
    private final double[] zero;
    private int steps;

    Krylov(SparseSystem a, int most) {
        this.a = a;
        factors = new IncompleteFactors(a);
        basis = new double[most + 1][];
        column = new double[most][most + 2];
        cosine = new double[most];
        sine = new double[most];
        rhs = new double[most + 1];
        work = new double[a.size()];
        zero = new double[a.size()];
    }

    /// Adds to `h` the correction for the residual `r`, reducing ‖r‖₂ to `share` of itself if the space suffices.
    /// Returns the number of products.
    int improve(double[] r, double[] h, double share) {
        double norm = Math.sqrt(dot(r, r));
        basis[0] = vector(0);
        for (int s = 0; s < r.length; s++) {
            basis[0][s] = r[s] / norm;
        }
        java.util.Arrays.fill(rhs, 0);
        rhs[0] = norm;
        steps = 0;
        boolean more = norm > 0;
        while (more && steps < column.length && Math.abs(rhs[steps]) > share * norm) {
            more = step(steps);
            steps++;
        }
        correct(h);
        return steps;
    }

    /// One step of Arnoldi; false once the space no longer grows.
    private boolean step(int k) {
        double[] next = vector(k + 1);
        factors.solve(basis[k], work);
        a.residual(zero, work, next);
        double[] h = column[k];
        java.util.Arrays.fill(h, 0);
        for (int s = 0; s < next.length; s++) {
            next[s] = -next[s];
        }
        double before = Math.sqrt(dot(next, next));
        for (int pass = 0; pass < 2; pass++) {
            for (int j = 0; j <= k; j++) {
                double along = dot(basis[j], next);
                h[j] += along;
                for (int s = 0; s < next.length; s++) {
                    next[s] -= along * basis[j][s];
                }
            }
        }
        double length = Math.sqrt(dot(next, next));
        boolean grows = length > 1e-14 * before;
        if (grows) {
            for (int s = 0; s < next.length; s++) {
                next[s] /= length;
            }
        }
        rotate(k, grows ? length : 0);
        return grows;
    }

    private void rotate(int k, double length) {
        double[] h = column[k];
        for (int j = 0; j < k; j++) {
            double above = cosine[j] * h[j] + sine[j] * h[j + 1];
            h[j + 1] = -sine[j] * h[j] + cosine[j] * h[j + 1];
            h[j] = above;
        }
        double radius = Math.hypot(h[k], length);
        cosine[k] = radius == 0 ? 1 : h[k] / radius;
        sine[k] = radius == 0 ? 0 : length / radius;
        h[k] = radius;
        rhs[k + 1] = -sine[k] * rhs[k];
        rhs[k] *= cosine[k];
    }

    private void correct(double[] h) {
        java.util.Arrays.fill(work, 0);
        var weight = new double[steps];
        for (int j = steps - 1; j >= 0; j--) {
            double sum = rhs[j];
            for (int l = j + 1; l < steps; l++) {
                sum -= column[l][j] * weight[l];
            }
            weight[j] = column[j][j] == 0 ? 0 : sum / column[j][j];
            for (int s = 0; s < work.length; s++) {
                work[s] += weight[j] * basis[j][s];
            }
        }
        factors.solve(work, work);
        for (int s = 0; s < h.length; s++) {
            h[s] += work[s];
        }
    }

    private double[] vector(int k) {
        double[] v = basis[k];
        if (v == null) {
            v = new double[a.size()];
            basis[k] = v;
        }
        return v;
    }

    private static double dot(double[] v, double[] w) {
        double sum = 0;
        for (int s = 0; s < v.length; s++) {
            sum += v[s] * w[s];
        }
        return sum;
    }
}
