package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

class IndicesTest {

    private static double[][] points(int worlds, int dimension, long seed) {
        double[][] points = new double[worlds][dimension];
        for (int k = 0; k < worlds; k++) {
            for (int c = 0; c < dimension; c++) {
                points[k][c] = Sobol.at(seed, c, k);
            }
        }
        return points;
    }

    private static Indices indices(double[][] points, ToDoubleFunction<double[]> quantity) {
        return Indices.of(points, Arrays.stream(points).mapToDouble(quantity).toArray());
    }

    private static double ishigami(double[] u) {
        double x = Math.PI * (2 * u[0] - 1);
        double y = Math.PI * (2 * u[1] - 1);
        double z = Math.PI * (2 * u[2] - 1);
        return Math.sin(x) + 7 * Math.sin(y) * Math.sin(y) + 0.1 * z * z * z * z * Math.sin(x);
    }

    /// Ishigami & Homma 1990: with a = 7 and b = 0.1 the parts of the variance are known.
    @Test
    void ishigamiIsMetWithTwoThousandWorlds() {
        Indices indices = indices(points(2000, 3, 1), IndicesTest::ishigami);
        double a = 7;
        double b = 0.1;
        double p4 = Math.pow(Math.PI, 4);
        double one = 0.5 * (1 + b * p4 / 5) * (1 + b * p4 / 5);
        double two = a * a / 8;
        double both = 8 * b * b * p4 * p4 / 225;
        double all = one + two + both;
        assertThat(indices.first(0)).isCloseTo(one / all, within(1e-3));
        assertThat(indices.first(1)).isCloseTo(two / all, within(1e-3));
        assertThat(indices.first(2)).isCloseTo(0, within(1e-3));
        assertThat(indices.total(0)).isCloseTo((one + both) / all, within(1e-3));
        assertThat(indices.total(1)).isCloseTo(two / all, within(1e-3));
        assertThat(indices.total(2)).isCloseTo(both / all, within(1e-3));
        assertThat(indices.fair(0) + indices.fair(1) + indices.fair(2)).isCloseTo(indices.explained(), within(1e-12));
        assertThat(indices.explained()).isGreaterThan(0.999);
        assertThat(indices.variance()).isCloseTo(all, within(0.2));
        assertThat(indices.ranked()).isEqualTo(List.of(1, 0, 2));
    }

    @Test
    void ishigamiAmongManyOthersToo() {
        Indices indices = indices(points(512, 40, 2), u -> ishigami(new double[] {u[30], u[7], u[22]}));
        assertThat(indices.first(30)).isCloseTo(0.3139, within(0.02));
        assertThat(indices.total(30)).isCloseTo(0.5576, within(0.02));
        assertThat(indices.first(7)).isCloseTo(0.4424, within(0.02));
        assertThat(indices.first(22)).isCloseTo(0, within(0.02));
        assertThat(indices.total(22)).isCloseTo(0.2437, within(0.02));
    }

    @Test
    void sumsHaveNoInteractions() {
        Indices indices = indices(points(256, 4, 3), u -> 3 * u[0] + 2 * u[1] + u[2] * u[2]);
        // Variances 9/12, 4/12 and 1/5 - 1/9.
        double all = 9 / 12.0 + 4 / 12.0 + 4 / 45.0;
        assertThat(indices.first(0)).isCloseTo(9 / 12.0 / all, within(1e-6));
        assertThat(indices.first(1)).isCloseTo(4 / 12.0 / all, within(1e-6));
        assertThat(indices.first(2)).isCloseTo(4 / 45.0 / all, within(1e-6));
        for (int c = 0; c < 4; c++) {
            assertThat(indices.total(c)).isCloseTo(indices.first(c), within(1e-9));
        }
        assertThat(indices.fair(3)).isZero();
        assertThat(indices.learning(3)).isZero();
    }

