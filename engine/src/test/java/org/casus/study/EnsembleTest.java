package org.casus.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.study.Ensemble.Task;
import org.junit.jupiter.api.Test;

class EnsembleTest {

    private static final String MORE = """
            sources: {page: {title: A page, date: 2025-12-01, kind: analysis}}
            policies:
              watched: {allow: [north/send-watch]}
              costly: {set: {east/attack costs: 1 to 2}}
            scores: {quiet: weeks with war is truce}
            claims:
              brokered: {says: s, at: page, test: without ceasefire odds of peace fall}
              attacks: {says: s, at: page, test: under costly east/attack is played less}
              tempers: {says: s, at: page, test: east/attack is played more when mood is angry than when mood is calm}
            """;

    private static final Settings SETTINGS = Settings.standard();

    private static Study study() throws Exception {
        var wanted = new Study.Wanted(List.of("watched", "as-is", "costly"), true, OptionalDouble.of(4));
        return Study.of(Sample.file(MORE), wanted);
    }

    private static List<WorldResult> run(Ensemble ensemble, List<Task> tasks, List<WorldResult> known, int threads) {
        List<WorldResult> results = new ArrayList<>(known);
        List<Task> done =
                known.stream().map(r -> new Task(r.world(), r.variant())).toList();
        ensemble.run(tasks, done::contains, threads, results::add, (d, f, all) -> {});
        results.sort(Comparator.comparingInt(WorldResult::world).thenComparing(WorldResult::variant));
        return results;
    }

    /// Bit for bit: by threads, by the order of tasks, and by what was known already.
    @Test
    void nothingLeavesATrace() throws Exception {
        Study study = study();
        var ensemble = new Ensemble(study, new Grid("east/attack costs", 3), SETTINGS, Ensemble.Start.COLD);
        List<Task> tasks = ensemble.tasks(3);
        assertThat(tasks).hasSize(16).startsWith(new Task(Ensemble.CENTRAL, "as-is"));
        List<WorldResult> one = run(ensemble, tasks, List.of(), 1);
        assertThat(one).allMatch(WorldResult::solved);
        assertThat(run(ensemble, tasks, List.of(), 2))
                .usingRecursiveComparison()
                .isEqualTo(one);
        List<Task> backward = new ArrayList<>(tasks);
        Collections.reverse(backward);
        assertThat(run(ensemble, backward, List.of(), 3))
                .usingRecursiveComparison()
                .isEqualTo(one);
        List<WorldResult> some = one.stream()
                .filter(r -> r.variant().equals("as-is") || r.world() == 1)
                .toList();
        assertThat(run(ensemble, tasks, some, 2)).usingRecursiveComparison().isEqualTo(one);
        assertThat(run(ensemble, tasks, one, 2)).as("nothing left to do").hasSameSizeAs(one);
    }

    @Test
    void whatIsReadHasItsLabels() throws Exception {
        Study study = study();
        assertThat(study.compared()).containsExactly("as-is", "watched", "costly");
        assertThat(study.variants().stream().map(Variant::id))
                .containsExactly("as-is", "watched", "costly", "without ceasefire");
        assertThat(study.labels("as-is"))
                .containsExactly(
                        "score quiet",
                        "claim brokered right",
                        "claim attacks right",
                        "claim tempers left",
                        "claim tempers right");
        assertThat(study.labels("without ceasefire")).containsExactly("claim brokered left");
        assertThatThrownBy(() -> study.labels("nobody")).isInstanceOf(IllegalArgumentException.class);
        var ensemble = new Ensemble(study, new Grid("", 1), SETTINGS, Ensemble.Start.COLD);
        for (WorldResult result : run(ensemble, ensemble.tasks(1), List.of(), 2)) {
            assertThat(result.values()).hasSameSizeAs(study.labels(result.variant()));
            assertThat(result.worth()).hasSize(3);
            assertThat(result.residual()).isLessThan(1e-8);
            boolean policy = List.of("watched", "costly").contains(result.variant());
            assertThat(result.held().isPresent()).isEqualTo(policy);
            assertThat(result.deals()).hasSize(policy || result.variant().equals("as-is") ? 1 : 0);
        }
    }

