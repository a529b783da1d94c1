package org.casus.app.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casus.app.Version;
import org.casus.equilibrium.Settings;
import org.casus.scenario.Scenario;
import org.casus.study.Comparisons;
import org.casus.study.Elsewhere;
import org.casus.study.Ensemble;
import org.casus.study.Study;
import org.casus.study.Variant;
import org.casus.study.Verdicts;
import org.casus.study.WorldResult;

/// Works a study out in many worlds, going on from what a ledger has.
///
/// The answer is a function of the study, the seed, the tolerance and the numbers of worlds: what was in the
/// ledger, the number of threads and the order of work leave no trace in it.
public final class StudyRun {

    /// In how many drawn worlds games are solved with all care as well, where nothing is said.
    public static final int CHECKS = 2;

    /// What [Watcher] calls the main work: one variant in one world each.
    public static final String SOLVES = "solves";

    /// How far a run is.
    @FunctionalInterface
    public interface Watcher {
        /// @param what is being done
        /// @param done of `all`, those of earlier starts not counted
        /// @param failed of those done
        void at(String what, int done, int failed, int all);

        /// @param tasks of the main work that are to be done, before the first of them is
        default void open(List<Ensemble.Task> tasks) {}

        /// Is told of each of them when it is done, before [#at] is.
        default void solved(Ensemble.Task task) {}
    }

    /// What is asked of a study.
    ///
    /// @param settings `path=value` as given
    /// @param worlds how many are drawn
    /// @param seed of the draws and of the random starts of second opinions
    /// @param start with how much care drawn worlds are solved
    /// @param checks in how many of the drawn worlds, the first ones, games are solved with all care as well,
    ///     to see whether haste has led elsewhere ([SecondLooks])
    /// @param opinions in how many of the drawn worlds, the first ones, further equilibria are looked for
    ///     beside the middle world; empty for none at all
    /// @param compared whether policies are compared
    /// @param judged whether claims are
    public record Asked(
            List<String> settings,
            int worlds,
            long seed,
            Ensemble.Start start,
            int checks,
            Optional<Integer> opinions,
            boolean compared,
            boolean judged,
            OptionalDouble recursWithin) {}

    private final Study study;
    private final Asked asked;
    private final Settings settings;
    private final Drawn drawn;

    /// What of a study is worked out, and where.
    ///
    /// @param variants ids of those that are
    /// @param drawn the worlds
    /// @param further indices of worlds beside the drawn ones, below [Ensemble#CENTRAL], which `drawn` knows
    record Part(List<String> variants, Drawn drawn, List<Integer> further) {}

    /// An answer, and what came of further worlds that it does not speak of.
    record Work(StudyAnswer answer, List<WorldResult> further) {}

    private StudyRun(Study study, Asked asked, Drawn drawn, Settings settings) {
        this.study = study;
        this.asked = asked;
        this.settings = settings;
        this.drawn = drawn;
    }

    /// Works out what `ledger` does not have yet, keeps it there, and says what all of it says.
    ///
    /// @param settings with the number of threads to use
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted; what was finished
    ///     is in the ledger
    public static StudyAnswer of(Study study, Asked asked, Settings settings, Ledger ledger, Watcher watcher) {
        List<String> all = study.variants().stream().map(Variant::id).toList();
        var part = new Part(all, Drawn.of(study, asked.seed()), List.of());
        return of(study, asked, part, settings, ledger, watcher).answer();
    }

    /// The same of some variants and with some worlds more. Where none are drawn, the middle world is not asked
    /// for either.
    static Work of(Study study, Asked asked, Part part, Settings settings, Ledger ledger, Watcher watcher) {
        Drawn drawn = part.drawn;
        var run = new StudyRun(study, asked, drawn, settings);
        List<WorldResult> all = run.solve(part, ledger, watcher);
        List<WorldResult> results = all.stream()
                .filter(result -> result.world() >= Ensemble.CENTRAL)
                .toList();
        List<Look> looks = new SecondLooks(study, part.variants, asked, drawn, settings).take(ledger, watcher);
        List<WorldResult> judged =
                Stream.concat(results.stream(), run.elsewhere(ledger, looks)).toList();
        var answer = new StudyAnswer(
                run.about(),
                study,
                drawn,
                results,
                looks,
                asked.compared() ? Optional.of(Comparisons.of(study, results)) : Optional.empty(),
                asked.judged() ? Verdicts.of(study, judged, drawn) : List.of());
        return new Work(
                answer,
                all.stream().filter(result -> result.world() < Ensemble.CENTRAL).toList());
    }

    private List<Ensemble.Task> tasks(Ensemble ensemble, Part part) {
        List<Ensemble.Task> tasks = new ArrayList<>();
        if (asked.worlds() > 0) {
            ensemble.tasks(asked.worlds()).stream()
                    .filter(task -> part.variants.contains(task.variant()))
                    .forEach(tasks::add);
        }
        for (int world : part.further) {
            part.variants.forEach(variant -> tasks.add(new Ensemble.Task(world, variant)));
        }
        return List.copyOf(tasks);
    }

    private List<WorldResult> solve(Part part, Ledger ledger, Watcher watcher) {
        var ensemble = new Ensemble(study, drawn, settings, asked.start());
        List<Ensemble.Task> tasks = tasks(ensemble, part);
        Set<Ensemble.Task> wanted = new HashSet<>(tasks);
        List<WorldResult> results = new ArrayList<>(ledger.results().stream()
                .filter(result -> wanted.contains(task(result)))
                .toList());
        Set<Ensemble.Task> known = results.stream().map(StudyRun::task).collect(Collectors.toSet());
        watcher.open(tasks.stream().filter(task -> !known.contains(task)).toList());
        ensemble.run(
                tasks,
                known::contains,
                settings.threads(),
                result -> {
                    ledger.keep(result);
                    results.add(result);
                    watcher.solved(task(result));
                },
                (done, failed, all) -> watcher.at(SOLVES, done, failed, all));
        List<String> order = study.variants().stream().map(Variant::id).toList();
        results.sort(Comparator.comparingInt(WorldResult::world)
                .thenComparingInt(result -> order.indexOf(result.variant())));
        return List.copyOf(results);
    }

    static Ensemble.Task task(WorldResult result) {
        return new Ensemble.Task(result.world(), result.variant());
    }

    /// What was kept of the further equilibria of the middle world.
    private Stream<WorldResult> elsewhere(Ledger ledger, List<Look> looks) {
        boolean several = looks.stream().anyMatch(look -> look.world() == Ensemble.CENTRAL && look.several());
        return several && asked.judged()
                ? ledger.results().stream().filter(result -> Elsewhere.equilibrium(result.world()) >= 0)
                : Stream.empty();
    }

    private StudyAnswer.About about() {
        Scenario scenario = study.scenario();
        return new StudyAnswer.About(
                scenario.name(),
                Clean.text(scenario.title()),
                Clean.text(scenario.question()),
                Version.current(),
                scenario.hash(),
                asked.seed(),
                asked.settings(),
                settings.tolerance(),
                scenario.clock(),
                Grounds.of(scenario.judgements()),
                asked.worlds(),
                asked.start(),
                asked.recursWithin());
    }
}
