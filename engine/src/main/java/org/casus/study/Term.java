package org.casus.study;

import java.util.List;

/// A product of Legendre polynomials in one, two or three coordinates, each of degree at least 1.
///
/// @param factors coordinates, all different, each followed by its degree
record Term(List<Integer> factors) {

    static Term of(Integer... factors) {
        return new Term(List.of(factors));
    }

    int order() {
        return factors.size() / 2;
    }

    int coordinate(int factor) {
        return factors.get(2 * factor);
    }

    int degree(int factor) {
        return factors.get(2 * factor + 1);
    }

    boolean has(int coordinate) {
        return degreeIn(coordinate) > 0;
    }

    /// Zero if it does not depend on the coordinate.
    int degreeIn(int coordinate) {
        for (int f = 0; f < order(); f++) {
            if (coordinate(f) == coordinate) {
                return degree(f);
            }
        }
        return 0;
    }
}