    @Test
    void failuresAreResults() throws Exception {
        Study study = Study.of(Sample.file(""), Study.Wanted.compare(List.of()));
        Worlds worlds = scenario -> index -> {
            if (index == 1) {
                throw new IllegalArgumentException("no such world");
            }
            return new Grid("", 3).of(scenario).apply(index);
        };
        var ensemble = new Ensemble(study, worlds, SETTINGS, Ensemble.Start.COLD);
        List<WorldResult> results = new ArrayList<>();
        var last = new AtomicInteger();
        var tally = ensemble.run(ensemble.tasks(3), task -> false, 2, results::add, (done, failed, all) -> {
            assertThat(all).isEqualTo(4);
            last.set(done);
        });
        assertThat(tally).isEqualTo(new Ensemble.Tally(4, 1));
        assertThat(last).hasValue(4);
        WorldResult failed =
                results.stream().filter(r -> !r.solved()).findFirst().orElseThrow();
        assertThat(failed.world()).isEqualTo(1);
        assertThat(failed.failure()).contains("REFUSED: no such world");
        assertThat(failed.outcomes()).isEmpty();
        assertThat(Comparisons.of(study, results).failed()).isEqualTo(1);
        assertThat(Comparisons.of(study, results).worlds()).isEqualTo(2);
    }

    /// Three that each want to differ from the next can never all have it, and chase one another for ever.
    @Test
    void whatIsNotSolvedSaysWhy() throws Exception {
        String ring = """
                format: casus/1
                title: A ring
                as_of: 2026-01-01
                clock: {unit: week, horizon: 10}
                defaults: {acts: every 3 days, drifts: every 8 weeks, looks ahead: 20 weeks, sharpness: 200}
                board:
                  a: {levels: [low, high], start: low}
                  b: {levels: [low, high], start: low}
                  c: {levels: [low, high], start: low}
                actors:
                  ann:
                    wants: {a is low and b is high: 6}
                    fears: {a is low and b is low: 5.7, a is high and b is low: 1.6, a is high and b is high: 1.9}
                  bob:
                    wants: {b is low and c is high: 5.7}
                    fears: {b is low and c is low: 5.9, b is high and c is low: 1.5, b is high and c is high: 2}
                  cat:
                    wants: {c is low and a is high: 6.2}
                    fears: {c is low and a is low: 5.6, c is high and a is low: 1.7, c is high and a is high: 1.8}
                moves:
                  ann/up: {if: a is low, costs: 0.6, then: a to high}
                  ann/down: {if: a is high, costs: 0.6, then: a to low}
                  bob/up: {if: b is low, costs: 0.6, then: b to high}
                  bob/down: {if: b is high, costs: 0.6, then: b to low}
                  cat/up: {if: c is low, costs: 0.6, then: c to high}
                  cat/down: {if: c is high, costs: 0.6, then: c to low}
                outcomes: {all: {if: a is high and b is high}, other: otherwise}
                policies: {dear: {set: {ann/up costs: 9}}}
                """;
        Study study = Study.of(Sample.of(ring), Study.Wanted.compare(List.of("dear")));
        for (var start : Ensemble.Start.values()) {
            var ensemble = new Ensemble(study, new Grid("", 1), SETTINGS, start);
            List<WorldResult> results = run(ensemble, ensemble.tasks(1), List.of(), 2);
            WorldResult asIs = results.getFirst();
            assertThat(asIs.variant()).isEqualTo("as-is");
            assertThat(asIs.failure().orElseThrow()).startsWith("DOES_NOT_SETTLE: ");
            WorldResult dear = results.get(1);
            assertThat(dear.solved()).isTrue();
            assertThat(dear.held()).as("no plans to hold").isEmpty();
        }
    }

    /// What a claim leaves out may be all that a policy forbids: one game, solved once.
    @Test
    void aPolicyAndWhatItForbidsAreOneGame() throws Exception {
        String more = """
                sources: {page: {title: A page, date: 2025-12-01, kind: analysis}}
                policies:
                  unbrokered: {forbid: [ceasefire]}
                  more: {forbid: [ceasefire], set: {east/attack costs: 1}}
                claims:
                  brokered: {says: s, at: page, test: without ceasefire odds of peace fall}
                  same: {says: s, at: page, test: under unbrokered odds of peace fall}
                """;
        Study study = Study.of(Sample.file(more), Study.Wanted.test());
        var ensemble = new Ensemble(study, new Grid("east/attack costs", 2), SETTINGS, Ensemble.Start.QUICK);
        List<WorldResult> results = run(ensemble, ensemble.tasks(2), List.of(), 2);
        for (int world = Ensemble.CENTRAL; world < 2; world++) {
            int index = world;
            List<WorldResult> both = results.stream()
                    .filter(result -> result.world() == index)
                    .filter(result -> !result.variant().equals("as-is"))
                    .toList();
            assertThat(both.stream().map(WorldResult::variant)).containsExactly("unbrokered", "without ceasefire");
            assertThat(both.get(0).outcomes()).isEqualTo(both.get(1).outcomes());
        }
        Study.Part left = study.part("without ceasefire");
        assertThat(study.twin(left)).isSameAs(study.twin(study.part("unbrokered")));
        assertThat(study.twinned(study.asIs())).isFalse();
    }

