package org.casus.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrinkmanshipTest {

    private static double criticalRisk(double win, double backDown, double disaster) {
        return (win - backDown) / (win - disaster);
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 0", "8, 0.1", "9, 0.1"})
    void theSideThatCanBearMoreRiskPrevails(double betaWins, double risk) throws Exception {
        boolean beta = criticalRisk(betaWins, -2, -10) > criticalRisk(6, -2, -10);
        Solved brink =
                Solved.of(Solved.file("brinkmanship").scenario(), Map.of("beta wants rung is beta-won", betaWins));
        assertThat(brink.odds(beta ? "beta-prevails" : "alpha-prevails")).isCloseTo(1 - risk, within(0.002));
        assertThat(brink.odds("disaster")).isCloseTo(risk, within(0.002));
    }
}
