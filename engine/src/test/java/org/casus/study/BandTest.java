package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BandTest {

    /// R: quantile(c(9, 1, 4, 16, 25), c(.05, .25, .5, .75, .95)) is 1.6, 4, 9, 16, 23.2.
    @Test
    void quantilesAreOfTypeSeven() {
        Band band = Band.of(new double[] {9, 1, 4, 16, 25});
        assertThat(band.p5()).isCloseTo(1.6, within(1e-12));
        assertThat(band.p25()).isEqualTo(4);
        assertThat(band.median()).isEqualTo(9);
        assertThat(band.p75()).isEqualTo(16);
        assertThat(band.p95()).isCloseTo(23.2, within(1e-12));
        assertThat(band.least()).isEqualTo(1);
        assertThat(band.greatest()).isEqualTo(25);
        assertThat(band.mean()).isEqualTo(11);
        assertThat(band.width()).isCloseTo(21.6, within(1e-12));
        assertThat(Band.quantileOf(new double[] {2, 1}, 0.5)).isEqualTo(1.5);
    }

    @Test
    void worldsWithoutAnswerAreCounted() {
        Band band = Band.of(new double[] {Double.NaN, 3, 1, Double.NaN, 2});
        assertThat(band.count()).isEqualTo(3);
        assertThat(band.missing()).isEqualTo(2);
        assertThat(band.median()).isEqualTo(2);
        assertThat(band.mean()).isEqualTo(2);
        Band none = Band.of(new double[] {Double.NaN});
        assertThat(none.count()).isZero();
        assertThat(none.median()).isNaN();
        assertThat(none.mean()).isNaN();
    }

    @Test
    void timesWithoutEndHaveQuantilesToo() {
        double never = Double.POSITIVE_INFINITY;
        Band band = Band.of(new double[] {never, 1, never, 2, never});
        assertThat(band.median()).isEqualTo(never);
        assertThat(band.p25()).isEqualTo(2);
        assertThat(band.greatest()).isEqualTo(never);
    }

    @Test
    void differencesArePaired() {
        double[] values = {5, Double.NaN, 7, 1};
        double[] base = {4, 2, 4, Double.NaN};
        Band band = Band.ofDifferences(values, base);
        assertThat(band.count()).isEqualTo(2);
        assertThat(band.missing()).isEqualTo(2);
        assertThat(band.median()).isEqualTo(2);
        assertThatThrownBy(() -> Band.ofDifferences(values, new double[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharesAreOfWorldsWithAnAnswer() {
        assertThat(Band.shareAbove(new double[] {1, 2, Double.NaN, 3, 0}, 1)).isEqualTo(0.5);
        assertThat(Band.shareAbove(new double[] {Double.NaN}, 1)).isNaN();
    }

    @Test
    void noQuantileBeyondTheEnds() {
        assertThatThrownBy(() -> Band.quantileOf(new double[] {1}, 1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Band.quantileOf(new double[] {1}, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
