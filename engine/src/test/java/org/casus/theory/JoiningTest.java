package org.casus.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.casus.scenario.Scenario;
import org.junit.jupiter.api.Test;

class JoiningTest {

    private static final double DECIDED = 1.0 / 10;
    private static final double DISCOUNT = 1.0 / 30;
    private static final double WAIT = DECIDED / (DECIDED + DISCOUNT);
    private static final long SEED = 1979;

    @Test
    void joinsIffTheDifferenceItMakesIsWorthThePrice() throws Exception {
        Scenario scenario = Solved.file("joining").scenario();
        var random = new SplittableRandom(SEED);
        int joined = 0;
        for (int draw = 0; draw < 100; draw++) {
            double stake = random.nextDouble(2, 10);
            double price = random.nextDouble(0.2, 3);
            boolean joins = 0.3 * stake * WAIT > price;
            joined += joins ? 1 : 0;
            assertThat(solved(scenario, stake, price).advantage("neighbour/join") > 0)
                    .as("seed %d, draw %d: U %s c %s", SEED, draw, stake, price)
                    .isEqualTo(joins);
        }
        assertThat(joined).isBetween(20, 80);
    }

    @Test
    void theWarIsWorthItsOdds() throws Exception {
        Scenario scenario = Solved.file("joining").scenario();
        Solved in = solved(scenario, 6, 1);
        assertThat(in.value("neighbour", "neighbour-army=in")).isCloseTo(0.7 * 6 * WAIT, within(1e-6));
        Solved indifferent = solved(scenario, 2, 3);
        assertThat(indifferent.value("neighbour")).isCloseTo(0.4 * 2 * WAIT, within(1e-6));
    }

    private static Solved solved(Scenario scenario, double stake, double price) throws Exception {
        return Solved.of(scenario, Map.of("neighbour wants war is north-wins", stake, "neighbour/join costs", price));
    }
}
