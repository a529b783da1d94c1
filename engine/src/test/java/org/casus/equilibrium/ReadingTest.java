package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import org.casus.scenario.Choice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// [Reading] against what is written of it.
class ReadingTest {

    private static final double COST = 0.75;

    @ParameterizedTest
    @ValueSource(doubles = {-3e8, -2.5, -1e-300, -0.0, 0.0, Double.MIN_VALUE, 1e-300, 0.1, 7.25, 3e8})
    void worthMeaningAndSign(double advantage) {
        var intentions = new Reading(Choice.INTENTIONS);
        var mistakes = new Reading(Choice.MISTAKES);
        var tastes = new Reading(Choice.TASTES);
        assertThat(intentions.worth(advantage, COST)).isEqualTo(-COST - Math.min(0, advantage));
        assertThat(mistakes.worth(advantage, COST)).isEqualTo(-COST);
        assertThat(tastes.worth(advantage, COST)).isEqualTo(-COST - advantage);
        assertThat(intentions.meant(advantage)).isEqualTo(advantage > 0);
        assertThat(mistakes.meant(advantage)).isTrue();
        assertThat(tastes.meant(advantage)).isTrue();
        assertThat(mistakes.signed(0.5f, advantage)).isEqualTo(0.5f);
        assertThat(tastes.signed(0.5f, advantage)).isEqualTo(0.5f);
        assertThat(intentions.signed(0.5f, advantage)).isEqualTo(advantage > 0 ? 0.5f : -0.5f);
    }
}
