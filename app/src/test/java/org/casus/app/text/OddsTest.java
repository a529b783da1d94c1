package org.casus.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OddsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, none",
        "1e-9, <0.1, fewer than 1 of 1000",
        "0.0006, 0.1, 1 of 1000",
        "0.0144, 1.4, 14 of 1000",
        "0.029, 2.9, 29 of 1000",
        "0.03, 3, 3 of 100",
        "0.434, 43, 43 of 100",
        "0.436, 44, 44 of 100",
        "0.97, 97, 97 of 100",
        "0.9764, 97.6, 976 of 1000",
        "0.99951, >99.9, more than 999 of 1000",
        "1, 100, all",
        "NaN, ?, an unknown number"
    })
    void readInFewDigits(double odds, String in100, String frequency) {
        assertThat(Odds.in100(odds)).isEqualTo(in100);
        assertThat(Odds.frequency(odds)).isEqualTo(frequency);
    }
}
