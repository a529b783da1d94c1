package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/// The pursuit against least squares by a library and against leaving each world out in earnest.
class PursuitTest {

    @Test
    void polynomialsAreOrthonormal() {
        int parts = 20_000;
        for (int j = 0; j <= Basis.DEGREE; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = 0;
                for (int i = 0; i < parts; i++) {
                    double u = (i + 0.5) / parts;
                    sum += Basis.legendre(j, u) * Basis.legendre(k, u) / parts;
                }
                assertThat(sum).as("degrees %s and %s", j, k).isCloseTo(j == k ? 1 : 0, within(1e-4));
            }
        }
    }

    @Test
    void errorIsThatOfLeavingEachWorldOut() {
        for (int seed = 0; seed < 20; seed++) {
            var random = new SplittableRandom(seed);
            int n = 30 + random.nextInt(30);
            double[][] u = new double[n][4];
            double[] y = new double[n];
            for (int k = 0; k < n; k++) {
                Arrays.setAll(u[k], c -> random.nextDouble());
                y[k] = 3 * u[k][0] + 4 * u[k][1] * u[k][1] * u[k][2] + 0.2 * random.nextDouble();
            }
            double mean = Arrays.stream(y).sum() / n;
            Arrays.setAll(y, k -> y[k] - mean);
            var basis = new Basis(u, 4);
            Expansion expansion = Pursuit.of(basis, y, Candidates.of(basis, List.of(0, 1, 2)));
            assertThat(expansion.terms()).as("seed %s", seed).isNotEmpty();

            SimpleMatrix design = design(basis, expansion.terms());
            SimpleMatrix values = new SimpleMatrix(n, 1, true, y);
            SimpleMatrix fit = design.solve(values);
            for (int j = 0; j < fit.getNumElements(); j++) {
                assertThat(expansion.coefficients()[j]).as("seed %s", seed).isCloseTo(fit.get(j), within(1e-9));
            }
            SimpleMatrix residual = values.minus(design.mult(fit));
            for (int k = 0; k < n; k++) {
                assertThat(expansion.residual()[k]).as("seed %s", seed).isCloseTo(residual.get(k), within(1e-9));
            }
            double expected = error(design, values) / error(design(basis, List.of()), values);
            assertThat(expansion.error()).as("seed %s", seed).isCloseTo(expected, within(1e-9));
        }
    }

    /// (1/n) Σ (y_k − ŷ₋ₖ)² n/(n − P) (1 + tr(C⁻¹)/n).
    private static double error(SimpleMatrix design, SimpleMatrix values) {
        int n = design.getNumRows();
        double sum = 0;
        for (int k = 0; k < n; k++) {
            int out = k;
            List<Integer> rows = new ArrayList<>(
                    IntStream.range(0, n).filter(i -> i != out).boxed().toList());
            var less = new SimpleMatrix(n - 1, design.getNumCols());
            var lessValues = new SimpleMatrix(n - 1, 1);
            for (int i = 0; i < n - 1; i++) {
                for (int j = 0; j < design.getNumCols(); j++) {
                    less.set(i, j, design.get(rows.get(i), j));
                }
                lessValues.set(i, 0, values.get(rows.get(i)));
            }
            SimpleMatrix fit = less.solve(lessValues);
            double error =
                    values.get(k) - design.extractVector(true, k).mult(fit).get(0);
            sum += error * error / n;
        }
        int p = design.getNumCols();
        double trace = design.transpose().mult(design).divide(n).invert().trace();
        return sum * n / (n - p) * (1 + trace / n);
    }

    private static SimpleMatrix design(Basis basis, List<Term> terms) {
        var design = new SimpleMatrix(basis.worlds(), terms.size() + 1);
        for (int k = 0; k < basis.worlds(); k++) {
            design.set(k, 0, 1);
            for (int a = 0; a < terms.size(); a++) {
                design.set(k, a + 1, basis.product(terms.get(a))[k]);
            }
        }
        return design;
    }

    /// What an expansion says it foretells, against worlds it never saw: saturating odds of random
    /// weights, half of them nothing.
    @Test
    void whatIsExplainedIsForetoldInNewWorlds() {
        double bias = 0;
        int fits = 12;
        for (int seed = 0; seed < fits; seed++) {
            var random = new SplittableRandom(seed);
            double[] weights = new double[40];
            Arrays.setAll(weights, c -> c % 2 == 0 ? 0 : Math.pow(random.nextDouble(), 4) * 8);
            double[][] seen = points(128, 40, seed, 0);
            double[][] fresh = points(2048, 40, seed, 128);
            double[] values = odds(seen, weights);
            double[] truth = odds(fresh, weights);
            double mean = Arrays.stream(values).sum() / values.length;
            Expansion expansion = Expansion.of(
                    new Basis(seen, 40),
                    Arrays.stream(values).map(y -> y - mean).toArray());
            double[] foretold = new double[truth.length];
            Arrays.fill(foretold, mean + expansion.coefficients()[0]);
            var basis = new Basis(fresh, 40);
            for (int a = 0; a < expansion.terms().size(); a++) {
                double[] product = basis.product(expansion.terms().get(a));
                double coefficient = expansion.coefficients()[a + 1];
                Arrays.setAll(foretold, k -> foretold[k] + coefficient * product[k]);
            }
            double middle = Arrays.stream(truth).sum() / truth.length;
            double error = 0;
            double spread = 0;
            for (int k = 0; k < truth.length; k++) {
                error += (truth[k] - foretold[k]) * (truth[k] - foretold[k]);
                spread += (truth[k] - middle) * (truth[k] - middle);
            }
            double bornOut = 1 - error / spread;
            assertThat(1 - expansion.error()).as("seed %s", seed).isCloseTo(bornOut, within(0.2));
            bias += (1 - expansion.error() - bornOut) / fits;
        }
        assertThat(bias).as("explained less what new worlds bear out").isCloseTo(0, within(0.05));
    }

    private static double[][] points(int worlds, int dimension, long seed, int from) {
        double[][] points = new double[worlds][dimension];
        for (int k = 0; k < worlds; k++) {
            for (int c = 0; c < dimension; c++) {
                points[k][c] = Sobol.at(seed, c, from + k);
            }
        }
        return points;
    }

    private static double[] odds(double[][] points, double[] weights) {
        return Arrays.stream(points)
                .mapToDouble(u -> {
                    double sum = 0;
                    for (int c = 0; c < u.length; c++) {
                        sum += weights[c] * (u[c] - 0.5);
                    }
                    return 1 / (1 + Math.exp(-sum));
                })
                .toArray();
    }

    /// Of a thousand normal deviates the largest is beyond 4.056 in one set of twenty.
    @Test
    void theBarIsWhatNoiseRarelyClears() {
        assertThat(Math.sqrt(Pursuit.bar(1000))).isCloseTo(4.056, within(0.02));
    }
}