    /// Π (1 + aₖ (2uₖ − 1)): D_A = Π_{k in A} aₖ²/3.
    @Test
    void productsAreAllInteraction() {
        double[] a = {0.9, 0.7, 0.5};
        Indices indices = indices(points(256, 6, 4), u -> {
            double product = 1;
            for (int k = 0; k < 3; k++) {
                product *= 1 + a[k] * (2 * u[k + 1] - 1);
            }
            return product;
        });
        double all = -1;
        double whole = 1;
        for (double one : a) {
            whole *= 1 + one * one / 3;
        }
        all += whole;
        for (int k = 0; k < 3; k++) {
            double own = a[k] * a[k] / 3;
            assertThat(indices.first(k + 1)).isCloseTo(own / all, within(1e-6));
            assertThat(indices.total(k + 1)).isCloseTo(own * whole / (1 + own) / all, within(1e-6));
        }
        // Shared equally: half of each pair, a third of the three.
        double x = 0.27;
        double y = 0.49 / 3;
        double z = 0.25 / 3;
        assertThat(indices.fair(1)).isCloseTo((x + x * y / 2 + x * z / 2 + x * y * z / 3) / all, within(1e-6));
    }

    @Test
    void aPairThatDoesNothingAloneIsFound() {
        Indices indices = indices(points(256, 60, 5), u -> (u[10] - 0.5) * (u[50] - 0.5));
        assertThat(indices.total(10)).isCloseTo(1, within(1e-6));
        assertThat(indices.total(50)).isCloseTo(1, within(1e-6));
        assertThat(indices.first(10)).isZero();
    }

    /// Odds that saturate in five of 226 judgements, with 256 worlds: all five, and none besides.
    @Test
    void theFiveOf226ThatMatterAreFound() {
        List<Integer> matter = List.of(10, 50, 100, 150, 200);
        for (long seed = 0; seed < 4; seed++) {
            double[][] points = points(256, 226, seed);
            Indices indices = indices(points, u -> odds(u[10] + u[50] - u[100] + 0.7 * u[150] - 0.7 * u[200] - 0.5));
            assertThat(indices.ranked().subList(0, 5)).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(matter);
            double others = 0;
            for (int c : indices.ranked()) {
                others += matter.contains(c) ? 0 : indices.total(c);
            }
            assertThat(others).as("seed %s", seed).isLessThan(0.05);
            assertThat(indices.explained()).as("seed %s", seed).isBetween(0.75, 1.0);
        }
    }

    private static double odds(double x) {
        return 1 / (1 + Math.exp(-6 * x));
    }

    @Test
    void nothingIsMadeOfNoise() {
        double mean = 0;
        for (int seed = 0; seed < 20; seed++) {
            var random = new SplittableRandom(seed);
            Indices indices = indices(points(128, 226, seed), u -> random.nextDouble());
            assertThat(indices.explained()).as("seed %s", seed).isLessThan(0.25);
            mean += indices.explained() / 20;
        }
        assertThat(mean).as("mean share explained of pure noise").isLessThan(0.02);
    }

    /// With more causes of equal weight than worlds, no share is made up for any of them.
    @Test
    void tooManyCausesForTheSampleAreAdmitted() {
        double[][] points = points(128, 226, 7);
        Indices indices = indices(points, u -> Arrays.stream(u).sum());
        assertThat(indices.explained()).isLessThan(0.2);
        assertThat(indices(points(8, 3, 1), u -> u[0]).explained()).isZero();
    }

