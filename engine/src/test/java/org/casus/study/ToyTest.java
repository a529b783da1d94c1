package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.casus.chain.Forecast;
import org.casus.chain.Forecasts;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Structure;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

/// Two thousand worlds of a toy whose odds are known.
///
/// A fire breaks out with odds p each week, a flood with odds q, a quake with odds of a tenth,
/// and for good. Odds of fire and flood after T weeks are f(p) f(q), f(p) = 1 − (1 − p)ᵀ,
/// whatever the quake.
class ToyTest {

    private static final int WORLDS = 2000;
    private static final int T = 10;
    private static final double[] P = {0.02, 0.30};
    private static final double[] Q = {0.05, 0.15};

    private static final String TEXT = """
            format: casus/1
            title: Fire and flood
            question: Do both come?
            as_of: 2026-01-01
            clock: {unit: week, horizon: 10}
            board:
              fire: {levels: [none, burning], start: none}
              flood: {levels: [none, rising], start: none}
              quake: {levels: [none, shaking], start: none}
            actors:
              onlooker: {acts: every week, drifts: every 8 weeks, looks ahead: 20 weeks, sharpness: 60, wants: {fire is none: 5}}
            chance:
              sparks: {if: fire is none, odds: 2% to 30% each week per guess, then: fire to burning}
              rain: {if: flood is none, odds: 5% to 15% each week, then: flood to rising}
              tremor: {if: quake is none, odds: 10% each week, then: quake to shaking}
            outcomes:
              both: {if: fire is burning and flood is rising}
              not-both: otherwise
            """;

    @Test
    void bandAndIndicesAreThoseOfTheClosedForm() throws Exception {
        Scenario scenario = ScenarioFile.of("toy", "toy.yaml", TEXT).scenario();
        Structure structure = Structure.compile(scenario);
        Draws draws = Draws.of(scenario, 1);
        Judgement p = judgement(scenario, "sparks odds");
        Judgement q = judgement(scenario, "rain odds");
        double[] odds = new double[WORLDS];
        for (int k = 0; k < WORLDS; k++) {
            Solution solution = Equilibrium.solve(structure.game(draws.world(k)), Settings.standard());
            Forecast forecast = Forecasts.of(solution, structure.space(), new double[0], 1);
            odds[k] = forecast.outcomes()[forecast.horizon()][0];
            double closed = f(draws.world(k).written(p)) * f(draws.world(k).written(q));
            assertThat(odds[k]).as("world %s", k).isCloseTo(closed, within(1e-8));
        }

        Band band = Band.of(odds);
        assertThat(band.median()).isCloseTo(quantile(0.5), within(0.005));
        assertThat(band.p5()).isCloseTo(quantile(0.05), within(0.005));
        assertThat(band.p95()).isCloseTo(quantile(0.95), within(0.005));

        Indices indices = Indices.of(draws, odds);
        double meanP = mean(P, ToyTest::f);
        double meanQ = mean(Q, ToyTest::f);
        double varP = mean(P, x -> f(x) * f(x)) - meanP * meanP;
        double varQ = mean(Q, x -> f(x) * f(x)) - meanQ * meanQ;
        double all = varP * meanQ * meanQ + varQ * meanP * meanP + varP * varQ;
        int c = draws.coordinate(p);
        int d = draws.coordinate(q);
        assertThat(indices.first(c)).isCloseTo(varP * meanQ * meanQ / all, within(0.002));
        assertThat(indices.first(d)).isCloseTo(varQ * meanP * meanP / all, within(0.002));
        assertThat(indices.total(c)).isCloseTo(1 - varQ * meanP * meanP / all, within(0.002));
        assertThat(indices.total(d)).isCloseTo(1 - varP * meanQ * meanQ / all, within(0.002));
        assertThat(indices.guessWeight(draws)).isCloseTo(1, within(1e-9));
    }

    private static Judgement judgement(Scenario scenario, String id) {
        List<Judgement> found = scenario.judgements().stream()
                .filter(judgement -> judgement.id().equals(id))
                .toList();
        return found.getFirst();
    }

    private static double f(double x) {
        return 1 - Math.pow(1 - x, T);
    }

    /// The mean over a range of a function, by the midpoints of 20,000 parts.
    private static double mean(double[] range, DoubleUnaryOperator function) {
        int parts = 20_000;
        double sum = 0;
        for (int k = 0; k < parts; k++) {
            sum += function.applyAsDouble(range[0] + (range[1] - range[0]) * (k + 0.5) / parts) / parts;
        }
        return sum;
    }

    /// The z with Pr(f(p) f(q) ≤ z) = `share`: given q, p must be at most 1 − (1 − z/f(q))^(1/T).
    private static double quantile(double share) {
        double low = 0;
        double high = 1;
        for (int k = 0; k < 40; k++) {
            double z = (low + high) / 2;
            double below = mean(Q, q -> {
                double most = z >= f(q) ? 1 : 1 - Math.pow(1 - z / f(q), 1.0 / T);
                return Math.clamp((most - P[0]) / (P[1] - P[0]), 0, 1);
            });
            if (below < share) {
                low = z;
            } else {
                high = z;
            }
        }
        return low;
    }
}
