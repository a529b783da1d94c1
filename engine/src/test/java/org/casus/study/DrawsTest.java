package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.casus.scenario.Edits;
import org.casus.scenario.Judgement;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;
import org.junit.jupiter.api.Test;

class DrawsTest {

    private static final String TEXT = """
            format: casus/1
            title: Three switches
            question: Which is thrown?
            as_of: 2026-01-01
            clock: {unit: week, horizon: 10}
            defaults: {acts: every week, drifts: every 8 weeks, looks ahead: 20 weeks, sharpness: 20 to 200 around 60}
            board:
              a: {levels: [off, on], start: off}
              b: {levels: [off, on], start: off}
            actors:
              one: {acts: every 1 to 3 weeks, wants: {a is on: 3 to 6, b is on: 2}}
              two: {acts: every 2 to 4 weeks around 3, wants: {b is on: 1 to 5 around 2}}
            moves:
              one/throw: {if: a is off, costs: 1 to 2, then: a to on}
            chance:
              fall: {if: b is off, odds: 10% to 30% each week, then: b to on}
            outcomes:
              both: {if: a is on and b is on}
              neither: otherwise
            policies:
              dear: {set: {one/throw costs: 4 to 8}}
              sure: {set: {fall odds: 20% each week}}
              doubtful: {set: {one wants b is on: 2 to 4}}
              shut: {forbid: [fall]}
            together: [[two wants b is on, one acts, two acts]]
            """;

    private static ScenarioFile file(String text) throws Exception {
        return ScenarioFile.of("switches", "switches.yaml", text);
    }

