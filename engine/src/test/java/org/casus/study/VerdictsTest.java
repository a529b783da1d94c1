package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casus.equilibrium.Settings;
import org.casus.scenario.Claim;
import org.casus.scenario.Claim.Setting;
import org.casus.scenario.Guard;
import org.casus.scenario.Quantity;
import org.casus.study.Verdict.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerdictsTest {

    private static final int WORLDS = 40;

    private static final String CLAIMS = """
            sources: {page: {title: A page, date: 2025-12-01, kind: analysis}}
            policies:
              dearer: {set: {watcher/shout costs always: 1}}
              same: {title: The same, set: {watcher/hush costs: 0.1}}
              quicker: {set: {fall odds: 15% to 25% each week}}
              from-high: {set: {noise start: high}}
            claims:
              half: {says: s, at: page, test: odds ever of line is new above 65.13%}
              sure: {says: s, at: page, test: odds of lost at least 30%}
              unlikely: {says: s, at: page, test: odds of lost at most 44%}
              impossible: {says: s, at: page, test: odds ever of noise is never above 20%}
              certain: {says: s, at: page, test: odds ever of noise is never below 20%}
              restated: {says: s, at: page, test: watcher/shout is played less when line is new than when line is old}
              priced: {says: s, at: page, test: under dearer watcher/shout is played less}
              closed: {says: s, at: page, test: without watcher/shout odds ever of watcher/shout fall}
              starts: {says: s, at: page, test: under from-high odds ever of noise is high above 90%}
              tie: {says: s, at: page, test: under same odds of lost rise}
              tied-rate: {says: s, at: page, test: under same watcher/hush is played less}
              quicker-falls: {says: s, at: page, test: under quicker odds of lost rise by 10 points}
              without-fall: {says: s, at: page, test: without fall weeks with line is new fall by 2 weeks}
              outranks: {says: s, at: page, test: odds of lost above odds of kept}
              nowhere: {says: s, at: page, test: watcher/shout is played less when noise is never than when noise is low}
              moral: {says: s, at: page, untestable: It says what ought to be.}
            """;

    private Study study;
    private List<WorldResult> results;
    private Map<String, Verdict> verdicts;

    @BeforeAll
    void run() throws Exception {
        var grid = new Grid("fall odds", WORLDS);
        study = Study.of(Toy.file(CLAIMS), Study.Wanted.test());
        results = Toy.run(study, grid);
        verdicts = Verdicts.of(study, results, grid).stream()
                .collect(Collectors.toMap(Verdict::claim, Function.identity()));
    }

    private Verdict verdict(String claim) {
        return Optional.ofNullable(verdicts.get(claim)).orElseThrow();
    }

    @Test
    void trueInHalfTheWorldsDependsOnTheRightJudgement() {
        Verdict half = verdict("half");
        assertThat(half.kind()).isEqualTo(Kind.DEPENDS);
        assertThat(half.share()).isEqualTo(0.5);
        Split split = half.splitsOn().orElseThrow();
        assertThat(half.chance()).hasValue(1.0 / 201);
        assertThat(study.scenario().judgements().get(split.judgement()).id()).isEqualTo("fall odds");
        assertThat(split.threshold()).isEqualTo(0.10, within(0.0013));
        assertThat(split.trueBelow()).isZero();
        assertThat(split.trueAbove()).isEqualTo(split.above());
    }

    /// The median of a rising function of one judgement is its value at the median.
    @Test
    void effectsAreQuantilesOverTheWorlds() {
        Verdict half = verdict("half");
        assertThat(half.left().median()).isEqualTo(1 - Math.pow(0.9, 10), within(1e-4));
        assertThat(half.effect().median()).isEqualTo(1 - Math.pow(0.9, 10) - 0.6513, within(1e-4));
        assertThat(half.left().p5()).isEqualTo(1 - Math.pow(0.945, 10), within(0.01));
        assertThat(half.worlds()).isEqualTo(WORLDS);
        assertThat(half.failed()).isZero();
        assertThat(half.ratio()).isEmpty();
    }

    @Test
    void whatIsTrueHoldsAndWhatIsFalseFails() {
        assertThat(verdict("sure").kind()).isEqualTo(Kind.HOLDS);
        assertThat(verdict("unlikely").kind()).isEqualTo(Kind.FAILS);
        assertThat(verdict("unlikely").reason()).isEmpty();
        assertThat(verdict("quicker-falls").kind()).isEqualTo(Kind.HOLDS);
        assertThat(verdict("quicker-falls").effect().median())
                .isEqualTo(Math.pow(0.9, 10) - Math.pow(0.8, 10), within(0.002));
        assertThat(verdict("outranks").kind()).isEqualTo(Kind.HOLDS);
    }

    @Test
    void falseByConstructionFailsAndSaysWhy() {
        Verdict impossible = verdict("impossible");
        assertThat(impossible.kind()).isEqualTo(Kind.FAILS);
        assertThat(impossible.share()).isZero();
        assertThat(impossible.reason())
                .hasValueSatisfying(
                        reason -> assertThat(reason).isEqualTo("no board that can be reached has `noise is never`"));
    }

    @Test
    void whatRestatesAnInputIsAssumed() {
        assertThat(verdict("restated").kind()).isEqualTo(Kind.ASSUMED);
        assertThat(verdict("restated").reason().orElseThrow()).contains("price");
        assertThat(verdict("priced").kind()).isEqualTo(Kind.ASSUMED);
        assertThat(verdict("priced").reason().orElseThrow()).contains("the policy sets");
        assertThat(verdict("closed").kind()).isEqualTo(Kind.ASSUMED);
        assertThat(verdict("certain").kind()).isEqualTo(Kind.ASSUMED);
        assertThat(verdict("starts").kind()).isEqualTo(Kind.ASSUMED);
        assertThat(verdict("starts").reason()).contains("under `from-high` `noise is high` holds from the start");
        assertThat(verdict("without-fall").kind()).isEqualTo(Kind.ASSUMED);
        assertThat(verdict("without-fall").reason())
                .contains("without fall no board that can be reached has `line is new`");
    }

    @Test
    void noDifferenceIsNone() {
        assertThat(verdict("tie").kind()).isEqualTo(Kind.FAILS);
        assertThat(verdict("tie").effect().median()).isZero();
        assertThat(verdict("tied-rate").kind()).isEqualTo(Kind.FAILS);
        assertThat(verdict("tied-rate").ratio().orElseThrow().median()).isZero();
    }

    @Test
    void whatCannotBeTestedSaysWhy() {
        assertThat(verdict("moral").kind()).isEqualTo(Kind.UNTESTABLE);
        assertThat(verdict("moral").reason()).contains("It says what ought to be.");
        assertThat(verdict("nowhere").kind()).isEqualTo(Kind.UNTESTABLE);
        assertThat(verdict("nowhere").share()).isNaN();
    }

    @Test
    void failedWorldsAreCountedAndLeftOut() {
        List<WorldResult> some = new ArrayList<>(results);
        some.replaceAll(result -> result.world() < 4 && result.variant().equals("as-is")
                ? WorldResult.failed(result.world(), result.variant(), "DOES_NOT_SETTLE: it cycles")
                : result);
        Verdict half = Verdicts.of(study, some, new Grid("fall odds", WORLDS)).getFirst();
        assertThat(half.failed()).isEqualTo(4);
        assertThat(half.worlds()).isEqualTo(WORLDS - 4);
        assertThat(half.share()).isEqualTo(20.0 / 36);
        some.replaceAll(result -> WorldResult.failed(result.world(), result.variant(), "NOT_FINITE: no"));
        Verdict none = Verdicts.of(study, some, new Grid("fall odds", WORLDS)).getFirst();
        assertThat(none.kind()).isEqualTo(Kind.UNTESTABLE);
        assertThat(none.failed()).isEqualTo(WORLDS);
    }

    /// With the draws of a real study: p is evenly spread, so the claim is true in half the worlds.
    @Test
    void drawnWorldsSayTheSame() throws Exception {
        Study of = Study.of(Toy.file(CLAIMS), Study.Wanted.test());
        var draws = Draws.of(of.scenario(), 7);
        Worlds drawn = scenario -> draws.under(scenario)::world;
        List<WorldResult> all = new ArrayList<>();
        var ensemble = new Ensemble(of, drawn, Settings.standard(), Ensemble.Start.QUICK);
        ensemble.run(ensemble.tasks(64), task -> false, 2, all::add, (done, failed, count) -> {});
        Map<String, Verdict> found =
                Verdicts.of(of, all, drawn).stream().collect(Collectors.toMap(Verdict::claim, Function.identity()));
        assertThat(found.keySet()).isEqualTo(verdicts.keySet());
        verdicts.forEach((claim, verdict) -> assertThat(found)
                .as(claim)
                .hasEntrySatisfying(claim, other -> assertThat(other.kind()).isEqualTo(verdict.kind())));
        Verdict half = Optional.ofNullable(found.get("half")).orElseThrow();
        assertThat(half.share()).isEqualTo(0.5, within(0.05));
        assertThat(half.left().median()).isEqualTo(1 - Math.pow(0.9, 10), within(0.005));
    }

    @Test
    void marginsAndBoundsAreExact() {
        var odds = new Quantity.OddsAt(Guard.ALWAYS);
        var asIs = new Setting.AsIs();
        var rise = new Claim.Test.Against(asIs, odds, asIs, odds, true, 0.1, false);
        assertThat(Verdicts.isTrue(rise, 0.3, 0.2)).as("by just ten points").isTrue();
        assertThat(Verdicts.isTrue(rise, 0.29, 0.2)).isFalse();
        assertThat(Verdicts.isTrue(rise, 0.2, 0.3)).isFalse();
        var less = new Claim.Test.Against(asIs, odds, asIs, odds, false, 0.2, true);
        assertThat(Verdicts.isTrue(less, 0.8, 1)).isTrue();
        assertThat(Verdicts.isTrue(less, 0.81, 1)).isFalse();
        assertThat(Verdicts.isTrue(less, 0, 0))
                .as("nothing is not less than nothing")
                .isFalse();
        for (var relation : Claim.Relation.values()) {
            var bound = new Claim.Test.Bound(asIs, odds, relation, 0.5);
            boolean equal = relation == Claim.Relation.AT_LEAST || relation == Claim.Relation.AT_MOST;
            boolean up = relation == Claim.Relation.ABOVE || relation == Claim.Relation.AT_LEAST;
            assertThat(Verdicts.isTrue(bound, 0.5, 0.5)).isEqualTo(equal);
            assertThat(Verdicts.isTrue(bound, 0.6, 0.5)).isEqualTo(up);
            assertThat(Verdicts.isTrue(bound, 0.4, 0.5)).isEqualTo(!up);
        }
    }
}
