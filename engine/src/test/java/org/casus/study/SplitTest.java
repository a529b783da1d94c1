package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;
import org.junit.jupiter.api.Test;

class SplitTest {

    @Test
    void findsTheJudgementAndTheValueThatDecide() throws Exception {
        Scenario scenario = scenario();
        Draws draws = Draws.of(scenario, 3);
        Judgement decides = judgement(scenario, "onlooker wants affairs is peace");
        List<World> worlds = new ArrayList<>();
        boolean[] truth = new boolean[128];
        int high = 0;
        for (int k = 0; k < 128; k++) {
            worlds.add(draws.world(k));
            truth[k] = worlds.getLast().written(decides) > 6.3;
            high += truth[k] ? 1 : 0;
        }
        Split split = Split.best(scenario, worlds, truth, Split.leaf(128)).orElseThrow();
        assertThat(split.judgement()).isEqualTo(decides.index());
        assertThat(split.threshold()).isCloseTo(6.3, within(0.06));
        assertThat(split.trueBelow()).isZero();
        assertThat(split.trueAbove()).isEqualTo(split.above()).isEqualTo(high);
        assertThat(split.below()).isEqualTo(128 - high);
        double p = high / 128.0;
        assertThat(split.gain()).isCloseTo(2 * p * (1 - p), within(1e-12));
    }

    @Test
    void nothingToSplitWhereAllAgree() throws Exception {
        Scenario scenario = scenario();
        Draws draws = Draws.of(scenario, 3);
        List<World> worlds = List.of(draws.world(0), draws.world(1), draws.world(2), draws.world(3));
        assertThat(Split.best(scenario, worlds, new boolean[] {true, true, true, true}, 1))
                .isEmpty();
        assertThat(Split.best(scenario, worlds, new boolean[] {true, false, true, true}, 3))
                .isEmpty();
        assertThatThrownBy(() -> Split.best(scenario, worlds, new boolean[3], 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Split.best(scenario, worlds, new boolean[4], 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Split.leaf(256)).isEqualTo(12);
        assertThat(Split.leaf(8)).isEqualTo(3);
    }

    /// Every cut tried, its gain counted from the definition.
    @Test
    void noCutIsBetter() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new SplittableRandom(seed);
            int n = 2 + random.nextInt(20);
            int leaf = 1 + random.nextInt(3);
            double[] values = new double[n];
            boolean[] truth = new boolean[n];
            for (int k = 0; k < n; k++) {
                values[k] = random.nextInt(8);
                truth[k] = random.nextBoolean();
            }
            double most = 0;
            for (double cut = 0; cut < 8; cut++) {
                int[] counts = counts(values, truth, cut);
                if (counts[0] >= leaf && counts[2] >= leaf) {
                    most = Math.max(most, gain(counts));
                }
            }
            Optional<Split> split = Split.best(0, values, truth, leaf);
            assertThat(split.map(Split::gain).orElse(0.0)).as("seed %s", seed).isCloseTo(most, within(1e-12));
            split.ifPresent(s -> assertThat(counts(values, truth, s.threshold()))
                    .containsExactly(s.below(), s.trueBelow(), s.above(), s.trueAbove()));
        }
    }

    private static int[] counts(double[] values, boolean[] truth, double cut) {
        int[] counts = new int[4];
        for (int k = 0; k < values.length; k++) {
            int side = values[k] > cut ? 2 : 0;
            counts[side]++;
            counts[side + 1] += truth[k] ? 1 : 0;
        }
        return counts;
    }

    private static double gain(int[] counts) {
        int n = counts[0] + counts[2];
        return gini(counts[1] + counts[3], n)
                - (counts[0] * gini(counts[1], counts[0]) + counts[2] * gini(counts[3], counts[2])) / n;
    }

    private static double gini(int count, int n) {
        double p = (double) count / n;
        return 2 * p * (1 - p);
    }

    @Test
    void thresholdsHaveFewDecimals() {
        assertThat(Split.between(4.21, 4.38)).isEqualTo(4.3);
        assertThat(Split.between(1.2, 7.9)).isEqualTo(5);
        assertThat(Split.between(0.02131, 0.02139)).isEqualTo(0.0213 + 0.00005, within(1e-12));
        assertThat(Split.between(3, 3.2)).isEqualTo(3);
        assertThat(Split.between(2.9, 3)).isBetween(2.9, 2.999);
        double tight = 1 + Math.ulp(1.0);
        assertThat(Split.between(1, tight)).isEqualTo(1);
        assertThat(Split.between(1 / 3.0, Math.nextUp(1 / 3.0))).isEqualTo(1 / 3.0);
    }

    private static Scenario scenario() throws Exception {
        return ScenarioFile.of("two", "two.yaml", """
                        format: casus/1
                        title: Two states
                        question: How much war is there in the long run?
                        as_of: 2026-01-01
                        clock: {unit: week, horizon: 52}
                        board:
                          affairs: {levels: [peace, war], start: peace}
                        actors:
                          onlooker: {acts: every 1 to 2 weeks, drifts: every 2 to 9 weeks, looks ahead: 20 weeks,
                            sharpness: 20 to 60, wants: {affairs is peace: 5 to 10}}
                        chance:
                          war-breaks-out: {if: affairs is peace, odds: every 4 to 5 weeks, then: affairs to war}
                        outcomes:
                          war: {if: affairs is war}
                          peace: otherwise
                        """).scenario();
    }

    private static Judgement judgement(Scenario scenario, String id) {
        return scenario.judgements().stream()
                .filter(judgement -> judgement.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