    private static Judgement judgement(Scenario scenario, String id) {
        return scenario.judgements().stream()
                .filter(judgement -> judgement.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + id + " in "
                        + scenario.judgements().stream().map(Judgement::id).toList()));
    }

    private static double[] draws(Draws draws, String id, int worlds) {
        Judgement judgement = judgement(draws.scenario(), id);
        return IntStream.range(0, worlds)
                .mapToDouble(k -> draws.world(k).written(judgement))
                .toArray();
    }

    @Test
    void rangesAreDrawnAndPointsAreNot() throws Exception {
        Draws draws = Draws.of(file(TEXT).scenario(), 1);
        assertThat(draws.coordinates().stream().map(Draws.Coordinate::name))
                .containsExactlyInAnyOrder(
                        "defaults sharpness", "two wants b is on", "one wants a is on", "one/throw costs", "fall odds");
        assertThat(draws.coordinate(judgement(draws.scenario(), "one wants b is on")))
                .isEqualTo(-1);
        assertThat(draws(draws, "one wants b is on", 4)).containsOnly(2.0);
        assertThat(draws.coordinates(3)).hasSize(5);
        assertThat(draws.seed()).isEqualTo(1);
    }

    @Test
    void plainRangesAreUniform() throws Exception {
        double[] costs = draws(Draws.of(file(TEXT).scenario(), 5), "one/throw costs", 512);
        Arrays.sort(costs);
        for (int k = 0; k < 512; k++) {
            assertThat(costs[k]).isBetween(1 + k / 512.0, 1 + (k + 1) / 512.0);
        }
    }

    @Test
    void around60IsTriangular() throws Exception {
        double[] sharpness = draws(Draws.of(file(TEXT).scenario(), 5), "defaults sharpness", 4096);
        assertThat(Arrays.stream(sharpness).min().orElseThrow()).isBetween(20.0, 25.0);
        assertThat(Arrays.stream(sharpness).max().orElseThrow()).isBetween(195.0, 200.0);
        assertThat(Arrays.stream(sharpness).average().orElseThrow()).isCloseTo((20 + 200 + 60) / 3.0, within(0.05));
        // Pr(X <= 60) = (60 - 20) / (200 - 20).
        assertThat(Arrays.stream(sharpness).filter(s -> s <= 60).count() / 4096.0)
                .isCloseTo(40 / 180.0, within(3e-4));
    }

    /// F(quantile(u)) = u, written down from the density.
    @Test
    void quantilesInvertTheDistribution() throws Exception {
        Judgement judgement = judgement(file(TEXT).scenario(), "two wants b is on");
        for (double u = 0.01; u < 1; u += 0.07) {
            double x = Draws.at(judgement, u);
            double below = x < 2 ? (x - 1) * (x - 1) / (4 * 1) : 1 - (5 - x) * (5 - x) / (4 * 3);
            assertThat(below).isCloseTo(u, within(1e-12));
        }
        assertThat(Draws.at(judgement, 0)).isEqualTo(1);
        assertThat(Draws.at(judgement, 1)).isEqualTo(5);
    }

    @Test
    void groupsRiseAndFallAsOne() throws Exception {
        Draws draws = Draws.of(file(TEXT).scenario(), 9);
        Scenario scenario = draws.scenario();
        int c = draws.coordinate(judgement(scenario, "one acts"));
        assertThat(draws.coordinates().get(c).judgements())
                .containsExactlyInAnyOrder(
                        judgement(scenario, "one acts").index(),
                        judgement(scenario, "two acts").index(),
                        judgement(scenario, "two wants b is on").index());
        for (int k = 0; k < 20; k++) {
            double u = draws.coordinates(k)[c];
            assertThat(draws.world(k).written(judgement(scenario, "one acts"))).isCloseTo(1 + 2 * u, within(1e-12));
            assertThat(draws.world(k).written(judgement(scenario, "two acts")))
                    .isEqualTo(Draws.at(judgement(scenario, "two acts"), u));
        }
    }

    @Test
    void theSameJudgementHasTheSameDrawUnderEveryPolicy() throws Exception {
        ScenarioFile file = file(TEXT);
        Draws draws = Draws.of(file.scenario(), 4);
        for (String policy : List.of("dear", "sure", "doubtful", "shut")) {
            Draws under = draws.under(file.with(Edits.policy(policy)));
            assertThat(under.coordinates().subList(0, 5).stream().map(Draws.Coordinate::name))
                    .isEqualTo(draws.coordinates().stream()
                            .map(Draws.Coordinate::name)
                            .toList());
            for (int k = 0; k < 8; k++) {
                assertThat(Arrays.copyOf(under.coordinates(k), 5)).isEqualTo(draws.coordinates(k));
                World world = under.world(k);
                for (Judgement judgement : under.scenario().judgements()) {
                    Judgement asIs = judgement(draws.scenario(), judgement.id());
                    if (judgement.low() == asIs.low() && judgement.high() == asIs.high()) {
                        assertThat(world.written(judgement))
                                .as("%s under %s", judgement.id(), policy)
                                .isEqualTo(draws.world(k).written(asIs));
                    }
                }
            }
        }
        double[] cheap = draws(draws, "one/throw costs", 8);
        double[] dear = draws(draws.under(file.with(Edits.policy("dear"))), "one/throw costs", 8);
        for (int k = 0; k < 8; k++) {
            assertThat(dear[k]).isCloseTo(4 * cheap[k], within(1e-12));
        }
    }

    @Test
    void whatOnlyAPolicyDoubtsIsDrawnByItsOwnName() throws Exception {
        ScenarioFile file = file(TEXT);
        Draws under = Draws.of(file.scenario(), 4).under(file.with(Edits.policy("doubtful")));
        assertThat(under.coordinates()).hasSize(6);
        assertThat(under.coordinates().getLast().name()).isEqualTo("one wants b is on");
        double[] drawn = draws(under, "one wants b is on", 256);
        Arrays.sort(drawn);
        for (int k = 0; k < 256; k++) {
            assertThat(drawn[k]).isBetween(2 + k / 128.0, 2 + (k + 1) / 128.0);
        }
    }

    @Test
    void aJudgementElsewhereLeavesTheOthersAlone() throws Exception {
        Draws draws = Draws.of(file(TEXT).scenario(), 4);
        Draws more = Draws.of(
                file(TEXT.replace("a is on: 3 to 6", "a is on: 3 to 6, a is off: 1 to 2 per guess"))
                        .scenario(),
                4);
        assertThat(more.coordinates()).hasSize(6);
        for (String id : List.of("defaults sharpness", "one acts", "one wants a is on", "fall odds")) {
            assertThat(draws(more, id, 16)).as(id).isEqualTo(draws(draws, id, 16));
        }
    }

    @Test
    void seedsDiffer() throws Exception {
        Scenario scenario = file(TEXT).scenario();
        assertThat(Draws.of(scenario, 1).world(17))
                .isEqualTo(Draws.of(scenario, 1).world(17));
        assertThat(Draws.of(scenario, 1).world(17))
                .isNotEqualTo(Draws.of(scenario, 2).world(17));
    }

    @Test
    void theReferenceCaseHasItsWorlds() throws Exception {
        Path path = Path.of("..", "scenarios", "nagorno-karabakh-2020", ScenarioFile.NAME);
        assertThat(Files.exists(path)).isTrue();
        Scenario scenario = ScenarioFile.load(path).scenario();
        Draws draws = Draws.of(scenario, 2020);
        for (int k = 0; k < 64; k++) {
            World world = draws.world(k);
            for (Judgement judgement : scenario.judgements()) {
                assertThat(world.written(judgement)).isBetween(judgement.low(), judgement.high());
            }
        }
        assertThatThrownBy(() -> draws.world(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
