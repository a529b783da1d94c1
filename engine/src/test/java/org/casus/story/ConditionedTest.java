package org.casus.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.casus.chain.Classes;
import org.casus.chain.Forecasts;
import org.casus.scenario.Condition;
import org.junit.jupiter.api.Test;

/// Runs conditioned on an end against runs that happen to come to it, closed forms and exact odds.
class ConditionedTest {

    private static final long SEED = 20260102;

    private static Goal far(Crisis crisis) {
        return Goal.ever(crisis.space(), new Condition.On(crisis.row("line").index(), 4));
    }

    private static int clamped(double value, int most) {
        return (int) Math.min(value, most);
    }

    /// What is compared of two samples of runs.
    static void alike(Crisis crisis, Goal goal, List<Run> these, List<Run> those) {
        var horizon = crisis.solution().game().horizon;
        Map<String, ToIntFunction<Run>> readings = Map.of(
                "number of jumps", run -> clamped(run.jumps(), 40),
                "state at a third", run -> run.at(horizon / 3),
                "state at nine tenths", run -> run.at(0.9 * horizon),
                "state at the end", Run::end,
                "time of the first jump", run -> run.jumps() == 0 ? 60 : clamped(run.time(0) * 8, 59),
                "time of the last jump",
                        run -> run.jumps() == 0 ? 60 : clamped(run.time(run.jumps() - 1) / horizon * 60, 59),
                "maker of the last jump", run -> run.jumps() == 0 ? 99 : run.maker(run.jumps() - 1));
        readings.forEach((what, reading) -> ChiSquare.alike(
                what + " given " + goal.when(),
                counts(these, reading, crisis.space().size() + 100),
                counts(those, reading, crisis.space().size() + 100)));
    }

    private static long[] counts(List<Run> runs, ToIntFunction<Run> reading, int most) {
        var counts = new long[most];
        runs.forEach(run -> counts[reading.applyAsInt(run)]++);
        return counts;
    }

    /// Runs of the simulation that come to `goal`, cut where it is first met if that is what is asked.
    static List<Run> rejected(Crisis crisis, Goal goal, int runs) {
        var simulation = crisis.simulation(crisis.dice(SEED));
        List<Run> kept = new ArrayList<>();
        for (int k = 0; k < runs; k++) {
            Run run = simulation.blank();
            simulation.run(k, run);
            if (goal.when() == Goal.When.AT_END) {
                if (goal.states().get(run.end())) {
                    kept.add(run);
                }
            } else {
                cut(run, goal, simulation.blank()).ifPresent(kept::add);
            }
        }
        return kept;
    }

    private static Optional<Run> cut(Run run, Goal goal, Run into) {
        if (run.jumps() == 0) {
            return Optional.empty();
        }
        into.begin(run.from(0));
        for (int k = 0; k < run.jumps(); k++) {
            into.add(run.time(k), run.maker(k), run.to(k), 1);
            if (goal.states().get(run.to(k))) {
                return Optional.of(into);
            }
        }
        return Optional.empty();
    }

