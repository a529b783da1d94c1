package org.casus.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.casus.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BargainingRangeTest {

    private static final List<String> DEMANDS = List.of("four", "five", "six", "seven", "eight", "nine");

    /// What war gives the two: p = 0.6 with costs 0.1 and 0.15, then wider and narrower ranges, and
    /// other balances.
    @ParameterizedTest
    @CsvSource({"5, 2.5", "5, 1.5", "3, 2.5", "1, 0.6", "6, 2.6", "1, 5.4", "2.5, 4.5", "5, 3.6"})
    void fullInformationMeansPeaceAndTheLastDemandInTheRange(double first, double other) throws Exception {
        Scenario scenario = Solved.file("bargaining-range").scenario();
        Solved talks = Solved.of(scenario, Map.of("first wants end is war", first, "other wants end is war", other));
        assertThat(talks.odds("war")).isLessThan(1e-3);
        assertThat(talks.odds("agreed")).isGreaterThan(0.99);
        int last = (int) Math.floor(10 - other);
        for (int share = 4; share <= 9; share++) {
            String demand = "first/demand-" + DEMANDS.get(share - 4);
            double rate = talks.rate(demand);
            if (share == last) {
                assertThat(talks.advantage(demand)).as(demand).isPositive();
            } else {
                assertThat(rate).as(demand).isLessThan(1e-4);
            }
        }
    }
}
