package org.casus.study;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// The terms that an expansion may choose from: as rich as the number of worlds allows.
///
/// Every coordinate alone up to degree 4 (fewer below 128 worlds); those found active alone up to
/// degree 14, in pairs and in threes up to a total degree that falls with the rank of the weakest
/// among them, so that these are at most some two thousand. No total degree is above a sixteenth
/// of the worlds (threes: a 24th).
final class Candidates {

    /// Up to so many coordinates all count as active from the start.
    private static final int FEW = 8;
    /// No more coordinates than this are paired.
    static final int MOST_ACTIVE = 24;
    /// Degrees of the products tried on every pair of coordinates.
    private static final int[][] PAIRED = {{1, 1}, {1, 2}, {2, 1}};

    private Candidates() {}

    /// Those active from the start.
    static List<Integer> first(Basis basis) {
        return basis.dimension() <= FEW && basis.worlds() >= 64
                ? IntStream.range(0, basis.dimension()).boxed().toList()
                : List.of();
    }

    /// @param active coordinates, the strongest first
    static List<Term> of(Basis basis, List<Integer> active) {
        int worlds = basis.worlds();
        int alone = worlds >= 128 ? 4 : worlds >= 48 ? 3 : 2;
        int most = Math.clamp(worlds / 16, alone, Basis.DEGREE);
        List<Term> terms = new ArrayList<>();
        for (int c = 0; c < basis.dimension(); c++) {
            for (int k = 1; k <= (active.contains(c) ? most : alone); k++) {
                terms.add(Term.of(c, k));
            }
        }
        for (int b = 1; b < active.size(); b++) {
            int two = Math.min(worlds / 16, b < 4 ? 12 : b < 8 ? 8 : b < 12 ? 4 : 3);
            int three = Math.min(worlds / 24, b < 4 ? 8 : b < 6 ? 5 : b < 12 ? 3 : 0);
            for (int a = 0; a < b; a++) {
                pairs(terms, active.get(a), active.get(b), two);
                for (int c = 0; c < a; c++) {
                    triples(terms, active.get(c), active.get(a), active.get(b), three);
                }
            }
        }
        return terms;
    }

    private static void pairs(List<Term> terms, int a, int b, int degree) {
        for (int j = 1; j < degree; j++) {
            for (int k = 1; j + k <= degree; k++) {
                terms.add(Term.of(a, j, b, k));
            }
        }
    }

    private static void triples(List<Term> terms, int a, int b, int c, int degree) {
        for (int j = 1; j < degree; j++) {
            for (int k = 1; j + k < degree; k++) {
                for (int l = 1; j + k + l <= degree; l++) {
                    terms.add(Term.of(a, j, b, k, c, l));
                }
            }
        }
    }

    /// Coordinates of those pairs, of all there are, whose lowest products go with what is left
    /// unexplained more than chance among so many would: interactions of coordinates that do
    /// nothing alone.
    ///
    /// Cost: 1.5 d² n multiplications for d coordinates and n worlds.
    static NavigableSet<Integer> paired(Basis basis, double[] residual, int freedom) {
        NavigableSet<Integer> found = new TreeSet<>();
        int d = basis.dimension();
        double square = 0;
        for (double r : residual) {
            square += r * r;
        }
        double bar = Pursuit.bar(PAIRED.length * d * (d - 1) / 2) * square / freedom;
        for (int[] degrees : PAIRED) {
            for (int a = 0; a < d; a++) {
                double[] left = basis.column(a, degrees[0]);
                for (int b = a + 1; b < d; b++) {
                    double[] right = basis.column(b, degrees[1]);
                    double dot = 0;
                    double norm = 0;
                    for (int k = 0; k < residual.length; k++) {
                        double product = left[k] * right[k];
                        dot += product * residual[k];
                        norm += product * product;
                    }
                    if (dot * dot > bar * norm) {
                        found.add(a);
                        found.add(b);
                    }
                }
            }
        }
        return found;
    }
}
