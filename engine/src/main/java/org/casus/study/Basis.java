package org.casus.study;

/// Legendre polynomials of every coordinate at every world, orthonormal under uniform coordinates.
///
/// ψ_k(u) = √(2k + 1) P_k(2u − 1), so that ∫ ψ_j ψ_k du over (0, 1) is 1 for j = k and 0 else.
/// Columns are worked out when first asked for and kept: 8 bytes a world, coordinate and degree.
/// One thread.
final class Basis {

    /// The highest degree of any coordinate.
    static final int DEGREE = 14;

    private final double[][] coordinates;
    private final int dimension;
    /// `[coordinate * (DEGREE + 1) + degree]`, of length zero until asked for.
    private final double[][] columns;

    /// @param coordinates `[world][coordinate]`, each in [0, 1]
    Basis(double[][] coordinates, int dimension) {
        this.coordinates = coordinates;
        this.dimension = dimension;
        this.columns = new double[dimension * (DEGREE + 1)][0];
    }

    int worlds() {
        return coordinates.length;
    }

    int dimension() {
        return dimension;
    }

    /// ψ of a degree, at least 1, in one coordinate, `[world]`. Not to be changed.
    double[] column(int coordinate, int degree) {
        int place = coordinate * (DEGREE + 1) + degree;
        if (columns[place].length == 0) {
            double[] column = new double[worlds()];
            for (int k = 0; k < column.length; k++) {
                column[k] = legendre(degree, coordinates[k][coordinate]);
            }
            columns[place] = column;
        }
        return columns[place];
    }

    /// The product of a term's polynomials, `[world]`.
    double[] product(Term term) {
        double[] product = column(term.coordinate(0), term.degree(0)).clone();
        for (int f = 1; f < term.order(); f++) {
            double[] factor = column(term.coordinate(f), term.degree(f));
            for (int k = 0; k < product.length; k++) {
                product[k] *= factor[k];
            }
        }
        return product;
    }

    /// ψ_degree(u).
    static double legendre(int degree, double u) {
        double x = 2 * u - 1;
        double before = 1;
        double value = degree == 0 ? 1 : x;
        for (int k = 1; k < degree; k++) {
            double next = ((2 * k + 1) * x * value - k * before) / (k + 1);
            before = value;
            value = next;
        }
        return Math.sqrt(2 * degree + 1) * value;
    }
}
