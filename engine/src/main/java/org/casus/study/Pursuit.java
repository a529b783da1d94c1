package org.casus.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Orthogonal matching pursuit: picks terms one by one, each time the one that goes best with
/// what is left, and refits all of them.
///
/// With y the values less their mean, Ψ the chosen terms at the worlds and r = y − Ψβ the
/// least-squares residual, the next term j has the largest (ψ_jᵀ r)² / |ψ_j|² (ψ_j less its
/// mean). It is taken only if that exceeds t² |r|² / (n − P), where t is what the largest of as
/// many normal deviates as there are candidates exceeds once in twenty times: noise alone adds a
/// term in one fit of twenty.
///
/// The error of P terms is that of leaving one world out, which needs no refit, corrected for small
/// samples (Chapelle, Vapnik & Bengio 2002; Blatman & Sudret 2011):
///
///     ε(P) = (1/n) Σ (r_k / (1 − h_k))² · n/(n − P) · (1 + tr(C⁻¹)/n),   C = ΨᵀΨ/n
///
/// with h the diagonal of Ψ(ΨᵀΨ)⁻¹Ψᵀ and the constant counted as a term. The number of terms is
/// the one of least ε.
///
/// Cost: n K for each pick among K candidates, n P for the refit. Sources: Pati, Rezaiifar &
/// Krishnaprasad 1993; Blatman & Sudret, J. Comput. Phys. 230 (2011).
final class Pursuit {

    /// Odds that noise alone adds a term.
    private static final double FALSE_ALARM = 0.05;
    /// At most this share of the worlds' number, and this many.
    private static final int WORLDS_PER_TERM = 3;

    private static final int MOST_TERMS = 200;
    /// A column with less than this part outside the chosen ones is one of them over again.
    private static final double DEPENDENT = 1e-6;
    /// Relative error beyond which nothing is left to explain.
    private static final double EXACT = 1e-12;
    /// Picks without a better error before giving up.
    private static final int PATIENCE = 12;

    private final Basis basis;
    private final List<Term> candidates;
    private final int n;
    private final double[] norm;
    private final boolean[] spent;

    private final List<Term> chosen = new ArrayList<>();
    private final List<double[]> q = new ArrayList<>();
    private final List<double[]> inverse = new ArrayList<>();
    private final List<Double> z = new ArrayList<>();
    private final double[] left;
    private final double[] leverage;
    private double trace;

    private Pursuit(Basis basis, double[] values, List<Term> candidates) {
        this.basis = basis;
        this.candidates = candidates;
        this.n = values.length;
        this.norm = new double[candidates.size()];
        this.spent = new boolean[candidates.size()];
        this.left = values.clone();
        this.leverage = new double[n];
    }

    /// The expansion of `values`, one for each world of the basis, among `candidates`.
    static Expansion of(Basis basis, double[] values, List<Term> candidates) {
        return new Pursuit(basis, values, candidates).run(values);
    }

    /// t²: the square that the largest of `count` normal deviates exceeds with odds of a
    /// twentieth, from Pr(|Z| > t) ≈ √(2/π) exp(−t²/2) / t.
    static double bar(int count) {
        double square = 2 * Math.log(count / FALSE_ALARM);
        for (int k = 0; k < 5; k++) {
            square = 2 * Math.log(count / FALSE_ALARM * Math.sqrt(2 / (Math.PI * square)));
        }
        return square;
    }

    private Expansion run(double[] values) {
        double[] one = new double[n];
        Arrays.fill(one, 1);
        add(one);
        norms();
        double none = error();
        double least = none;
        int best = 1;
        double bar = bar(Math.max(1, candidates.size()));
        while (q.size() < Math.min(MOST_TERMS, n / WORLDS_PER_TERM) && q.size() < best + PATIENCE) {
            int pick = pick(bar);
            if (pick < 0) {
                break;
            }
            spent[pick] = true;
            if (!add(basis.product(candidates.get(pick)))) {
                continue;
            }
            chosen.add(candidates.get(pick));
            double error = error();
            if (error < least) {
                least = error;
                best = q.size();
            }
            if (error < EXACT * none) {
                break;
            }
        }
        return expansion(values, best, least / none);
    }

