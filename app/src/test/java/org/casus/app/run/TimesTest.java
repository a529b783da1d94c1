package org.casus.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.casus.scenario.Clock;
import org.casus.scenario.TimeUnit;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static double[] of(double horizon) {
        return Times.of(new Clock(TimeUnit.WEEK, horizon));
    }

    @Test
    void doublingTimesUpToTheHorizon() {
        assertThat(of(26)).containsExactly(1, 2, 4, 8, 16, 26);
        assertThat(of(10)).containsExactly(1, 2, 4, 8, 10);
        assertThat(of(520)).containsExactly(16, 32, 64, 128, 256, 520);
        assertThat(of(8)).containsExactly(1, 2, 4, 8);
        assertThat(of(1)).containsExactly(0.25, 0.5, 1);
        assertThat(of(0.5)).containsExactly(0.125, 0.25, 0.5);
    }

    @Test
    void horizonsOfAnyLengthEndInThemselves() {
        for (double horizon : new double[] {1e-6, 0.3, 1.5, 7, 365.25, 1e9}) {
            double[] times = of(horizon);
            assertThat(times).as("horizon " + horizon).hasSizeBetween(2, 6).isSorted();
            assertThat(times[times.length - 1]).isEqualTo(horizon);
            assertThat(Arrays.stream(times).distinct().count()).isEqualTo(times.length);
        }
    }

    @Test
    void typedTimesAreSortedAndOnce() {
        assertThat(Times.parse("26,2, 4,2", TimeUnit.WEEK)).containsExactly(2, 4, 26);
        assertThat(Times.parse("0", TimeUnit.WEEK)).containsExactly(0);
        assertThat(Times.parse("1 year,2 Weeks", TimeUnit.WEEK)[1]).isCloseTo(52.18, within(0.01));
    }

    @Test
    void otherTextsAreNoTimes() {
        for (String text : List.of("", "soon", "-1", "2,,3", "1e9", "NaN", "3 fortnights", "2 to 3")) {
            assertThatThrownBy(() -> Times.parse(text, TimeUnit.WEEK))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is no ");
        }
        assertThatThrownBy(() -> Times.parse("1,".repeat(2000), TimeUnit.WEEK)).hasMessageContaining("More than");
    }
}
