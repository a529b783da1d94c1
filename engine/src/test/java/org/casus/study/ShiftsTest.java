package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Structure;
import org.casus.scenario.Revision;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftsTest {

    private static final Settings SETTINGS = Settings.standard().withThreads(1);

    private record Both(Scenario before, Scenario after, Revision revision) {

        static Both of(String from, String to) throws Exception {
            assertThat(Sample.TEXT).contains(from);
            Revision revision = Revision.of(Sample.of(Sample.TEXT), Sample.of(Sample.TEXT.replace(from, to)));
            return new Both(revision.before(), revision.after(), revision);
        }

        Shift shift() throws Exception {
            return shifts().to(Structure.compile(after), SETTINGS);
        }

        Shifts shifts() throws Exception {
            Structure structure = Structure.compile(before);
            return new Shifts(structure, solved(structure));
        }
    }

    private static Solution solved(Structure structure) throws Exception {
        return Equilibrium.solve(structure.game(World.middle(structure.space().scenario())), SETTINGS);
    }

    private static double[] odds(Structure structure, Solution solution, double[] rates) {
        return new Readings(structure.space(), solution.game(), List.of())
                .of(solution.game(), rates)
                .outcomes();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "line is new: 2 to 6|line is new: 4 to 8",
                "horizon: 12|horizon: 16",
                "odds: 5% to 15% each week|odds: 20% each week",
                "if: line is new and war is truce|if: line is old and war is truce",
                "costs: 0.8, then: war to offensive|costs: 0.8, then: war to skirmish",
                "odds: 70%, then: watch to present, dormant: true|odds: 70%, then: watch to present",
                "levels: [calm, angry]|levels: [calm, angry, furious]",
                "if: mood is calm, costs: 0.1|costs: 0.1",
            })
    void effectsAreThoseOfTwoSolvesAndOfPlansHeldByHand(String from, String to) throws Exception {
        var both = Both.of(from, to);
        Shift shift = both.shift();
        Structure before = Structure.compile(both.before);
        Structure after = Structure.compile(both.after);
        Solution asWas = solved(before);
        Solution rethought = solved(after);
        if (shift instanceof Shift.Same) {
            assertThat(odds(after, rethought, rethought.rate())).isEqualTo(odds(before, asWas, asWas.rate()));
            assertThat(from).isIn("levels: [calm, angry]", "if: mood is calm, costs: 0.1");
            return;
        }
        assertThat(shift).isInstanceOf(Shift.Moved.class);
        if (shift instanceof Shift.Moved(double[] held, double[] again, double strayed, boolean lost)) {
            assertThat(again).containsExactly(odds(after, rethought, rethought.rate()), within(1e-7));
            var plans = new Held(before.space(), asWas.game(), after.space(), rethought.game());
            double[] rates = plans.rates(asWas.rate(), Optional.of(rethought.rate()));
            assertThat(held).containsExactly(odds(after, rethought, rates), within(1e-7));
            assertThat(strayed).isBetween(0.0, 1.0);
        }
        assertThat(both.shifts().odds()).containsExactly(odds(before, asWas, asWas.rate()), within(0.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: Two neighbours|title: The neighbours",
                "line is new: 2 to 6|line is new: 1 to 7",
                "north/send-watch: {if: war is truce and watch is absent, costs: 0.4|"
                        + "north/send-watch: {if: war is truce and watch is absent, costs: 0.5",
                "if: war is offensive and line is old|if: line is old and war is offensive",
                "horizon: 12|horizon: 12 weeks"
            })
    void whatLeavesTheGameAloneIsSaidToMoveNothing(String from, String to) throws Exception {
        assertThat(Both.of(from, to).shift()).isInstanceOf(Shift.Same.class);
    }

    @Test
    void aNewMoveIsNotMadeWhilePlansAreHeld() throws Exception {
        var both = Both.of("dormant: true", "dormant: false");
        Shift shift = both.shift();
        double[] before = both.shifts().odds();
        if (shift instanceof Shift.Moved moved) {
            assertThat(moved.held()).containsExactly(before, within(1e-9));
            assertThat(moved.strayed()).isZero();
            assertThat(moved.rethought()).isNotEqualTo(before);
        } else {
            throw new AssertionError("it moves the odds: " + shift);
        }
    }

    @Test
    void anEditThatHasNoSolutionSaysSo() throws Exception {
        Shift shift = Both.of(
                        "flare: {if: war is truce, odds: 10% to 30% each week",
                        "flare: {if: war is truce, rate: every 0.000000001 weeks")
                .shift();
        assertThat(shift).isInstanceOf(Shift.Failed.class);
    }
}
