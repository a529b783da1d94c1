package org.casus.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.casus.app.report.ResponseSurface.Ends;
import org.casus.app.run.Target;
import org.casus.chain.Forecasts;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Structure;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;
import org.casus.study.Gradient;
import org.casus.study.Gradients;
import org.casus.study.Tornado;
import org.junit.jupiter.api.Test;

class ResponseSurfaceTest {

    private static final String PLACE = "/org/casus/app/templates/border-crisis/scenario.yaml";
    private static final Settings SETTINGS = Settings.standard();
    private static final int SLIDERS = 6;

    /// A scenario with a surface through it, and every other world of it solved when that is asked for.
    static final class Crisis {
        final Scenario scenario;
        final Structure structure;
        final List<Tornado.Bar> bars;
        final ResponseSurface surface;
        final List<Ends> ends = new ArrayList<>();

        Crisis(Scenario scenario) throws Exception {
            this.scenario = scenario;
            structure = Structure.compile(scenario);
            World middle = World.middle(scenario);
            Solution solution = Equilibrium.solve(structure.game(middle), SETTINGS);
            double[] odds = odds(solution);
            int main = IntStream.range(0, odds.length)
                    .reduce((a, b) -> odds[b] > odds[a] ? b : a)
                    .orElseThrow();
            var target = Target.outcome(scenario, scenario.outcomes().get(main).id())
                    .orElseThrow();
            try (var gradients = new Gradients(structure, middle, solution, SETTINGS)) {
                Gradient gradient =
                        gradients.of(target.sides().getFirst().ask().quantity());
                List<Tornado.Bar> all = Tornado.of(scenario, middle, gradient).bars();
                bars = all.subList(0, Math.min(SLIDERS, all.size()));
            }
            for (int j = 0; j < bars.size(); j++) {
                Judgement first = bars.get(j).judgements().getFirst();
                double[] at = new double[bars.size()];
                at[j] = -1;
                double[] low = solved(at);
                at[j] = 1;
                ends.add(new Ends(
                        first.middle() - first.low(),
                        first.high() - first.middle(),
                        low,
                        solved(at),
                        bars.get(j).atLow(),
                        bars.get(j).atHigh()));
            }
            surface = ResponseSurface.of(odds, main, ends);
        }

        private double[] odds(Solution solution) {
            double[] times = {scenario.clock().horizon()};
            return Forecasts.of(solution, structure.space(), times, 1).outcomes()[0];
        }

        /// The odds in a complete solve.
        double[] solved(double[] moved) throws Exception {
            double[] written = scenario.judgements().stream()
                    .mapToDouble(Judgement::middle)
                    .toArray();
            for (int j = 0; j < moved.length; j++) {
                for (Judgement judgement : bars.get(j).judgements()) {
                    double end = moved[j] < 0 ? judgement.low() : judgement.high();
                    written[judgement.index()] += Math.abs(moved[j]) * (end - judgement.middle());
                }
            }
            return odds(Equilibrium.solve(structure.game(World.of(scenario, written)), SETTINGS));
        }

        double off(double[] moved) throws Exception {
            double[] exact = solved(moved);
            double[] near = surface.at(moved);
            assertThat(Arrays.stream(near).sum()).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(near)).allMatch(p -> p >= 0 && p <= 1);
            return IntStream.range(0, exact.length)
                    .mapToDouble(k -> Math.abs(exact[k] - near[k]))
                    .max()
                    .orElseThrow();
        }
    }

    private static String text() throws IOException {
        try (var in = ResponseSurfaceTest.class.getResourceAsStream(PLACE)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Complete solves between the worlds that the surface rests on: 3 points inside each slider, and 5 at which all
    /// sliders are moved at once.
    @Test
    void itIsAsFarOffAsIsSaid() throws Exception {
        var crisis = new Crisis(
                ScenarioFile.of("border-crisis", "scenario.yaml", text()).scenario());
        double alone = 0;
        double atOnce = 0;
        int n = crisis.bars.size();
        for (int j = 0; j < n; j++) {
            for (double t : new double[] {-0.5, 0.4, 0.75}) {
                double[] moved = new double[n];
                moved[j] = t;
                double off = crisis.off(moved);
                alone = Math.max(alone, off);
            }
        }
        var random = new Random(165);
        for (int c = 0; c < 5; c++) {
            double[] moved =
                    random.doubles(n, -1, 1).map(t -> Math.rint(t * 100) / 100).toArray();
            double off = crisis.off(moved);
            atOnce = Math.max(atOnce, off);
        }
        System.out.printf(
                Locale.ROOT,
                "response surface, %d judgements: worst error %.2f points alone, %.2f all at once%n",
                n,
                100 * alone,
                100 * atOnce);
        assertThat(n).isGreaterThan(2);
        assertThat(alone).as("points between the middle and an end").isLessThan(0.02);
        assertThat(atOnce).as("all moved at once").isLessThan(0.05);
    }
}
