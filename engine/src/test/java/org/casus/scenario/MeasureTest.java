package org.casus.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeasureTest {

    @ParameterizedTest
    @EnumSource(Measure.Form.class)
    void slopesAreThoseOfDifferences(Measure.Form form) {
        var measure = new Measure(form, 2.5, "");
        for (double written : new double[] {0.1, 0.4, 0.8}) {
            double h = 1e-5;
            double difference = (measure.inGame(written + h) - measure.inGame(written - h)) / (2 * h);
            assertThat(measure.slope(written)).isCloseTo(difference, within(1e-5 * Math.abs(difference)));
        }
    }
}
