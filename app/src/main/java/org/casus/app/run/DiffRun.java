package org.casus.app.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.casus.app.run.Diff.Result;
import org.casus.equilibrium.Settings;
import org.casus.game.SizeException;
import org.casus.game.Structure;
import org.casus.scenario.Change.About;
import org.casus.scenario.Move;
import org.casus.scenario.Outcome;
import org.casus.scenario.Revision;
import org.casus.scenario.Scenario;
import org.casus.study.Shift;
import org.casus.study.Shifts;

/// Works out what the changes between two scenarios do: all together, both files solved from nothing as
/// `casus solve` does it; then each alone, put into the first file and solved from its solution.
///
/// Each change that moves the game costs a solve. Beyond a number of them the others are put in together.
public final class DiffRun {

    /// Odds that differ by more, between a solve from nothing and one from nearby, are of another equilibrium.
    private static final double ELSEWHERE = 1e-4;

    private final Revision revision;
    private final Settings settings;
    private final Watcher watcher;
    private final Solved before;
    private final Solved after;
    private final Shifts shifts;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final List<Diff.Outcome> outcomes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    /// Steps that could not be followed from the first file.
    private int lost;

    /// Is told how far the work is.
    @FunctionalInterface
    public interface Watcher {
        /// @param done solves
        /// @param all solves, as far as is known
        void at(String what, int done, int all);
    }

    /// Effects, with what a reader should know of them.
    public record Told(Diff.Effects effects, List<String> warnings) {}

    private DiffRun(Revision revision, Solved before, Solved after, Settings settings, Watcher watcher) {
        this.revision = revision;
        this.before = before;
        this.after = after;
        this.settings = settings;
        this.watcher = watcher;
        this.shifts = new Shifts(before.structure(), before.solution());
        revision.before().outcomes().forEach(outcome -> place(outcome));
        revision.after().outcomes().forEach(outcome -> place(outcome));
    }

    private void place(Outcome outcome) {
        places.putIfAbsent(outcome.id(), places.size());
    }

    /// What the changes of `revision` do.
    ///
    /// @param before the first file solved
    /// @param after the second file under the names of the first, solved
    /// @param most how many changes are told apart
    public static Told of(
            Revision revision, Solved before, Solved after, int most, Settings settings, Watcher watcher) {
        var run = new DiffRun(revision, before, after, settings, watcher);
        Diff.Effects effects = run.effects(most);
        return new Told(effects, List.copyOf(run.warnings));
    }

    private Diff.Effects effects(int most) {
        Result total = result(shifts.to(after.structure(), after.solution()), revision.after());
        List<Diff.Step> steps = new ArrayList<>();
        List<List<Integer>> moving = new ArrayList<>();
        for (List<Integer> step : revision.steps()) {
            if (same(before.structure(), step)) {
                steps.add(new Diff.Step(step, false, new Result.Nothing()));
            } else {
                moving.add(step);
            }
        }
        elsewhere(total, moving.size());
        int alone = moving.size() > most ? most : moving.size();
        for (int k = 0; k < alone; k++) {
            watcher.at("change " + (k + 1) + " of " + alone, 3 + k, 3 + moving.size());
            steps.add(new Diff.Step(
                    moving.get(k), false, moving.size() == 1 ? only(moving.get(k), total) : alone(moving.get(k))));
        }
        if (alone < moving.size()) {
            List<Integer> rest = moving.subList(alone, moving.size()).stream()
                    .flatMap(List::stream)
                    .distinct()
                    .toList();
            watcher.at("the other changes together", 3 + alone, 4 + alone);
            steps.add(new Diff.Step(rest, true, alone == 0 ? only(rest, total) : alone(rest)));
        }
        steps.sort((a, b) -> a.rest() != b.rest()
                ? Boolean.compare(a.rest(), b.rest())
                : Integer.compare(a.changes().getFirst(), b.changes().getFirst()));
        lostSteps();
        outcomes(total);
        return new Diff.Effects(List.copyOf(outcomes), total, List.copyOf(steps), interaction(total, steps));
    }

    /// Whether the first file with these changes in it is the game of `structure`.
    private boolean same(Structure structure, List<Integer> changes) {
        try {
            Optional<Scenario> scenario = revision.with(changes);
            return scenario.isPresent() && Shifts.same(structure, Structure.compile(scenario.get()));
        } catch (SizeException e) {
            // A board so large is another game.
            return false;
        }
    }

    /// What the only step does that moves anything: the total, if no other change needs it to do something.
    private Result only(List<Integer> changes, Result total) {
        return same(after.structure(), changes) ? total : alone(changes);
    }

    private Result alone(List<Integer> changes) {
        Optional<Scenario> scenario = revision.with(changes);
        if (scenario.isEmpty()) {
            return new Result.Untold("without the other changes they make no scenario");
        }
        try {
            Shift shift = shifts.to(Structure.compile(scenario.get()), settings);
            lost += lost(shift) ? 1 : 0;
            return result(shift, scenario.get());
        } catch (SizeException e) {
            return new Result.Untold("alone its board is too large");
        }
    }

