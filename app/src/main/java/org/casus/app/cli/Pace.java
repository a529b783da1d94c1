package org.casus.app.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import org.casus.app.run.StudyRun;
import org.casus.study.Ensemble;

/// Says how far a run is, and how long the rest of its solves will take if they go on like this.
///
/// A solve of the middle world takes all care and costs many times one of a drawn world, so it tells nothing of
/// those, and while there is nothing else no time is told. The time left is
///
///     Σ over open solves of drawn worlds of the mean time from the end of one solve to the end of one of this variant
///
/// or of any variant, where none of this has been seen. On n threads these times add up to the wall time, whatever
/// the number of threads. Where a run is gone on with, the first drawn solve of each variant works its middle
/// world out once more, and does not count.
final class Pace implements StudyRun.Watcher {

    /// Solves of one variant that count: how many, and the seconds of all of them.
    private static final class Cost {
        private int solves;
        private double seconds;
    }

    private final String name;
    private final DoubleSupplier seconds;
    private final Consumer<String> line;
    private final Map<String, Cost> costs = new HashMap<>();
    private final Map<String, Integer> drawn = new HashMap<>();
    /// Variants whose middle world is known from an earlier start, and not yet worked out again.
    private final Set<String> again = new HashSet<>();
    private int middles;
    private int middlesDone;
    private double last;
    private volatile String words;

    /// @param name of the scenario
    /// @param seconds the clock
    /// @param line is told the words, again and again
    Pace(String name, DoubleSupplier seconds, Consumer<String> line) {
        this.name = name;
        this.seconds = seconds;
        this.line = line;
        this.words = name + ": solving the first worlds";
    }

    @Override
    public void open(List<Ensemble.Task> tasks) {
        costs.clear();
        drawn.clear();
        middlesDone = 0;
        last = seconds.getAsDouble();
        Set<String> middle =
                tasks.stream().filter(Pace::middle).map(Ensemble.Task::variant).collect(Collectors.toSet());
        middles = middle.size();
        tasks.stream().filter(task -> !middle(task)).forEach(task -> drawn.merge(task.variant(), 1, Integer::sum));
        again.clear();
        again.addAll(drawn.keySet());
        again.removeAll(middle);
        if (middles > 0) {
            words = middleWorld();
        }
        again();
    }

    @Override
    public void solved(Ensemble.Task task) {
        double now = seconds.getAsDouble();
        if (middle(task)) {
            middlesDone++;
        } else {
            drawn.merge(task.variant(), -1, Integer::sum);
            if (!again.remove(task.variant())) {
                Cost cost = costs.computeIfAbsent(task.variant(), variant -> new Cost());
                cost.solves++;
                cost.seconds += now - last;
            }
        }
        last = now;
    }

    @Override
    public void at(String what, int done, int failed, int all) {
        boolean solves = what.equals(StudyRun.SOLVES);
        if (solves && middlesDone < middles && done == middlesDone) {
            words = middleWorld();
        } else {
            words = name + ": " + done + " of " + all + " " + what
                    + (failed == 0 ? "" : ", " + failed + " failed")
                    + (solves && !costs.isEmpty() ? ", " + Progress.left(left()) : "");
        }
        again();
    }

    /// Says the same once more, while a solve goes on.
    void again() {
        line.accept(words);
    }

    private String middleWorld() {
        return name + ": working out the middle world (" + (middlesDone + 1) + " of " + middles + ")";
    }

    /// Seconds, at least one solve of a drawn world having been seen.
    private double left() {
        int solves = costs.values().stream().mapToInt(cost -> cost.solves).sum();
        double all = costs.values().stream().mapToDouble(cost -> cost.seconds).sum();
        double left = 0;
        for (var open : drawn.entrySet()) {
            Cost cost = costs.get(open.getKey());
            left += open.getValue() * (cost == null ? all / solves : cost.seconds / cost.solves);
        }
        return left;
    }

    private static boolean middle(Ensemble.Task task) {
        return task.world() == Ensemble.CENTRAL;
    }
}