    @Test
    void agreesWithRejectionAtTheEnd() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        Goal goal = Goal.outcome(crisis.space(), crisis.outcome("won"));
        var conditioned = Conditioned.of(crisis.space(), crisis.solution(), goal, 2);
        List<Run> kept = rejected(crisis, goal, 200_000);
        assertThat((double) kept.size() / 200_000).isCloseTo(conditioned.odds(), within(0.005));
        alike(crisis, goal, conditioned.runs(20_000, SEED), kept);
    }

    @Test
    void agreesWithRejectionOnTheWay() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        Goal goal = far(crisis);
        var conditioned = Conditioned.of(crisis.space(), crisis.solution(), goal, 2);
        alike(crisis, goal, conditioned.runs(20_000, SEED), rejected(crisis, goal, 60_000));
    }

    @Test
    void oddsAreThoseOfTheForecast() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        double horizon = crisis.solution().game().horizon;
        double[] exact = crisis.odds(List.of(Classes.outcomes(crisis.space())), horizon)[0][0];
        for (var outcome : crisis.scenario().outcomes()) {
            Goal goal = Goal.outcome(crisis.space(), outcome);
            assertThat(Conditioned.of(crisis.space(), crisis.solution(), goal, 1)
                            .odds())
                    .isCloseTo(exact[outcome.index()], within(1e-12));
        }
        Goal ever = far(crisis);
        assertThat(Conditioned.of(crisis.space(), crisis.solution(), ever, 1).odds())
                .isCloseTo(
                        Forecasts.ever(crisis.solution(), List.of(ever.states()), new double[] {horizon}, 1)
                                .getFirst()
                                .odds()[0],
                        within(1e-12));
    }

    /// A chain of two steps at small rates a and b: given both by T, the pair of times is spread evenly over
    /// 0 < s < t < T in the limit, so that the first has density 2 (T − s)/T² and the second 2 t/T².
    @Test
    void oneInAMillionFollowsItsClosedForm() throws Exception {
        Crisis crisis = Crisis.of("""
                format: casus/1
                title: Two rare steps
                as_of: 2026-01-01
                clock: {unit: week, horizon: 10}
                defaults: {acts: every week, drifts: every 6 weeks, looks ahead: 6 months, sharpness: 30}
                board:
                  sea: {levels: [calm, rough, wild], start: calm}
                  flag: {levels: [furled, flying], start: furled}
                actors: {fisher: {fears: {sea is rough: 1}}}
                moves:
                  fisher/hoist: {if: flag is furled, then: flag to flying}
                  fisher/strike: {if: flag is flying, then: flag to furled}
                chance: {storm: {if: sea below wild, odds: 0.01% each week, then: sea up 1}}
                outcomes: {storm-surge: {if: sea is wild}, nothing-much: otherwise}
                """);
        Goal goal = Goal.outcome(crisis.space(), crisis.outcome("storm-surge"));
        var conditioned = Conditioned.of(crisis.space(), crisis.solution(), goal, 2);
        double r = -Math.log1p(-1e-4) * 10;
        assertThat(conditioned.odds()).isCloseTo(-Math.expm1(-r) - r * Math.exp(-r), within(1e-15));
        assertThat(conditioned.odds()).isLessThan(1e-6);
        int sea = crisis.row("sea").index();
        long[] first = new long[10];
        long[] second = new long[10];
        for (Run run : conditioned.runs(50_000, SEED)) {
            int level = 0;
            for (int k = 0; k < run.jumps(); k++) {
                if (crisis.space().level(run.to(k), sea) > level) {
                    (level == 0 ? first : second)[(int) run.time(k)]++;
                    level++;
                }
            }
            assertThat(level).isEqualTo(2);
        }
        double[] odds = new double[10];
        double[] turned = new double[10];
        for (int k = 0; k < 10; k++) {
            odds[k] = (19 - 2 * k) / 100.0;
            turned[9 - k] = odds[k];
        }
        // The limit is out by a factor of 1 ± r = 0.001, which 50,000 runs do not see.
        ChiSquare.fits("first step", first, odds);
        ChiSquare.fits("second step", second, turned);
    }

    @Test
    void theSameOnOneThreadAndMany() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        Goal goal = Goal.outcome(crisis.space(), crisis.outcome("open-clash"));
        List<Run> one =
                Conditioned.of(crisis.space(), crisis.solution(), goal, 1).runs(500, SEED);
        List<Run> many =
                Conditioned.of(crisis.space(), crisis.solution(), goal, 3).runs(500, SEED);
        for (int run = 0; run < one.size(); run++) {
            assertThat(many.get(run).jumps()).isEqualTo(one.get(run).jumps());
            for (int k = 0; k < one.get(run).jumps(); k++) {
                assertThat(many.get(run).time(k)).isEqualTo(one.get(run).time(k));
                assertThat(many.get(run).to(k)).isEqualTo(one.get(run).to(k));
                assertThat(many.get(run).lift(k)).isEqualTo(one.get(run).lift(k));
            }
        }
    }

    /// What jumps and stays tell adds up: no jump can make the end likelier than certain.
    @Test
    void liftsStayWithinTheOdds() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        Goal goal = Goal.outcome(crisis.space(), crisis.outcome("open-clash"));
        var conditioned = Conditioned.of(crisis.space(), crisis.solution(), goal, 2);
        double told = 0;
        List<Run> runs = conditioned.runs(4000, SEED);
        for (Run run : runs) {
            assertThat(goal.states().get(run.end())).isTrue();
            for (int k = 0; k < run.jumps(); k++) {
                assertThat(run.lift(k)).isPositive().isFinite();
                told += (Math.log(run.lift(k)) - 1 + 1 / run.lift(k)) / runs.size();
            }
        }
        assertThat(told).isBetween(0.5 * -Math.log(conditioned.odds()), -Math.log(conditioned.odds()));
    }

    @Test
    void whatCannotHappenHasNoRuns() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        var conditioned =
                Conditioned.of(crisis.space(), crisis.solution(), Goal.atEnd(crisis.space(), Condition.never()), 1);
        assertThat(conditioned.odds()).isZero();
        assertThatThrownBy(() -> conditioned.runs(1, SEED)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatHoldsFromTheStartIsMetAtOnce() throws Exception {
        Crisis crisis = Crisis.of(Crisis.TEXT);
        var goal = Goal.ever(crisis.space(), Condition.always());
        var conditioned = Conditioned.of(crisis.space(), crisis.solution(), goal, 1);
        assertThat(conditioned.odds()).isCloseTo(1, within(1e-12));
        assertThat(conditioned.runs(5, SEED))
                .allSatisfy(run -> assertThat(run.jumps()).isZero());
    }
}
