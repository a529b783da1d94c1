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
    private static final class Crisis {
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
            var target =
                    Target.outcome(scenario, scenario.outcomes().get(main).id()).orElseThrow();
            try (var gradients = new Gradients(structure, middle, solution, SETTINGS)) {
                Gradient gradient = gradients.of(target.sides().getFirst().ask().quantity());
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

        /// By how much each outcome is off.
        double[] off(double[] moved) throws Exception {
            double[] exact = solved(moved);
            double[] near = surface.at(moved);
            return IntStream.range(0, exact.length)
                    .mapToDouble(k -> Math.abs(exact[k] - near[k]))
                    .toArray();
        }
    }

    private static String text() throws IOException {
        try (var in = ResponseSurfaceTest.class.getResourceAsStream(PLACE)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Complete solves between the worlds that the surface rests on: 3 points inside each slider, and 12 at which all
    /// sliders are moved at once. What one slider does to the main outcome is known best, for its slope is exact.
    @Test
    void itIsAsFarOffAsIsSaid() throws Exception {
        var crisis = new Crisis(
                ScenarioFile.of("border-crisis", "scenario.yaml", text()).scenario());
        int n = crisis.bars.size();
        double alone = 0;
        double main = 0;
        for (int j = 0; j < n; j++) {
            for (double t : new double[] {-0.75, -0.5, 0.5}) {
                double[] moved = new double[n];
                moved[j] = t;
                double[] off = crisis.off(moved);
                alone = Math.max(alone, Arrays.stream(off).max().orElseThrow());
                main = Math.max(main, off[crisis.surface.main()]);
            }
        }
        var random = new Random(5);
        double atOnce = 0;
        double sum = 0;
        int combinations = 12;
        for (int c = 0; c < combinations; c++) {
            double off = Arrays.stream(crisis.off(random.doubles(n, -1, 1).toArray()))
                    .max()
                    .orElseThrow();
            atOnce = Math.max(atOnce, off);
            sum += off;
        }
        System.out.printf(
                Locale.ROOT,
                "response surface, %d sliders, worst outcome: %.2f points off alone (main outcome %.2f), "
                        + "%.2f at most and %.2f in the mean with all moved at once%n",
                n,
                100 * alone,
                100 * main,
                100 * atOnce,
                100 * sum / combinations);
        assertThat(n).isEqualTo(SLIDERS);
        assertThat(main).as("the main outcome, one slider moved").isLessThan(0.01);
        assertThat(alone).as("any outcome, one slider moved").isLessThan(0.04);
        assertThat(atOnce).as("any outcome, all sliders moved").isLessThan(0.08);
        assertThat(sum / combinations).as("the same in the mean").isLessThan(0.035);
    }

    /// At what was solved it is what was solved.
    @Test
    void itGoesThroughTheWorldsThatWereSolved() throws Exception {
        var crisis = new Crisis(
                ScenarioFile.of("border-crisis", "scenario.yaml", text()).scenario());
        assertThat(crisis.surface.at(new double[crisis.bars.size()])).isEqualTo(crisis.surface.middle());
        for (int j = 0; j < crisis.bars.size(); j++) {
            double[] moved = new double[crisis.bars.size()];
            moved[j] = -1;
            assertThat(crisis.surface.at(moved))
                    .containsExactly(crisis.ends.get(j).low(), within(1e-12));
            moved[j] = 1;
            assertThat(crisis.surface.at(moved))
                    .containsExactly(crisis.ends.get(j).high(), within(1e-12));
        }
    }

    /// Whatever odds there are, also such of 0 and 1, and wherever the sliders stand: odds are odds, a slider alone
    /// never leads beyond what was solved, and at the middle the main outcome moves as its slope says.
    @Test
    void oddsStayOdds() {
        long seed = 165;
        var random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            int outcomes = 2 + random.nextInt(5);
            double[] middle = odds(random, outcomes);
            int main = random.nextInt(outcomes);
            List<Ends> ends = new ArrayList<>();
            for (int j = 0; j < 3; j++) {
                ends.add(new Ends(
                        random.nextInt(3),
                        1 + random.nextInt(2),
                        odds(random, outcomes),
                        odds(random, outcomes),
                        random.nextGaussian() / 10,
                        random.nextGaussian() / 10));
            }
            var surface = ResponseSurface.of(middle, main, ends);
            double[] near = surface.at(random.doubles(3, -1, 1).toArray());
            assertThat(Arrays.stream(near).sum())
                    .as("seed %d, round %d", seed, round)
                    .isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(near).boxed())
                    .as("seed %d, round %d", seed, round)
                    .allMatch(p -> p >= 0 && p <= 1);
            double t = random.nextDouble();
            double[] high = ends.getFirst().high();
            double between = surface.at(new double[] {t, 0, 0})[main];
            assertThat(between)
                    .as("seed %d, round %d", seed, round)
                    .isBetween(Math.min(middle[main], high[main]) - 1e-12, Math.max(middle[main], high[main]) + 1e-12);
        }
        double[] middle = {0.3, 0.5, 0.2};
        var end = new Ends(1, 1, new double[] {0.2, 0.6, 0.2}, new double[] {0.45, 0.35, 0.2}, -0.12, 0.12);
        var surface = ResponseSurface.of(middle, 0, List.of(end));
        double h = 1e-6;
        assertThat((surface.at(new double[] {h})[0] - surface.at(new double[] {-h})[0]) / (2 * h))
                .isCloseTo(0.12, within(1e-6));
    }

    private static double[] odds(Random random, int outcomes) {
        double[] odds = random.doubles(outcomes).map(u -> u < 0.3 ? 0 : u * u).toArray();
        odds[random.nextInt(outcomes)] += random.nextInt(2) + 1e-3;
        double sum = Arrays.stream(odds).sum();
        return Arrays.stream(odds).map(p -> p / sum).toArray();
    }
}