    /// The same equilibrium, the same bits on any threads and after any break.
    @Test
    void quickSolvesLeaveNoTraceEither() throws Exception {
        Study study = study();
        var cold = new Ensemble(study, new Grid("east/attack costs", 3), SETTINGS, Ensemble.Start.COLD);
        var warm = new Ensemble(study, new Grid("east/attack costs", 3), SETTINGS, Ensemble.Start.QUICK);
        List<Task> tasks = cold.tasks(3);
        List<WorldResult> one = run(warm, tasks, List.of(), 1);
        assertThat(run(warm, tasks, List.of(), 2)).usingRecursiveComparison().isEqualTo(one);
        List<WorldResult> some = one.stream().filter(r -> r.world() < 1).toList();
        assertThat(run(warm, tasks, some, 3)).usingRecursiveComparison().isEqualTo(one);
        List<WorldResult> from = run(cold, tasks, List.of(), 1);
        for (int k = 0; k < from.size(); k++) {
            assertThat(one.get(k).outcomes()).containsExactly(from.get(k).outcomes(), within(1e-6));
        }
    }

    /// Quick solves that are all lost, as from a start beyond all numbers: all care finds every game
    /// after all, whatever the threads, and says that it was needed. The middle world never is in haste.
    @Test
    void whereHasteComesToNothingAllCareIsTaken() throws Exception {
        Study study = study();
        var worlds = new Grid("east/attack costs", 2);
        InWorld.Haste lost = (game, settings, start) -> {
            double[] nowhere = new double[game.states * game.actors];
            Arrays.fill(nowhere, 1e306);
            return Equilibrium.solveFrom(game, settings, nowhere);
        };
        var ensemble = new Ensemble(study, worlds, SETTINGS, Ensemble.Start.QUICK, lost);
        List<Task> tasks = ensemble.tasks(2);
        List<WorldResult> again = run(ensemble, tasks, List.of(), 1);
        assertThat(again).allSatisfy(result -> assertThat(result.again()).isEqualTo(result.world() >= 0));
        assertThat(run(ensemble, tasks, List.of(), 2))
                .usingRecursiveComparison()
                .isEqualTo(again);
        var cold = new Ensemble(study, worlds, SETTINGS, Ensemble.Start.COLD);
        assertThat(again).usingRecursiveComparison().ignoringFields("again").isEqualTo(run(cold, tasks, List.of(), 2));
        var quick = new Ensemble(study, worlds, SETTINGS, Ensemble.Start.QUICK);
        assertThat(run(quick, tasks, List.of(), 2)).noneMatch(WorldResult::again);
    }

    /// What all care cannot solve either has its reason; what is no game is not tried twice.
    @Test
    void theFailureThatCountsIsThatOfAllCare() throws Exception {
        int[] tries = new int[1];
        Attempt.Way refused = () -> {
            tries[0]++;
            throw new IllegalArgumentException("no game");
        };
        assertThat(Attempt.at(refused, refused)).isEqualTo(new Attempt.Failed("REFUSED: no game", false));
        assertThat(tries[0]).isEqualTo(1);
        var variant = Sample.variant(Sample.file(""), "");
        var game = variant.structure().game(variant.middle());
        double[] nowhere = new double[game.states * game.actors];
        Arrays.fill(nowhere, 1e306);
        Attempt.Way lost = () -> Equilibrium.solveFrom(game, SETTINGS, nowhere);
        assertThat(Attempt.at(lost, refused)).isEqualTo(new Attempt.Failed("REFUSED: no game", true));
    }

    @Test
    void aBrokenSinkEndsTheRun() throws Exception {
        Study study = Study.of(Sample.file(""), Study.Wanted.compare(List.of()));
        var ensemble = new Ensemble(study, new Grid("", 8), SETTINGS, Ensemble.Start.COLD);
        assertThatThrownBy(() -> ensemble.run(
                        ensemble.tasks(8),
                        task -> false,
                        2,
                        result -> {
                            throw new IllegalStateException("disk full");
                        },
                        (done, failed, all) -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("disk full");
        assertThatThrownBy(() -> ensemble.run(List.of(), task -> false, 0, result -> {}, (d, f, a) -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void interruptingCancels() throws Exception {
        Study study = Study.of(Sample.file(""), Study.Wanted.compare(List.of()));
        var ensemble = new Ensemble(study, new Grid("", 500), SETTINGS, Ensemble.Start.COLD);
        Thread caller = Thread.currentThread();
        List<WorldResult> results = new ArrayList<>();
        assertThatThrownBy(() -> ensemble.run(
                        ensemble.tasks(500),
                        task -> false,
                        2,
                        result -> {
                            results.add(result);
                            caller.interrupt();
                        },
                        (done, failed, all) -> {}))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(results).hasSizeBetween(1, 400);
    }
}
