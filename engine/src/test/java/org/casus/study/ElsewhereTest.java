package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.SecondOpinion;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.scenario.Policy;
import org.casus.study.Verdict.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Two who would rather move together: some equilibria where they stay, some where they go.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ElsewhereTest {

    private static final String TEXT = """
            format: casus/1
            title: Two who would rather move together
            as_of: 2024-01-01
            clock: {unit: week, horizon: 26}
            defaults: {acts: every week, drifts: every 40 weeks, looks ahead: 8 weeks, sharpness: 100000}
            sources: {page: {title: A page, date: 2023-12-01, kind: analysis}}
            board:
              left: {levels: [back, forward], start: back}
              right: {levels: [back, forward], start: back}
              lamp: {levels: [off, on], start: off}
            actors:
              ann:
                wants: {left is forward and right is forward: 3 to 5}
                fears: {left is forward and right is back: 9}
              bob:
                wants: {left is forward and right is forward: 4}
                fears: {right is forward and left is back: 9}
            moves:
              ann/go: {if: left is back, costs: 0.2, then: left to forward}
              ann/return: {if: left is forward, costs: 0.2, then: left to back}
              bob/go: {if: right is back, costs: 0.2, then: right to forward}
              bob/return: {if: right is forward, costs: 0.2, then: right to back}
              bob/light: {if: lamp is off, costs: 9, then: lamp to on, dormant: true}
            outcomes:
              both: left is forward and right is forward
              apart: {if: left is forward or right is forward}
              neither: otherwise
            policies:
              same: {set: {bob/go costs: 0.2}}
              wider: {allow: [bob/light]}
            claims:
              stay: {says: s, at: page, test: odds of neither above 0.001%}
              stay-same: {says: s, at: page, test: under same odds of neither above 0.001%}
              stay-wider: {says: s, at: page, test: under wider odds of neither above 0.001%}
              level: {says: s, at: page, test: under same odds of neither rise}
              any: {says: s, at: page, test: odds of neither at least 0%}
            """;

    private Study study;
    private List<WorldResult> results;
    private List<Solution> others;
    private Grid grid;

    @BeforeAll
    void run() throws Exception {
        study = Study.of(Sample.of(TEXT), Study.Wanted.test());
        grid = new Grid("ann wants left is forward and right is forward", 4);
        results = new ArrayList<>();
        var ensemble = new Ensemble(study, grid, Settings.standard(), Ensemble.Start.QUICK);
        ensemble.run(ensemble.tasks(4), task -> false, 1, results::add, (done, failed, all) -> {});
        var middle = Equilibrium.solve(study.asIs().middle(), Settings.standard());
        others = SecondOpinion.of(middle, Settings.standard(), 6, 1).equilibria().stream()
                .skip(1)
                .map(SecondOpinion.Found::solution)
                .toList();
        assertThat(others).isNotEmpty();
    }

    private List<WorldResult> elsewhere() {
        List<WorldResult> all = new ArrayList<>();
        for (int k = 0; k < others.size(); k++) {
            all.addAll(Elsewhere.of(study, others.get(k), k, Settings.standard()));
        }
        return all;
    }

    @Test
    void theSameGameEndsAtTheSameEquilibriumAndALargerOneNextToIt() {
        for (int k = 0; k < others.size(); k++) {
            var at = Elsewhere.of(study, others.get(k), k, Settings.standard());
            assertThat(at).extracting(WorldResult::variant).containsExactly(Policy.AS_IS, "same", "wider");
            assertThat(at).allSatisfy(result -> assertThat(result.solved()).isTrue());
            assertThat(at)
                    .extracting(result -> Elsewhere.equilibrium(result.world()))
                    .containsOnly(k);
            for (int o = 0; o < 3; o++) {
                double there = at.getFirst().outcomes()[o];
                assertThat(at.get(1).outcomes()[o]).isCloseTo(there, within(1e-6));
                // A lamp that nobody pays for changes nothing but the number of states.
                assertThat(at.get(2).outcomes()[o]).isCloseTo(there, within(1e-3));
            }
        }
    }

    /// The worlds split on the first claim themselves, and it turns on the equilibrium.
    @Test
    void whatSplitsTheWorldsIsSaidToo() throws Exception {
        double[] odds = results.stream()
                .filter(result -> result.variant().equals(Policy.AS_IS) && result.world() > Ensemble.CENTRAL)
                .mapToDouble(result -> result.outcomes()[2])
                .sorted()
                .toArray();
        double between = (odds[2] + odds[3]) / 2;
        assertThat(odds[2]).isLessThan(odds[3]);
        String bound =
                BigDecimal.valueOf(100 * between).round(new MathContext(3)).toPlainString();
        var split = Study.of(Sample.of(TEXT.replaceFirst("above 0.001%", "above " + bound + "%")), Study.Wanted.test());
        List<WorldResult> all = new ArrayList<>();
        var ensemble = new Ensemble(split, grid, Settings.standard(), Ensemble.Start.QUICK);
        ensemble.run(ensemble.tasks(4), task -> false, 1, all::add, (done, failed, asked) -> {});
        for (int k = 0; k < others.size(); k++) {
            all.addAll(Elsewhere.of(split, others.get(k), k, Settings.standard()));
        }
        var verdict = Verdicts.of(split, all, grid).getFirst();
        assertThat(verdict.kind()).isEqualTo(Kind.DEPENDS);
        assertThat(verdict.otherwise()).isPositive();
        assertThat(verdict.share()).isEqualTo(0.25);
        assertThat(verdict.reason().orElse("")).startsWith("equilibria differ");
    }

    @Test
    void whatTurnsOnTheEquilibriumDepends() {
        List<WorldResult> all = new ArrayList<>(results);
        var before = Verdicts.of(study, all, grid);
        all.addAll(elsewhere());
        var after = Verdicts.of(study, all, grid);
        for (int k : new int[] {0, 1, 2}) {
            assertThat(before.get(k).kind()).isIn(Kind.HOLDS, Kind.FAILS);
            assertThat(before.get(k).equilibria()).isZero();
            assertThat(after.get(k).kind()).isEqualTo(Kind.DEPENDS);
            assertThat(after.get(k).equilibria()).isEqualTo(others.size());
            assertThat(after.get(k).otherwise()).isBetween(1, others.size());
            assertThat(after.get(k).reason().orElse("")).startsWith("equilibria differ");
            assertThat(after.get(k).share()).isEqualTo(before.get(k).share());
            assertThat(after.get(k).splitsOn()).isEmpty();
        }
        for (int k : new int[] {3, 4}) {
            assertThat(after.get(k).otherwise()).isZero();
            assertThat(after.get(k).kind()).isEqualTo(before.get(k).kind());
            assertThat(after.get(k).reason()).isEqualTo(before.get(k).reason());
        }
    }

    @Test
    void whatIsAskedAboutOneClaimReadsItsSidesAlone() throws Exception {
        var file = Sample.of(TEXT);
        var claim = file.scenario().claims().get(3);
        var about = Study.about(file, claim);
        assertThat(about.claims()).containsExactly(claim);
        assertThat(about.variants()).extracting(Variant::id).containsExactly(Policy.AS_IS, "same");
        assertThat(about.labels("same")).containsExactly("claim level left", Study.KINKS);
        var alone = Study.about(file, new org.casus.scenario.Claim.Setting.Under("wider"));
        assertThat(alone.variants()).extracting(Variant::id).containsExactly("wider");
        List<WorldResult> counted = new ArrayList<>();
        var ensemble = new Ensemble(alone, grid, Settings.standard(), Ensemble.Start.QUICK);
        ensemble.run(ensemble.tasks(1), task -> false, 1, counted::add, (done, failed, all) -> {});
        assertThat(counted.stream()
                        .filter(result -> result.world() == Ensemble.CENTRAL)
                        .mapToDouble(result -> result.values()[0]))
                .containsExactly(0.0);
    }
}
