package org.casus.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LettersTest {

    @Test
    void sharesAreTheNearestWholeOnes() {
        assertThat(Letters.apportion(new double[] {0.43, 0.57}, 100)).containsExactly(43, 57);
        assertThat(Letters.apportion(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3}, 100))
                .as("the first takes what is left")
                .containsExactly(34, 33, 33);
        assertThat(Letters.apportion(new double[] {0.004, 0.996}, 100)).containsExactly(0, 100);
        assertThat(Letters.apportion(new double[] {0.3, 0.7 - 1e-16}, 10)).containsExactly(3, 7);
    }

    @Test
    void nothingToShareIsNothing() {
        assertThat(Letters.apportion(new double[] {0, 0}, 100)).containsExactly(0, 0);
        assertThat(Letters.apportion(new double[] {Double.NaN, 1}, 100)).containsExactly(0, 0);
    }

    @Test
    void everyApportionmentSumsAndStaysWithinOne() {
        for (long seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            double[] odds = random.doubles(1 + random.nextInt(12)).toArray();
            double sum = Arrays.stream(odds).sum();
            int[] shares = Letters.apportion(odds, 100);
            assertThat(Arrays.stream(shares).sum()).as("seed %d", seed).isEqualTo(100);
            for (int k = 0; k < odds.length; k++) {
                assertThat(Math.abs(shares[k] - 100 * odds[k] / sum))
                        .as("seed %d, outcome %d", seed, k)
                        .isLessThan(1);
            }
        }
    }

    @Test
    void lettersRunOn() {
        assertThat(Letters.of(0)).isEqualTo('A');
        assertThat(Letters.of(25)).isEqualTo('Z');
        assertThat(Letters.of(26)).isEqualTo('a');
        assertThat(Letters.of(99)).isEqualTo('*');
    }
}
