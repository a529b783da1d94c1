package org.casus.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.casus.scenario.Scenario;
import org.junit.jupiter.api.Test;

/// Common luck: the same run elsewhere.
class DiceTest {

    private static final int DOTS = 20_000;

    private static double changed(int[] a, int[] b) {
        return Coupling.of(a, b).changed();
    }

    /// What the coupling is worth: letters that change because one judgement moved by a tenth of its range.
    @Test
    void fewLettersChangeUnderASmallChange() throws Exception {
        Scenario scenario = Crisis.file(Crisis.TEXT).scenario();
        Crisis base = Crisis.of(scenario, Map.of());
        Dice dice = base.dice(7);
        int[] before = base.simulation(dice).outcomes(DOTS, 2);
        for (String judgement : new String[] {"breakthrough odds", "flare-up odds", "defaults sharpness"}) {
            Crisis moved = Crisis.of(scenario, Map.of(judgement, 0.1));
            double common = changed(before, moved.simulation(dice).outcomes(DOTS, 2));
            double fresh = changed(before, moved.simulation(base.dice(8)).outcomes(DOTS, 2));
            assertThat(Coupling.of(before, moved.simulation(dice).outcomes(DOTS, 2))
                            .fresh())
                    .isCloseTo(fresh, within(0.015));
            assertThat(common)
                    .as("%s: share of letters changed, fresh dice %.3f", judgement, fresh)
                    .isGreaterThan(0)
                    .isLessThan(fresh / 10);
        }
    }

    /// A policy that closes some moves leaves the others' luck alone: most runs do not know of it at first.
    @Test
    void runsUnderAPolicyGoTogetherUntilItMatters() throws Exception {
        Crisis asIs = Crisis.of(Crisis.TEXT);
        Crisis under = Crisis.under("no-broker");
        Dice dice = asIs.dice(7);
        var here = asIs.simulation(dice);
        var there = under.simulation(dice);
        var fresh = under.simulation(asIs.dice(8));
        Run a = here.blank();
        Run b = there.blank();
        Run c = fresh.blank();
        int together = 0;
        int chance = 0;
        for (int run = 0; run < 2000; run++) {
            here.run(run, a);
            there.run(run, b);
            fresh.run(run, c);
            together += sameFirst(asIs, a, under, b) ? 1 : 0;
            chance += sameFirst(asIs, a, under, c) ? 1 : 0;
        }
        assertThat(together).isGreaterThan(1000);
        assertThat(chance).isLessThan(20);
    }

    /// Whether the first jump of either is made by the same maker at the same time.
    private static boolean sameFirst(Crisis one, Run a, Crisis other, Run b) {
        return a.jumps() > 0
                && b.jumps() > 0
                && a.time(0) == b.time(0)
                && one.name(a.by(0)).equals(other.name(b.by(0)));
    }

    /// Names carry the luck, not places in the file: moves and events in another order, another row beside.
    @Test
    void luckGoesByNames() throws Exception {
        String shuffled = Crisis.TEXT
                .replace("  mood: {levels: [calm, angry], start: calm}\n", "")
                .replace("board:\n", "board:\n  mood: {levels: [calm, angry], start: calm}\n")
                .replace("  spiral: {if: clash is crisis, odds: 1% each week, then: clash to open}\n", "")
                .replace(
                        "chance:\n",
                        "chance:\n  spiral: {if: clash is crisis, odds: 1% each week, then: clash to open}\n");
        assertThat(shuffled).isNotEqualTo(Crisis.TEXT);
        Crisis one = Crisis.of(Crisis.TEXT);
        Crisis other = Crisis.of(shuffled);
        assertThat(other.row("mood").index()).isNotEqualTo(one.row("mood").index());
        Dice dice = one.dice(3);
        assertThat(changed(
                        one.simulation(dice).outcomes(DOTS, 2),
                        other.simulation(dice).outcomes(DOTS, 2)))
                .as("letters changed by writing the file in another order")
                .isLessThan(0.001);
    }

    @Test
    void lettersAreCounted() {
        var coupling = Coupling.of(new int[] {0, 0, 1, 2}, new int[] {0, 1, 1, 0});
        assertThat(coupling).isEqualTo(new Coupling(4, 0.5, 1 - (0.5 * 0.5 + 0.25 * 0.5)));
        assertThatThrownBy(() -> Coupling.of(new int[1], new int[2])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cellsArePowersOfTwoAtMostOneActLong() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        assertThat(crisis.dice(1).cell()).isEqualTo(1);
        Crisis faster = Crisis.of(Crisis.TEXT.replace("acts: every week", "acts: every 2 days"));
        assertThat(faster.dice(1).cell()).isEqualTo(0.25);
    }
}
