package org.casus.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import org.casus.scenario.Scenario;
import org.junit.jupiter.api.Test;

class ShiftingPowerTest {

    private static final double DISCOUNT = 1.0 / 20;
    private static final long SEED = 2006;

    @Test
    void warComesExactlyWherePowellsConditionHolds() throws Exception {
        Scenario scenario = Solved.file("shifting-power").scenario();
        var random = new SplittableRandom(SEED);
        int wars = 0;
        int draws = 0;
        while (draws < 200) {
            double p1 = random.nextDouble(0.05, 0.7);
            double p2 = random.nextDouble(p1, 0.9);
            double cost = random.nextDouble(0.02, 0.3);
            double months = random.nextDouble(5, 60);
            double fight = 10 * (1 - p1 - cost);
            double after = 10 * (1 - p2 - cost);
            if (fight < 2 || fight > 8 || after < 0.5 || after > 5.5) {
                continue;
            }
            draws++;
            double d = 1 / months / (1 / months + DISCOUNT);
            boolean war = d * p2 - p1 > (1 - d) * cost;
            wars += war ? 1 : 0;
            assertThat(strikes(scenario, fight, after, months))
                    .as("seed %d, draw %d: p1 %s p2 %s c %s d %s", SEED, draws, p1, p2, cost, d)
                    .isEqualTo(war);
        }
        assertThat(wars).as("both sides of the threshold are drawn").isBetween(20, 180);
    }

    @Test
    void aSlowShiftOfTheSameSizeKeepsThePeace() throws Exception {
        Scenario scenario = Solved.file("shifting-power").scenario();
        assertThat(strikes(scenario, 5, 2, 5)).isTrue();
        assertThat(strikes(scenario, 5, 2, 60)).isFalse();
    }

    private static boolean strikes(Scenario scenario, double fight, double after, double months) throws Exception {
        Map<String, Double> numbers = Map.of(
                "decliner wants war is preventive", fight,
                "decliner wants power is after and war is no", after,
                "shift odds", months);
        return Solved.of(scenario, numbers).advantage("decliner/strike") > 0;
    }
}
