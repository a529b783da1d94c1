package org.casus.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.casus.study.Band;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private static Band band(double p5, double median, double p95) {
        return new Band(3, 0, p5, p5, p5, median, p95, p95, p95, median);
    }

    @Test
    void oddsAreRoundedAsFarAsTheyCanBeTrusted() {
        assertThat(Spread.odds(band(.332, .433, .581))).isEqualTo("45 (35–60)");
        assertThat(Spread.odds(band(.412, .433, .451))).isEqualTo("43 (41–45)");
        assertThat(Spread.odds(band(.001, .021, .153))).isEqualTo("<5 (<5–15)");
        assertThat(Spread.odds(band(.012, .021, .033))).isEqualTo("2.1 (1.2–3)");
        assertThat(Spread.odds(band(.62, .98, 1))).isEqualTo(">95 (60–100)");
        assertThat(Spread.odds(band(0, 0, 0))).isEqualTo("0");
        assertThat(Spread.odds(Band.of(new double[0]))).isEqualTo("?");
    }

    @Test
    void differencesHaveASign() {
        assertThat(Spread.points(band(-.153, -.101, -.02))).isEqualTo("−10 (−15 to 0)");
        assertThat(Spread.points(band(.052, .061, .082))).isEqualTo("+6 (+5 to +8)");
        assertThat(Spread.points(band(-.001, .004, .012))).isEqualTo("+0.4 (−0.1 to +1.2)");
        assertThat(Spread.points(band(0, 0, 0))).isEqualTo("0");
        assertThat(Spread.change(band(-.5, 1.25, 2.04))).isEqualTo("+1.2 (−0.5 to +2.0)");
    }

    @Test
    void numbersHaveAFewDigitsOfTheLargerEnd() {
        assertThat(Spread.number(band(3.14, 4.22, 6))).isEqualTo("4.2 (3.1–6.0)");
        assertThat(Spread.number(band(-1, 4.2, 160))).isEqualTo("4 (−1 to 160)");
        assertThat(Spread.number(band(.011, .012, .013))).isEqualTo("0.012 (0.011–0.013)");
    }

    @Test
    void allAndNoneOfTheWorldsAreExact() {
        assertThat(Spread.share(1)).isEqualTo("100%");
        assertThat(Spread.share(.999)).isEqualTo(">99%");
        assertThat(Spread.share(.001)).isEqualTo("<1%");
        assertThat(Spread.share(0)).isEqualTo("0%");
        assertThat(Spread.share(Double.NaN)).isEqualTo("–");
    }
}
