package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A path that comes near an equilibrium that repels, e^−τ + error · e^{growth · τ} away from it: what
/// drives it off is its error if and only if less error keeps it there for longer.
class TurnsTest {

    private static Turns passing(double off, double growth) {
        var turns = new Turns();
        for (double t = 0; t < 60; t += 0.05) {
            double drift = Math.exp(-t) + off * growth * Math.exp(growth * t);
            turns.note(t, drift);
            if (drift > 10) {
                break;
            }
        }
        return turns;
    }

    @Test
    void calmingDownIsNoTurn() {
        assertThat(passing(0, 1).any()).isFalse();
    }

    /// Errors of steps alone let the drift go up and down a little.
    @ParameterizedTest
    @CsvSource({"1, false", "3.9, false", "4.1, true", "400, true"})
    void onlyWhatGrowsFourfoldIsATurn(double grows, boolean turns) {
        var path = new Turns();
        double[] drifts = {8, 4, 2, 2 * Math.sqrt(grows), 2 * grows, 1, 0.5};
        for (int k = 0; k < drifts.length; k++) {
            path.note(k, drifts[k]);
        }
        assertThat(path.any()).isEqualTo(turns);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1, 5})
    void aTurnThatErrorMadeMovesWithTheError(double growth) {
        var coarse = passing(1e-6, growth);
        assertThat(coarse.any()).isTrue();
        assertThat(coarse.like(passing(0.25e-6, growth))).isFalse();
        assertThat(coarse.like(passing(0, growth))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1, 5})
    void aTurnOfTheGameItselfStaysWhereItIs(double growth) {
        var coarse = passing(1e-4 * 1.05, growth);
        assertThat(coarse.like(passing(1e-4, growth))).isTrue();
    }
}
