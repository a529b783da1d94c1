package org.casus.study;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.IntStream;

/// A quantity written as a sparse sum of orthonormal polynomials of the coordinates: polynomial
/// chaos.
///
/// y ≈ c₀ + Σ c_α ψ_α(u). Since the ψ are orthonormal, Σ c_α² is the variance of the sum, and
/// each c_α² the part of it that belongs to exactly the coordinates of α (Sudret 2008).
///
/// @param terms all but the constant
/// @param coefficients c₀, then one for each term
/// @param residual what it leaves of each world's value
/// @param error corrected leave-one-out error, as a share of that of the mean alone
record Expansion(List<Term> terms, double[] coefficients, double[] residual, double error) {

    /// Below this many worlds nothing is fitted.
    static final int FEWEST = 12;

    private static final int ROUNDS = 4;
    /// Relative error at which a richer choice of terms has nothing to add.
    private static final double EXACT = 1e-6;

    /// The expansion of `values`, one for each world of the basis.
    ///
    /// Terms of one coordinate are tried on all of them; those that turn up there, or in a pair
    /// that goes with what is left, become active, and with higher degrees and interactions among
    /// the active ones the fit starts over until no new one turns up.
    static Expansion of(Basis basis, double[] values) {
        if (basis.worlds() < FEWEST) {
            return Pursuit.of(basis, values, List.of());
        }
        List<Integer> active = Candidates.first(basis);
        Expansion best = Pursuit.of(basis, values, Candidates.of(basis, active));
        for (int round = 1; round < ROUNDS; round++) {
            List<Integer> next = best.active(basis);
            if (best.error() < EXACT || next.equals(active)) {
                break;
            }
            active = next;
            Expansion richer = Pursuit.of(basis, values, Candidates.of(basis, active));
            best = richer.error() < best.error() ? richer : best;
        }
        return best;
    }

    /// Coordinates in any term or in a pair that goes with what is left, the heaviest first.
    private List<Integer> active(Basis basis) {
        double[] weight = new double[basis.dimension()];
        for (int a = 0; a < terms.size(); a++) {
            for (int f = 0; f < terms.get(a).order(); f++) {
                weight[terms.get(a).coordinate(f)] += square(a);
            }
        }
        NavigableSet<Integer> active = Candidates.paired(basis, residual, residual.length - coefficients.length);
        IntStream.range(0, weight.length).filter(c -> weight[c] > 0).forEach(active::add);
        return active.stream()
                .sorted(Comparator.comparingDouble((Integer c) -> -weight[c]))
                .limit(Candidates.MOST_ACTIVE)
                .toList();
    }

    /// c_α² of the term at this place.
    double square(int term) {
        return coefficients[term + 1] * coefficients[term + 1];
    }

    /// Σ c_α².
    double variance() {
        return IntStream.range(0, terms.size()).mapToDouble(this::square).sum();
    }

    boolean has(int coordinate) {
        return terms.stream().anyMatch(term -> term.has(coordinate));
    }

    /// For each world the sum of the terms in `coordinate`, as coefficients of that coordinate's
    /// polynomials: `[world][degree]`.
    double[][] along(Basis basis, int coordinate) {
        double[][] along = new double[basis.worlds()][Basis.DEGREE + 1];
        for (int a = 0; a < terms.size(); a++) {
            Term term = terms.get(a);
            int degree = term.degreeIn(coordinate);
            if (degree > 0) {
                double[] rest = new double[basis.worlds()];
                Arrays.fill(rest, coefficients[a + 1]);
                for (int f = 0; f < term.order(); f++) {
                    if (term.coordinate(f) != coordinate) {
                        double[] factor = basis.column(term.coordinate(f), term.degree(f));
                        Arrays.setAll(rest, k -> rest[k] * factor[k]);
                    }
                }
                for (int k = 0; k < rest.length; k++) {
                    along[k][degree] += rest[k];
                }
            }
        }
        return along;
    }
}