    private void norms() {
        for (int j = 0; j < norm.length; j++) {
            double sum = 0;
            double square = 0;
            double[] product = basis.product(candidates.get(j));
            for (double x : product) {
                sum += x;
                square += x * x;
            }
            norm[j] = square - sum * sum / n;
        }
    }

    /// The candidate that goes best with what is left, −1 if none does more than noise would.
    private int pick(double bar) {
        double square = dot(left, left);
        double most = bar * square / (n - q.size());
        int pick = -1;
        for (int j = 0; j < norm.length; j++) {
            if (!spent[j] && norm[j] > 0) {
                double dot = dot(candidates.get(j));
                double score = dot * dot / norm[j];
                if (score > most) {
                    most = score;
                    pick = j;
                }
            }
        }
        return pick;
    }

    private double dot(Term term) {
        double[] a = basis.column(term.coordinate(0), term.degree(0));
        if (term.order() == 1) {
            return dot(a, left);
        }
        double[] b = basis.column(term.coordinate(1), term.degree(1));
        double sum = 0;
        if (term.order() == 2) {
            for (int k = 0; k < n; k++) {
                sum += a[k] * b[k] * left[k];
            }
            return sum;
        }
        double[] c = basis.column(term.coordinate(2), term.degree(2));
        for (int k = 0; k < n; k++) {
            sum += a[k] * b[k] * c[k] * left[k];
        }
        return sum;
    }

    /// Adds a column to the fit: Gram–Schmidt twice, which keeps q orthonormal to rounding. False
    /// if it depends on those there.
    private boolean add(double[] column) {
        double whole = Math.sqrt(dot(column, column));
        int p = q.size();
        double[] r = new double[p + 1];
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < p; i++) {
                double part = dot(q.get(i), column);
                r[i] += part;
                subtract(column, part, q.get(i));
            }
        }
        double rest = Math.sqrt(dot(column, column));
        if (!(rest > DEPENDENT * whole)) {
            return false;
        }
        for (int k = 0; k < n; k++) {
            column[k] /= rest;
            leverage[k] += column[k] * column[k];
        }
        invert(r, rest);
        double part = dot(column, left);
        subtract(left, part, column);
        q.add(column);
        z.add(part);
        return true;
    }

    /// The next column of R⁻¹, where Ψ = QR: (−R⁻¹r, 1)/ρ.
    private void invert(double[] r, double rho) {
        int p = r.length - 1;
        double[] next = new double[p + 1];
        for (int j = 0; j < p; j++) {
            for (int i = 0; i <= j; i++) {
                next[i] -= inverse.get(j)[i] * r[j];
            }
        }
        next[p] = 1;
        for (int i = 0; i <= p; i++) {
            next[i] /= rho;
            trace += next[i] * next[i];
        }
        inverse.add(next);
    }

    private double error() {
        int p = q.size();
        double sum = 0;
        for (int k = 0; k < n; k++) {
            double error = left[k] / Math.max(1 - leverage[k], 1e-9);
            sum += error * error;
        }
        // tr(C⁻¹)/n = |R⁻¹|².
        return sum / (n - p) * (1 + trace);
    }

    private Expansion expansion(double[] values, int best, double error) {
        double[] coefficients = new double[best];
        double[] residual = values.clone();
        for (int j = 0; j < best; j++) {
            for (int i = 0; i <= j; i++) {
                coefficients[i] += inverse.get(j)[i] * z.get(j);
            }
            subtract(residual, z.get(j), q.get(j));
        }
        return new Expansion(List.copyOf(chosen.subList(0, best - 1)), coefficients, residual, error);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static void subtract(double[] from, double part, double[] what) {
        for (int k = 0; k < from.length; k++) {
            from[k] -= part * what[k];
        }
    }
}
