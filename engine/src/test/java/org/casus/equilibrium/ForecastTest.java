package org.casus.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.casus.game.Game;
import org.casus.game.Structure;
import org.casus.game.Symmetric;
import org.casus.scenario.Choice;
import org.casus.scenario.World;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final double CALM = 0.25;

    /// A game that calms down by the same share with each unit of work.
    @Test
    void exponentialCalmIsForeseenExactly() {
        var forecast = new Forecast();
        double finish = Double.NaN;
        for (int work = 0; work <= 100; work += 10) {
            forecast.note(work, CALM * Math.exp(0.05 * (100 - work)), CALM);
            if (work == 10) {
                finish = forecast.left() - 90;
            }
            if (work > 0) {
                assertThat(forecast.left()).as("%d", work).isCloseTo(100 - work + finish, within(1e-9));
            }
        }
        assertThat(finish).isPositive();
        forecast.finishing(0);
        assertThat(forecast.left()).isCloseTo(finish, within(1e-9));
        forecast.finishing(30);
        assertThat(forecast.left()).isCloseTo(finish - 30, within(1e-9));
        forecast.closing(10, 10);
        double closing = forecast.left();
        forecast.closing(Math.sqrt(10), 10);
        assertThat(forecast.left()).isCloseTo(closing / 2, within(1e-9));
        forecast.closing(0.9, 10);
        assertThat(forecast.left()).isZero();
    }

    @Test
    void whatGrowsRestlessIsNotForeseen() {
        var forecast = new Forecast();
        forecast.note(0, 5, CALM);
        assertThat(forecast.left()).isNaN();
        forecast.note(10, 6, CALM);
        assertThat(forecast.left()).isNaN();
    }

    /// From a quarter of the way on, what is said to be left is right within a third of the whole, mostly,
    /// counted in calls, of which there is about one for each product.
    @Test
    void solvesAreForeseenRoughly() throws Exception {
        var off = new ArrayList<Double>();
        for (long seed = 1; seed <= 12; seed++) {
            off.addAll(
                    off(RandomBoard.of(seed, 3, Choice.INTENTIONS, 4, 4, 4, 3).game()));
        }
        var race = Symmetric.race(4, 4);
        off.addAll(off(Structure.compile(race).game(World.middle(race))));
        long wide = off.stream().filter(each -> !(Math.abs(each) < 1 / 3.0)).count();
        assertThat(off).hasSizeGreaterThan(500);
        assertThat(wide).isLessThan(off.size() / 5);
    }

    /// Share of the whole by which what is said to be left is off, call by call.
    private static List<Double> off(Game game) throws NotSolvedException {
        var left = new ArrayList<Double>();
        var settings =
                Settings.standard().withThreads(1).withProgress((phase, horizon, residual, rest) -> left.add(rest));
        Solution solution = Equilibrium.solve(game, settings);
        var off = new ArrayList<Double>();
        if (solution.log().stream().anyMatch(line -> line.startsWith("to be sure"))) {
            return off;
        }
        for (int k = left.size() / 4; k < left.size(); k++) {
            double done = 1 / (1 + left.get(k));
            off.add(done - (double) k / left.size());
        }
        return off;
    }
}
