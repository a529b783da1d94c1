package org.casus.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.casus.app.text.LaneChart.Stretch;
import org.junit.jupiter.api.Test;

class LaneChartTest {

    @Test
    void aStretchLastsAsLongAsMostStandOnOneLevel() {
        double[][] share = {{1, 0, 0}, {0.6, 0.4, 0}, {0.3, 0.5, 0.2}, {0.1, 0.2, 0.7}, {0, 0, 1}};
        assertThat(LaneChart.stretches(share))
                .containsExactly(new Stretch(0, 0, 1), new Stretch(1, 2, 2), new Stretch(2, 3, 4));
        assertThat(LaneChart.moves(share)).isTrue();
    }

    @Test
    void aRowThatStaysDoesNotMove() {
        assertThat(LaneChart.moves(new double[][] {{0.5, 0.5}, {0.9, 0.1}})).isFalse();
    }

    @Test
    void rareOddsAreToldOutOfAsManyAsItTakes() {
        assertThat(RareOdds.often(0.43)).isEqualTo("43 of 100");
        assertThat(RareOdds.often(0.0002978)).isEqualTo("3.0 of 10,000");
        assertThat(RareOdds.often(3.2e-7)).isEqualTo("3.2 of 10,000,000");
        assertThat(RareOdds.often(1e-15)).isEqualTo("next to none");
        assertThat(RareOdds.often(0)).isEqualTo("none");
    }
}