    private Result result(Shift shift, Scenario to) {
        return switch (shift) {
            case Shift.Same same -> new Result.Nothing();
            case Shift.Failed(String reason) -> new Result.Untold(reason.replaceFirst("^[A-Z_]+: ", ""));
            case Shift.Moved(double[] held, double[] rethought, double strayed, boolean lost) -> {
                double[] was = placed(shifts.odds(), revision.before());
                double[] direct = less(placed(held, to), was);
                double[] strategic = less(placed(rethought, to), placed(held, to));
                List<String> mine = moves(revision.before());
                List<String> other = moves(to);
                yield new Result.Moves(
                        new Diff.Split(direct, strategic),
                        strayed,
                        other.stream().filter(id -> !mine.contains(id)).toList(),
                        mine.stream().filter(id -> !other.contains(id)).toList());
            }
        };
    }

    private static List<String> moves(Scenario scenario) {
        return scenario.moves().stream()
                .filter(move -> !move.dormant())
                .map(Move::id)
                .toList();
    }

    private double[] placed(double[] odds, Scenario scenario) {
        var placed = new double[places.size()];
        for (Outcome outcome : scenario.outcomes()) {
            placed[Optional.ofNullable(places.get(outcome.id())).orElseThrow()] = odds[outcome.index()];
        }
        return placed;
    }

    private static double[] less(double[] a, double[] b) {
        var less = new double[a.length];
        for (int k = 0; k < a.length; k++) {
            less[k] = a[k] - b[k];
        }
        return less;
    }

    private void outcomes(Result total) {
        double[] was = placed(shifts.odds(), revision.before());
        for (var entry : places.entrySet()) {
            double change = switch (total) {
                case Result.Nothing nothing -> 0;
                case Result.Moves moves -> moves.split().total(entry.getValue());
                case Result.Untold untold -> Double.NaN;
            };
            Optional<Outcome> mine = outcome(revision.before(), entry.getKey());
            Optional<Outcome> other = outcome(revision.after(), entry.getKey());
            outcomes.add(new Diff.Outcome(
                    entry.getKey(),
                    revision.nameAfter(About.OUTCOME, entry.getKey()),
                    Clean.text(other.or(() -> mine).orElseThrow().title()),
                    was[entry.getValue()],
                    Math.clamp(was[entry.getValue()] + change, 0, 1)));
        }
    }

    private static Optional<Outcome> outcome(Scenario scenario, String id) {
        return scenario.outcomes().stream()
                .filter(outcome -> outcome.id().equals(id))
                .findFirst();
    }

    /// Where the second file, solved from the solution of the first, ends elsewhere than solved from nothing.
    private void elsewhere(Result total, int solves) {
        if (!shifts.sameBoards(after.structure())) {
            return;
        }
        watcher.at("the second file from the solution of the first", 2, 3 + solves);
        Shift shift = shifts.to(after.structure(), settings);
        Result near = result(shift, revision.after());
        if (near instanceof Result.Moves a && total instanceof Result.Moves b) {
            double most = 0;
            for (int k = 0; k < places.size(); k++) {
                most = Math.max(most, Math.abs(a.split().total(k) - b.split().total(k)));
            }
            if (most > ELSEWHERE) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "There are several equilibria: solved from nothing, the second file ends at another than %s, up "
                                + "to %.1f points away. Some of the total, and of what it is more than its parts, is "
                                + "that and not the changes.",
                        lost(shift) ? "with less care" : "the one that follows from the first",
                        100 * most));
            } else if (lost(shift)) {
                warnings.add("There may be several equilibria: the one of the second file cannot be followed from the "
                        + "first, and some of the total may be a leap between equilibria and not the changes.");
            }
        }
    }

    /// Whether the way from the solution of the first file was lost.
    private static boolean lost(Shift shift) {
        return shift instanceof Shift.Moved moved && moved.lost();
    }

    /// Of the steps.
    private void lostSteps() {
        if (lost > 0) {
            warnings.add("There may be several equilibria: put in alone, " + lost + (lost == 1 ? " change" : " changes")
                    + " could not be followed from the first file and had to be solved from nothing. Some of what "
                    + (lost == 1 ? "it does" : "they do") + " may be a leap between equilibria.");
        }
    }

    private Optional<Diff.Split> interaction(Result total, List<Diff.Step> steps) {
        var direct = new double[places.size()];
        var strategic = new double[places.size()];
        add(total, 1, direct, strategic);
        for (Diff.Step step : steps) {
            if (step.result() instanceof Result.Untold) {
                return Optional.empty();
            }
            add(step.result(), -1, direct, strategic);
        }
        return Optional.of(new Diff.Split(direct, strategic));
    }

    private static void add(Result result, int sign, double[] direct, double[] strategic) {
        if (result instanceof Result.Moves moves) {
            for (int k = 0; k < direct.length; k++) {
                direct[k] += sign * moves.split().direct()[k];
                strategic[k] += sign * moves.split().strategic()[k];
            }
        }
    }
}
