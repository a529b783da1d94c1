package org.casus.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptimalStoppingTest {

    private static final double ACTS = 1;
    private static final double DRIFTS = 1 / (2 * 365.25 / 12 / 7);
    private static final double KAPPA = Math.log(1e9);
    private static final double IMPROVE = 1.0 / 10;
    private static final double COLLAPSE = 1.0 / 100;

    /// The value of not having accepted terms worth `x` yet, solved by bisection: `out V = climb V' +
    /// h max(0, x - V)`
    /// with h = l w/(1 + w), w = (m/l) exp(kappa (x - V)).
    private static double rung(double out, double climb, double next, double x) {
        double low = 0;
        double high = 10;
        for (int k = 0; k < 200; k++) {
            double v = (low + high) / 2;
            double w = DRIFTS / ACTS * Math.exp(KAPPA * (x - v));
            double h = ACTS * w / (1 + w);
            boolean less = out * v < climb * next + h * Math.max(0, x - v);
            low = less ? v : low;
            high = less ? high : v;
        }
        return low;
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 30, 60, 100, 200})
    void valuesSolveTheStoppingProblemRungByRung(double weeksAhead) throws Exception {
        double out = 1 / weeksAhead + COLLAPSE;
        double good = rung(out, 0, 0, 10);
        double fair = rung(out + IMPROVE, IMPROVE, good, 6);
        double poor = rung(out + IMPROVE, IMPROVE, fair, 2);
        Solved ladder = looking(weeksAhead);
        assertThat(ladder.value("claimant", "terms=good")).isCloseTo(good, within(1e-7));
        assertThat(ladder.value("claimant", "terms=fair")).isCloseTo(fair, within(1e-7));
        assertThat(ladder.value("claimant")).isCloseTo(poor, within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 30, 60, 100, 200})
    void acceptsBySharpPlaysThreshold(double weeksAhead) throws Exception {
        double discount = 1 / weeksAhead;
        double good = ACTS * 10 / (discount + COLLAPSE + ACTS);
        boolean accepts = 6 * (discount + COLLAPSE + IMPROVE) > IMPROVE * good;
        assertThat(looking(weeksAhead).advantage("claimant/accept", "terms=fair") > 0)
                .isEqualTo(accepts);
    }

    @Test
    void patienceDecidesWhetherFairTermsWillDo() throws Exception {
        assertThat(looking(20).odds("fair-terms"))
                .isGreaterThan(10 * looking(200).odds("fair-terms"));
    }

    private static Solved looking(double weeksAhead) throws Exception {
        return Solved.of(Solved.file("optimal-stopping").scenario(), Map.of("claimant looks ahead", weeksAhead));
    }
}
