package org.casus.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.casus.study.Band;
import org.junit.jupiter.api.Test;

class LikelihoodTest {

    private static Band band(double low, double high) {
        return new Band(3, 0, low, low, low, (low + high) / 2, high, high, high, (low + high) / 2);
    }

    @Test
    void oneWordWhereTheWorldsAgreeOnIt() {
        assertThat(Likelihood.word(band(0.02, 0.04))).contains("almost no chance");
        assertThat(Likelihood.word(band(0.05, 0.199))).contains("very unlikely");
        assertThat(Likelihood.word(band(0.20, 0.449))).contains("unlikely");
        assertThat(Likelihood.word(band(0.45, 0.549))).contains("roughly even");
        assertThat(Likelihood.word(band(0.55, 0.799))).contains("likely");
        assertThat(Likelihood.word(band(0.80, 0.949))).contains("very likely");
        assertThat(Likelihood.word(band(0.95, 0.99))).contains("almost certain");
    }

    @Test
    void noWordWhereTheyCrossSeveral() {
        assertThat(Likelihood.word(band(0.38, 0.71))).isEmpty();
        assertThat(Likelihood.words(band(0.38, 0.71))).isEqualTo("unlikely to likely: the ranges cannot tell");
        assertThat(Likelihood.sentence(band(0.38, 0.71))).isEqualTo("55 in 100 (40–70 across the ranges)");
    }

    @Test
    void theScaleReachesNeitherEnd() {
        assertThat(Likelihood.words(band(0, 0))).isEqualTo("off the scale");
        assertThat(Likelihood.words(band(1, 1))).isEqualTo("off the scale");
        assertThat(Likelihood.words(band(Double.NaN, Double.NaN))).isEqualTo("off the scale");
        assertThat(Likelihood.words(band(0.001, 0.03))).isEqualTo("almost no chance, or less");
        assertThat(Likelihood.words(band(0.97, 0.999))).isEqualTo("almost certain, or more");
        assertThat(Likelihood.words(band(0.001, 0.3)))
                .isEqualTo("almost no chance to unlikely: the ranges cannot tell");
    }

    @Test
    void theWordStandsInTheBracketWithItsNumber() {
        assertThat(Likelihood.sentence(band(0.60, 0.68))).isEqualTo("64 in 100 (60–68 across the ranges; likely)");
        assertThat(Likelihood.sentence(band(0.30, 0.30))).isEqualTo("30 in 100 (unlikely)");
        assertThat(Likelihood.sentence(band(0, 0))).isEqualTo("0 in 100");
    }

    @Test
    void sentencesRoundAsTablesDo() {
        assertThat(Spread.sentence(band(0.48, 0.74))).isEqualTo("60 in 100 (50–75 across the ranges)");
        assertThat(Spread.sentence(band(0.01, 0.3))).isEqualTo("15 in 100 (<5–30 across the ranges)");
        assertThat(Spread.sentence(band(0.61, 0.63))).isEqualTo("62 in 100 (61–63 across the ranges)");
    }
}
