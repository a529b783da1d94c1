package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Structure;
import org.casus.scenario.Judgement;
import org.casus.scenario.Quantity;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;
import org.junit.jupiter.api.Test;

/// On a crisis of one row in which nobody decides: war comes at the rate r = −ln(1 − odds) a week, so
/// its odds by week T are 1 − e^{−rT}, and 1 − (1 − odds)^T in the number as written.
class TornadoTest {

    private static final String FILE = """
            format: casus/1
            title: A clock that rings
            question: Does it ring?
            as_of: 2026-01-01
            clock: {unit: week, horizon: 4}
            defaults: {acts: every week, drifts: every 2 months, looks ahead: 6 months, sharpness: 20}
            board:
              bell: {levels: [quiet, rung, broken], start: quiet}
            actors:
              nobody: {wants: {bell is rung: 1 to 2}}
            moves:
              nobody/mend: {if: bell is broken, then: bell to quiet, dormant: true}
            chance:
              rings: {if: bell is quiet, odds: 10% to 40% around 20% each week, then: bell to rung}
              breaks: {if: bell is quiet, odds: 5% to 15% each week, then: bell to broken}
            outcomes:
              rung: {if: bell is rung}
              not-rung: otherwise
            together:
              - [rings odds, breaks odds]
            """;

    @Test
    void barsAreSlopesTimesRanges() throws Exception {
        Scenario scenario = ScenarioFile.of("bell", "bell", FILE).scenario();
        assertThat(scenario.together()).hasSize(1);
        var structure = Structure.compile(scenario);
        var world = World.middle(scenario);
        var settings = Settings.standard().withThreads(1);
        Solution solution = Equilibrium.solve(structure.game(world), settings);
        var rung = new Quantity.OddsAt(scenario.outcomes().getFirst().when());
        Gradient gradient = Gradient.of(structure, world, solution, rung, settings);
        assertThat(gradient.value()).isCloseTo(odds(0.2, 0.1), within(1e-12));
        double byRings = (odds(0.2 + 1e-5, 0.1) - odds(0.2 - 1e-5, 0.1)) / 2e-5;
        double byBreaks = (odds(0.2, 0.1 + 1e-5) - odds(0.2, 0.1 - 1e-5)) / 2e-5;

        var tornado = Tornado.of(scenario, world, gradient);
        var first = tornado.bars().getFirst();
        assertThat(first.judgements()).extracting(Judgement::id).containsExactly("rings odds", "breaks odds");
        assertThat(first.atLow()).isCloseTo(-0.1 * byRings - 0.05 * byBreaks, within(1e-8));
        assertThat(first.atHigh()).isCloseTo(0.2 * byRings + 0.05 * byBreaks, within(1e-8));
        assertThat(first.swing()).isEqualTo(first.atHigh() - first.atLow());
        List<Tornado.Bar> rest = tornado.bars().subList(1, tornado.bars().size());
        assertThat(rest).hasSize(1).allSatisfy(bar -> assertThat(bar.swing()).isZero());
    }

    /// Of two clocks that ring at rates r and s the first rings first and by week 4.
    private static double odds(double rings, double breaks) {
        double r = -Math.log1p(-rings);
        double s = -Math.log1p(-breaks);
        return r / (r + s) * -Math.expm1(-4 * (r + s));
    }
}
