package org.casus.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

class AheadTest {

    /// One state that jumps to the goal at rate r, uniformised at any clock: h(τ) = 1 − exp(−r τ), and a jump
    /// makes the goal 1/h times as likely, whether the clock rings at its pace or ten times as often.
    @Test
    void liftIsThatOfTimeAndNotOfSteps() {
        double rate = 0.03;
        double horizon = 26;
        for (double clock : new double[] {rate, 10 * rate, 5}) {
            var ahead = new Ahead(2, clock, horizon);
            double[] odds = {0, 1};
            for (int m = 0; m < 400; m++) {
                ahead.add(m, odds);
                odds = new double[] {odds[0] + (odds[1] - odds[0]) * rate / clock, 1};
            }
            for (double left : new double[] {26, 20, 7, 1, 0.1}) {
                assertThat(ahead.lift(left, 0, 1))
                        .as("clock %s, %s weeks left", clock, left)
                        .isCloseTo(1 / -Math.expm1(-rate * left), withinPercentage(3));
            }
        }
    }

    @Test
    void whatIsOutOfReachLiftsNothing() {
        var ahead = new Ahead(2, 1, 10);
        ahead.add(0, new double[] {0, 0});
        assertThat(ahead.lift(5, 0, 1)).isEqualTo(1);
    }
}
