package org.casus.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.casus.chain.Forecast;
import org.junit.jupiter.api.Test;

class TwoStateChainTest {

    private static final double A = 1.0 / 4;
    private static final double B = 1.0 / 12;
    private static final double R = 1.0 / 20;

    @Test
    void oddsOfWarFollowTheExponentialLaw() throws Exception {
        Solved chain = Solved.theory("two-state-chain");
        Forecast forecast = chain.forecast(0, 0.5, 3, 10, 40);
        for (int t = 0; t < forecast.times().length; t++) {
            double expected = A / (A + B) * -Math.expm1(-(A + B) * forecast.times()[t]);
            assertThat(forecast.outcomes()[t][chain.outcome("war")])
                    .as("at %s", forecast.times()[t])
                    .isCloseTo(expected, within(1e-11));
        }
    }

    @Test
    void weeksOfWarAreTheIntegralOfTheOdds() throws Exception {
        Solved chain = Solved.theory("two-state-chain");
        Forecast forecast = chain.forecast();
        double horizon = 52;
        double expected = A / (A + B) * (horizon + Math.expm1(-(A + B) * horizon) / (A + B));
        assertThat(forecast.spentInOutcomes()[forecast.horizon()][chain.outcome("war")])
                .isCloseTo(expected, within(1e-8));
    }

    @Test
    void valuesDiscountWhatIsToCome() throws Exception {
        Solved chain = Solved.theory("two-state-chain");
        assertThat(chain.value("onlooker")).isCloseTo(10 * (R + B) / (R + A + B), within(1e-7));
        assertThat(chain.value("onlooker", "affairs=war")).isCloseTo(10 * B / (R + A + B), within(1e-7));
    }
}
