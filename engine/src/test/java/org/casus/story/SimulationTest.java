package org.casus.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.casus.scenario.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {

    private static final long SEED = 20260101;

    @Test
    void aMillionRunsAgreeWithTheExactOdds() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        tally(crisis, crisis.dice(SEED), 1_000_000);
    }

    /// Cells that are much shorter or longer than the time between jumps are other dice, not other odds.
    @ParameterizedTest
    @ValueSource(doubles = {0.03125, 16})
    void cellsAreNoStepsOfTime(double cell) throws Exception {
        tally(Crisis.of(Crisis.TEXT), new Dice(SEED, cell), 40_000);
    }

    private static void tally(Crisis crisis, Dice dice, int runs) {
        var offensiveFar = new Condition.On(crisis.row("line").index(), 4);
        var tallied = new Tallied(crisis, crisis.space().where(offensiveFar));
        var simulation = crisis.simulation(dice);
        Run run = simulation.blank();
        for (int k = 0; k < runs; k++) {
            simulation.run(k, run);
            tallied.add(run);
        }
        tallied.fit();
    }

    /// Peace breaks at a, war ends at b: Pr(war at t) = a/(a+b) (1 − exp(−(a+b) t)), and jumps come at rate
    /// a in peace and b in war.
    @Test
    void twoStatesFollowTheClosedForm() throws Exception {
        Crisis crisis = Crisis.of(Files.readString(Path.of("..", "examples", "theory", "two-state-chain.yaml")));
        double a = 1.0 / 4;
        double b = 1.0 / 12;
        double horizon = crisis.solution().game().horizon;
        var simulation = crisis.simulation(crisis.dice(SEED));
        int war = crisis.row("affairs").levels().indexOf("war");
        int runs = 200_000;
        double[] dates = {0.5, 3, 20};
        long[][] counts = new long[dates.length][2];
        double jumps = 0;
        Run run = simulation.blank();
        for (int k = 0; k < runs; k++) {
            simulation.run(k, run);
            jumps += (double) run.jumps() / runs;
            for (int t = 0; t < dates.length; t++) {
                counts[t][crisis.space().level(run.at(dates[t]), 0) == war ? 1 : 0]++;
            }
        }
        for (int t = 0; t < dates.length; t++) {
            double odds = a / (a + b) * (1 - Math.exp(-(a + b) * dates[t]));
            ChiSquare.fits("war at " + dates[t], counts[t], new double[] {1 - odds, odds});
        }
        double weeksOfWar = a / (a + b) * (horizon - (1 - Math.exp(-(a + b) * horizon)) / (a + b));
        assertThat(jumps).isCloseTo(a * (horizon - weeksOfWar) + b * weeksOfWar, within(0.03));
    }

    @Test
    void runsAreConnectedAndSayWhoMadeEachJump() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        var simulation = crisis.simulation(crisis.dice(SEED));
        Run run = simulation.blank();
        var game = crisis.solution().game();
        for (int k = 0; k < 200; k++) {
            simulation.run(k, run);
            int state = crisis.space().start();
            double now = 0;
            for (int j = 0; j < run.jumps(); j++) {
                assertThat(run.from(j)).isEqualTo(state);
                assertThat(run.time(j)).isBetween(now, game.horizon);
                assertThat(run.lift(j)).isEqualTo(1);
                assertThat(canMake(crisis, run.by(j), state, run.to(j))).isTrue();
                state = run.to(j);
                now = run.time(j);
                assertThat(run.at(now)).isEqualTo(state);
            }
            assertThat(run.end()).isEqualTo(state);
        }
    }

    private static boolean canMake(Crisis crisis, Maker maker, int from, int to) {
        var game = crisis.solution().game();
        boolean can = false;
        switch (maker) {
            case Maker.Actor(int actor, int move) -> {
                for (int e = game.playStart[from]; e < game.playStart[from + 1]; e++) {
                    int p = game.entry(from, e);
                    for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                        can |= game.playActor[p] == actor && game.playMove[p] == move && game.leadTo(from, l) == to;
                    }
                }
            }
            case Maker.Chance(int event) -> {
                for (int k = game.chanceStart(from); k < game.chanceEnd(from); k++) {
                    can |= game.chanceEvent[k] == event && game.chanceTo(from, k) == to;
                }
            }
        }
        return can;
    }

    @Test
    void theSameOnOneThreadAndMany() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        var simulation = crisis.simulation(crisis.dice(SEED));
        assertThat(simulation.ends(3000, 1)).isEqualTo(simulation.ends(3000, 3));
        int[] outcomes = simulation.outcomes(100, 2);
        assertThat(outcomes).hasSize(100);
        Run run = simulation.blank();
        simulation.run(57, run);
        assertThat(outcomes[57]).isEqualTo(crisis.space().outcome(run.end()));
        assertThat(crisis.simulation(crisis.dice(SEED + 1)).ends(3000, 1)).isNotEqualTo(simulation.ends(3000, 1));
    }

    @Test
    void wrongNumbersAreRefused() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        var game = crisis.solution().game();
        assertThatThrownBy(() -> Simulation.of(crisis.space(), game, new double[3], crisis.dice(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Dice(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingHappensWhereNothingCan() throws Exception {
        Crisis crisis = Crisis.of(Crisis.file("""
                        format: casus/1
                        title: Stillness
                        as_of: 2026-01-01
                        clock: {unit: week, horizon: 12}
                        defaults: {acts: every week, drifts: every 6 weeks, looks ahead: 6 months, sharpness: 30}
                        board: {sea: {levels: [calm, rough], start: calm}}
                        actors: {fisher: {fears: {sea is rough: 1}}}
                        chance: {storm: {if: sea is rough, odds: 10% each week, then: sea to calm}}
                        outcomes: {out: {if: sea is calm}, in: otherwise}
                        """).scenario(), Map.of());
        assertThat(crisis.simulation(crisis.dice(1)).ends(10, 1))
                .containsOnly(crisis.space().start());
    }
}
