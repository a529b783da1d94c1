package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SobolTest {

    @Test
    void polynomialsArePrimitiveAndNoneIsMissing() {
        int[] all = PrimitivePolynomials.first(1110);
        // phi(2^s - 1) / s of degree s.
        int[] counts = {1, 1, 2, 2, 6, 6, 18, 16, 48, 60, 176, 144, 630};
        int[] found = new int[counts.length];
        for (int p : all) {
            found[PrimitivePolynomials.degree(p) - 1]++;
        }
        assertThat(found).isEqualTo(counts);
        assertThat(all).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.copyOf(all, 6)).containsExactly(0b11, 0b111, 0b1011, 0b1101, 0b10011, 0b11001);
    }

    @Test
    void xGeneratesEverythingModuloEachOfSomePolynomials() {
        for (int p : Arrays.copyOf(PrimitivePolynomials.first(100), 100)) {
            int degree = PrimitivePolynomials.degree(p);
            int x = 1;
            int order = 0;
            do {
                x <<= 1;
                x = (x >> degree & 1) != 0 ? x ^ p : x;
                order++;
            } while (x != 1);
            assertThat(order)
                    .as("order of x modulo %s", Integer.toBinaryString(p))
                    .isEqualTo((1 << degree) - 1);
        }
    }

    @Test
    void everyDimensionHasOnePointInEachInterval() {
        for (int d = 0; d < 1000; d++) {
            for (int m : new int[] {1, 3, 8}) {
                boolean[] met = new boolean[1 << m];
                for (int k = 0; k < 1 << m; k++) {
                    met[(int) (Sobol.at(99, d, k) * (1 << m))] = true;
                }
                assertThat(met).as("dimension %s, 2^%s points", d, m).doesNotContain(false);
            }
        }
    }

    @Test
    void pairsWithinABlockAreEven() {
        assertThat(t(0, 1, 10)).isZero();
        for (int m : new int[] {5, 6, 8, 10, 11}) {
            for (int a = 0; a < Sobol.BLOCK; a++) {
                for (int b = 0; b < a; b++) {
                    assertThat(t(a, b, m))
                            .as("t of dimensions %s and %s, 2^%s points", b, a, m)
                            .isLessThanOrEqualTo(4);
                }
            }
        }
    }

    /// As far from each other as chance would have them, and no further: 1/16 is the spread of the
    /// correlation of 256 independent pairs.
    @Test
    void manyDimensionsAreNotCorrelated() {
        int n = 256;
        int d = 226;
        double[][] x = new double[d][n];
        for (int c = 0; c < d; c++) {
            for (int k = 0; k < n; k++) {
                x[c][k] = Sobol.at(12, c, k) - 0.5;
            }
        }
        double worst = 0;
        double square = 0;
        for (int a = 0; a < d; a++) {
            for (int b = 0; b < a; b++) {
                double dot = 0;
                for (int k = 0; k < n; k++) {
                    dot += x[a][k] * x[b][k] * 12 / n;
                }
                worst = Math.max(worst, Math.abs(dot));
                square += dot * dot / (d * (d - 1) / 2.0);
            }
        }
        assertThat(worst).isLessThan(0.35);
        assertThat(Math.sqrt(square)).isLessThan(1.1 / 16);
    }

    @Test
    void ordersArePermutations() {
        for (long order = 0; order < 20; order++) {
            for (int m = 0; m < 10; m++) {
                boolean[] met = new boolean[1 << m];
                for (int k = 1 << m; k < 2 << m; k++) {
                    met[Sobol.permuted(order, k) - (1 << m)] = true;
                }
                assertThat(met).as("order %s, 2^%s", order, m).doesNotContain(false);
            }
        }
    }

    /// A box count against the rank of rows: t is right on pairs drawn at random.
    @Test
    void tIsWhatCountingBoxesGives() {
        var random = new SplittableRandom(2);
        for (int k = 0; k < 50; k++) {
            int a = random.nextInt(Sobol.BLOCK);
            int b = (a + 1 + random.nextInt(Sobol.BLOCK - 1)) % Sobol.BLOCK;
            int m = 6;
            int t = t(a, b, m);
            assertThat(even(a, b, m, m - t)).as("dimensions %s, %s", a, b).isTrue();
            assertThat(t == 0 || !even(a, b, m, m - t + 1))
                    .as("dimensions %s, %s", a, b)
                    .isTrue();
        }
    }

    /// Whether every box of `strength` binary digits in all holds its share of 2^m scrambled
    /// points.
    private static boolean even(int a, int b, int m, int strength) {
        for (int i = 0; i <= strength; i++) {
            int j = strength - i;
            int[] counts = new int[1 << strength];
            for (int k = 0; k < 1 << m; k++) {
                int x = (int) (Sobol.at(7, a, k) * (1 << i));
                int y = (int) (Sobol.at(7, b, k) * (1 << j));
                counts[x << j | y]++;
            }
            for (int count : counts) {
                if (count != 1 << (m - strength)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int t(int a, int b, int m) {
        return NetQuality.t(rows(a, m), rows(b, m));
    }

    private static int[] rows(int dimension, int m) {
        int[] directions = new int[Sobol.BITS];
        Arrays.setAll(directions, j -> j < 31 ? Sobol.plain(dimension, 1 << j) : 0);
        return NetQuality.rows(directions, m);
    }

    @Test
    void theChoicesAreThoseOfTheSearch() {
        int[] found = NetQuality.search(Sobol.BLOCK);
        for (int d = 0; d < Sobol.BLOCK; d++) {
            assertThat(Sobol.choice(d)).as("dimension %s", d).isEqualTo(found[d]);
        }
    }

    /// The mean of Π (1 + (uₖ − ½)) over ten dimensions is 1; scrambled nets come far nearer than
    /// chance.
    @Test
    void aProductOfKnownMeanIsIntegratedBetterThanByChance() {
        int n = 1024;
        double nets = 0;
        double chance = 0;
        for (int seed = 0; seed < 40; seed++) {
            var random = new SplittableRandom(seed);
            double net = 0;
            double plain = 0;
            for (int k = 0; k < n; k++) {
                double a = 1;
                double b = 1;
                for (int d = 0; d < 10; d++) {
                    a *= 0.5 + Sobol.at(seed, d, k);
                    b *= 0.5 + random.nextDouble();
                }
                net += a / n;
                plain += b / n;
            }
            nets += (net - 1) * (net - 1) / 40;
            chance += (plain - 1) * (plain - 1) / 40;
        }
        assertThat(Math.sqrt(nets)).as("root mean square error").isLessThan(Math.sqrt(chance) / 3);
    }

    /// A smooth function of one coordinate: the error falls as n to the power −3/2 (Owen 1997).
    @Test
    void errorsFallFasterThanChanceAllows() {
        double coarse = error(64);
        double fine = error(1024);
        assertThat(coarse / fine).as("errors at 64 and at 1,024 points").isGreaterThan(32);
    }

    private static double error(int n) {
        double square = 0;
        for (int seed = 0; seed < 50; seed++) {
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += Math.exp(Sobol.at(seed, 700, k)) / n;
            }
            square += (sum - Math.expm1(1)) * (sum - Math.expm1(1)) / 50;
        }
        return Math.sqrt(square);
    }

    @Test
    void eachPointByItselfIsUniform() {
        int n = 4000;
        for (int index : new int[] {0, 1, 17}) {
            double mean = 0;
            double square = 0;
            for (int seed = 0; seed < n; seed++) {
                double u = Sobol.at(seed, 3, index);
                assertThat(u).isStrictlyBetween(0.0, 1.0);
                mean += u / n;
                square += u * u / n;
            }
            assertThat(mean).isCloseTo(0.5, within(0.02));
            assertThat(square - mean * mean).isCloseTo(1.0 / 12, within(0.005));
        }
    }

    /// What is written here was drawn once: a change of any bit is a change of every run there is.
    @Test
    void pointsStayWhatTheyAre() {
        assertThat(Sobol.plain(0, 1)).isEqualTo(0x80000000);
        assertThat(Sobol.plain(1, 3)).isEqualTo(0x40000000);
        assertThat(Sobol.plain(15, 12345)).isEqualTo(-608436224);
        assertThat((long) (Sobol.at(2020, 17, 17) * 0x1p32)).isEqualTo(626968411L);
        assertThat((long) (Sobol.at(2020, 225, 255) * 0x1p32)).isEqualTo(1031470294L);
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatThrownBy(() -> Sobol.at(1, -1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Sobol.at(1, 0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Sobol.at(1, 2, Sobol.BLOCK, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
