package org.casus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.game.Game;
import org.casus.game.Structure;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;
import org.junit.jupiter.api.Test;

/// The yardstick must be right, or being faster than it means nothing.
class GaussSeidelTest {

    private static Game game(String example) throws Exception {
        var scenario = ScenarioFile.load(Path.of("../examples/theory", example)).scenario();
        return Structure.compile(scenario).game(World.middle(scenario));
    }

    @Test
    void comesToTheSameValuesAsTheSolver() throws Exception {
        for (String example : new String[] {"arms-race.yaml", "optimal-stopping.yaml", "two-state-chain.yaml"}) {
            Game game = game(example);
            double[] ours =
                    Equilibrium.solve(game, Settings.standard().withThreads(1)).value();
            for (double step : new double[] {Double.POSITIVE_INFINITY, 1}) {
                var yardstick = new GaussSeidel(game, step);
                double[] theirs = yardstick.solve(1e-9, 10);
                assertThat(yardstick.residual()).as(example).isLessThan(1e-9);
                assertThat(theirs).as(example).hasSameSizeAs(ours);
                for (int k = 0; k < ours.length; k++) {
                    assertThat(theirs[k]).as(example).isEqualTo(ours[k], within(1e-6));
                }
            }
        }
    }

    @Test
    void stopsWhenItsTimeIsUp() throws Exception {
        var yardstick = new GaussSeidel(game("arms-race.yaml"));
        yardstick.solve(1e-9, 0);
        assertThat(yardstick.sweeps()).isZero();
        assertThat(yardstick.told()).contains("after 0 sweeps");
    }
}