    @Test
    void learningNarrowsAsMuchAsItWould() {
        Indices one = indices(points(512, 5, 8), u -> 4 * u[1]);
        assertThat(one.learning(1)).isCloseTo(1, within(1e-6));
        // A sum of two uniforms has its middle 90% in 2 (1 − √0.1), one alone in 0.9.
        Indices two = indices(points(1024, 5, 8), u -> u[1] + u[2]);
        double expected = 1 - 0.9 / (2 * (1 - Math.sqrt(0.1)));
        assertThat(two.learning(1)).isCloseTo(expected, within(0.02));
        assertThat(two.learning(2)).isCloseTo(expected, within(0.02));
        // Known by brute force: 0.100 each.
        Indices step = indices(points(1024, 5, 8), u -> u[1] + u[2] > 1 ? 1 : 0);
        assertThat(step.learning(1)).isCloseTo(0.1, within(0.05));
    }

    @Test
    void aQuantityThatDoesNotVaryHasNoCauses() {
        Indices indices = indices(points(64, 3, 1), u -> 0.3 + 1e-14 * u[0]);
        assertThat(indices.variance()).isZero();
        assertThat(indices.explained()).isZero();
        assertThat(indices.ranked()).isEmpty();
        assertThat(indices.learning(0)).isZero();
    }

    @Test
    void worldsWithoutAnswerAreLeftOut() {
        double[][] points = points(256, 3, 1);
        double[] values = Arrays.stream(points).mapToDouble(u -> u[2]).toArray();
        values[17] = Double.NaN;
        values[40] = Double.NaN;
        Indices indices = Indices.of(points, values);
        assertThat(indices.worlds()).isEqualTo(254);
        assertThat(indices.missing()).isEqualTo(2);
        assertThat(indices.dimension()).isEqualTo(3);
        assertThat(indices.first(2)).isCloseTo(1, within(1e-9));
        assertThat(Indices.of(new double[0][], new double[0]).explained()).isZero();
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> Indices.of(new double[2][3], new double[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Indices.of(new double[][] {{1, 2}, {1}}, new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Indices.of(new double[1][3], new double[] {Double.NEGATIVE_INFINITY}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void guessesCarryTheirShare() throws Exception {
        Scenario scenario = ScenarioFile.of("two", "two.yaml", """
                        format: casus/1
                        title: Two states
                        question: How much war is there in the long run?
                        as_of: 2026-01-01
                        clock: {unit: week, horizon: 52}
                        sources: {book: {title: A book, date: 2025-01-01}}
                        board:
                          affairs: {levels: [peace, war], start: peace}
                        actors:
                          onlooker: {acts: every 1 to 2 weeks per book, drifts: every 2 to 9 weeks per guess,
                            looks ahead: 20 weeks, sharpness: 20 to 60 per guess,
                            wants: {affairs is peace: 5 to 10}}
                        chance:
                          war-breaks-out: {if: affairs is peace, odds: every 4 weeks, then: affairs to war}
                        outcomes:
                          war: {if: affairs is war}
                          peace: otherwise
                        together: [[onlooker acts, onlooker drifts]]
                        """).scenario();
        Draws draws = Draws.of(scenario, 11);
        List<String> names =
                draws.coordinates().stream().map(Draws.Coordinate::name).toList();
        int group = names.indexOf("onlooker acts");
        int guessed = names.indexOf("onlooker sharpness");
        int unsourced = names.indexOf("onlooker wants affairs is peace");
        double[] values = new double[128];
        for (int k = 0; k < 128; k++) {
            double[] u = draws.coordinates(k);
            values[k] = 2 * u[group] + u[guessed] + u[unsourced];
        }
        Indices indices = Indices.of(draws, values);
        // Variances 4 : 1 : 1; half of the group is guessed.
        assertThat(indices.guessWeight(draws)).isCloseTo((2 + 1 + 1) / 6.0, within(1e-9));
        assertThat(indices.weight(draws, judgement -> judgement.isGuess())).isCloseTo(3 / 6.0, within(1e-9));
        assertThat(Indices.of(draws, new double[128]).guessWeight(draws)).isNaN();
        Indices other = indices(points(64, 2, 1), u -> u[0]);
        assertThatThrownBy(() -> other.guessWeight(draws)).isInstanceOf(IllegalArgumentException.class);
    }
}
