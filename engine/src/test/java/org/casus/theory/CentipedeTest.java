package org.casus.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.casus.scenario.Edits;
import org.casus.scenario.Policy;
import org.casus.scenario.Position;
import org.junit.jupiter.api.Test;

/// What theory says holds as the discount rate goes to 0. Play is off in proportion to the rate, so odds at
/// the rate of the file and at twice that, drawn out to none, are right to the square of it.
class CentipedeTest {

    private static final String[] NODES = {"first", "second", "third", "fourth", "fifth", "sixth"};
    /// Gambit's logit correspondence at λ = 1.
    private static final double[] TAKE = {.23457335, .37284588, .75875045, .95941162, .99834099, .99999724};

    @Test
    void choicesAreThoseOfAgentQuantalResponse() throws Exception {
        double[] take = takeOfThePatient();
        for (int k = 0; k < NODES.length; k++) {
            assertThat(take[k]).as("move %d", k + 1).isCloseTo(TAKE[k], within(1e-7));
        }
    }

    @Test
    void choicesAreSoftmaxByBackwardInduction() throws Exception {
        double[] patient = takeOfThePatient();
        double[][] taking = {{.8, .2}, {.4, 1.6}, {3.2, .8}, {1.6, 6.4}, {12.8, 3.2}, {6.4, 25.6}};
        double[] after = {51.2, 12.8};
        for (int k = NODES.length - 1; k >= 0; k--) {
            int mover = k % 2;
            double take = 1 / (1 + Math.exp(after[mover] - taking[k][mover]));
            assertThat(patient[k]).as("move %d", k + 1).isCloseTo(take, within(1e-7));
            after = new double[] {
                take * taking[k][0] + (1 - take) * after[0], take * taking[k][1] + (1 - take) * after[1]
            };
        }
    }

    private static double[] takeOfThePatient() throws Exception {
        Solved file = Solved.theory("centipede");
        var half = new Policy.Setting("defaults looks ahead", "5000 years", new Position("--set", 1, 1, 1));
        Solved hastier = Solved.of(
                Solved.file("centipede").with(new Edits(Optional.empty(), List.of(half), List.of(), List.of())));
        double[] take = new double[NODES.length];
        for (int k = 0; k < take.length; k++) {
            take[k] = 2 * take(file, k) - take(hastier, k);
        }
        return take;
    }

    private static double take(Solved centipede, int node) {
        String at = "node=" + NODES[node];
        String mover = node % 2 == 0 ? "one" : "two";
        double take = centipede.rate(mover + "/take-" + (node + 1), at);
        return take / (take + centipede.rate(mover + "/pass-" + (node + 1), at));
    }
}
