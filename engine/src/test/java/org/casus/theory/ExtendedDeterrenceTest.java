package org.casus.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.casus.scenario.Scenario;
import org.junit.jupiter.api.Test;

class ExtendedDeterrenceTest {

    @Test
    void withoutTheTreatyTheProtegeIsAttackedAndAbandoned() throws Exception {
        assertThat(Solved.theory("extended-deterrence", "no-treaty").odds("abandoned"))
                .isGreaterThan(0.999);
    }

    @Test
    void withTheTreatyNobodyAttacksAndThePromiseIsNeverTested() throws Exception {
        Solved treaty = Solved.theory("extended-deterrence");
        assertThat(treaty.odds("peace")).isGreaterThan(0.999);
        assertThat(treaty.advantage("challenger/attack")).isNegative();
        assertThat(treaty.advantage("defender/fight", "protege=attacked"))
                .as("it would be kept")
                .isPositive();
    }

    @Test
    void theDearerThePromiseTheRarerTheAttack() throws Exception {
        Scenario scenario = Solved.file("extended-deterrence").scenario();
        double last = 1;
        for (double breaking : new double[] {0, 2, 4, 6, 8, 10}) {
            Solved treaty = Solved.of(scenario, Map.of("treaty breaking costs", breaking, "defaults sharpness", 60.0));
            double peace = treaty.odds("peace");
            assertThat(1 - peace).as("breaking costs %s", breaking).isLessThan(last);
            last = 1 - peace;
        }
    }
}
