package org.casus.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.casus.game.StateSpace;

/// Sorts runs into storylines. Runs with the same [Tale] are one way. The [#MOST] commonest ways that are at
/// least [#LEAST] of the runs head a storyline each. Every other way joins the one it has most steps in
/// common with, in the same order, if these are at least [#ALIKE] of the steps of both on average (the
/// commoner of two that are as near); the rest are other ways. Ways as common as each other stand in the
/// order of their first runs.
final class Storylines {

    static final int MOST = 6;
    static final double LEAST = 0.01;
    static final double ALIKE = 2.0 / 3;

    /// How often a run must make a detour for it to be told.
    static final double OFTEN = 0.25;

    /// A run, its place among all, and what is left of it.
    private record Told(int number, Run run, Tale tale) {}

    private final StateSpace space;
    private final Labels labels;
    private final int runs;
    private final List<List<Told>> ways;

    Storylines(StateSpace space, List<Run> runs, Labels labels) {
        this.space = space;
        this.labels = labels;
        this.runs = runs.size();
        Map<List<Tale.Event>, List<Told>> byEvents = new LinkedHashMap<>();
        for (int number = 0; number < runs.size(); number++) {
            Run run = runs.get(number);
            var tale = Tale.of(run, labels, space);
            byEvents.computeIfAbsent(tale.events(), events -> new ArrayList<>()).add(new Told(number, run, tale));
        }
        ways = byEvents.values().stream()
                .sorted(Comparator.comparingInt(way -> -way.size()))
                .toList();
    }

    /// The storylines, the largest share first.
    List<Storyline> lines() {
        List<List<Told>> heads = ways.stream()
                .limit(MOST)
                .filter(way -> way.size() >= LEAST * runs)
                .toList();
        var members = new int[heads.size()];
        for (List<Told> way : ways) {
            int nearest = nearest(events(way), heads);
            if (nearest >= 0) {
                members[nearest] += way.size();
            }
        }
        return IntStream.range(0, members.length)
                .boxed()
                .sorted(Comparator.comparingInt(head -> -members[head]))
                .map(head -> line(heads.get(head), members[head]))
                .toList();
    }

    private static List<Tale.Event> events(List<Told> way) {
        return way.getFirst().tale.events();
    }

    private static int nearest(List<Tale.Event> events, List<List<Told>> heads) {
        int nearest = -1;
        double most = 0;
        for (int head = 0; head < heads.size(); head++) {
            double alike = alike(events, events(heads.get(head)));
            if (alike >= ALIKE && alike > most) {
                most = alike;
                nearest = head;
            }
        }
        return nearest;
    }

    /// Twice the longest common subsequence of the steps over all steps; 1 if there are none.
    static double alike(List<Tale.Event> a, List<Tale.Event> b) {
        if (a.isEmpty() && b.isEmpty()) {
            return 1;
        }
        var common = new int[a.size() + 1][b.size() + 1];
        for (int i = 1; i <= a.size(); i++) {
            for (int j = 1; j <= b.size(); j++) {
                common[i][j] = a.get(i - 1).equals(b.get(j - 1))
                        ? common[i - 1][j - 1] + 1
                        : Math.max(common[i - 1][j], common[i][j - 1]);
            }
        }
        return 2.0 * common[a.size()][b.size()] / (a.size() + b.size());
    }

    private Storyline line(List<Told> way, int members) {
        List<Step> steps = IntStream.range(0, events(way).size())
                .mapToObj(step -> step(way, step))
                .toList();
        return new Storyline(
                (double) members / runs,
                (double) way.size() / runs,
                steps,
                detours(way),
                way.stream().map(Told::number).toList());
    }

    /// What was forgotten with the loops.
    private List<Detour> detours(List<Told> way) {
        Map<Change, Integer> forgotten = new LinkedHashMap<>();
        for (Told told : way) {
            Run run = told.run;
            int next = 0;
            for (int k = 0; k < run.jumps(); k++) {
                if (next < told.tale.jumps().length && told.tale.jumps()[next] == k) {
                    next++;
                } else {
                    for (int row : labels.rows(space, run.from(k), run.to(k))) {
                        var change = new Change(row, space.level(run.from(k), row), space.level(run.to(k), row));
                        forgotten.merge(change, 1, Integer::sum);
                    }
                }
            }
        }
        return forgotten.entrySet().stream()
                .map(entry -> new Detour(entry.getKey(), (double) entry.getValue() / way.size()))
                .filter(detour -> detour.times() >= OFTEN)
                .sorted(Comparator.comparingDouble(detour -> -detour.times()))
                .toList();
    }

    private Step step(List<Told> way, int step) {
        var times = new double[way.size()];
        double lift = 0;
        var makers = new Counts();
        var states = new Counts();
        for (int w = 0; w < times.length; w++) {
            Run run = way.get(w).run;
            int jump = way.get(w).tale.jumps()[step];
            times[w] = run.time(jump);
            lift += Math.log(run.lift(jump)) / times.length;
            makers.add(run.maker(jump));
            states.add(run.from(jump));
        }
        Arrays.sort(times);
        Run example = way.getFirst().run;
        List<Step.By> by = makers.commonestFirst().stream()
                .map(maker -> new Step.By(example.who(maker.getKey()), (double) maker.getValue() / times.length))
                .toList();
        return new Step(
                changes(way, step),
                events(way).get(step).agreement(),
                quantile(times, 0.5),
                quantile(times, 0.1),
                quantile(times, 0.9),
                by,
                Math.exp(lift),
                states.commonest());
    }

    /// The rows whose answers change, each with the levels it comes from and to most often.
    private List<Change> changes(List<Told> way, int step) {
        Run example = way.getFirst().run;
        int first = way.getFirst().tale.jumps()[step];
        List<Change> changes = new ArrayList<>();
        for (int row : labels.rows(space, example.from(first), example.to(first))) {
            int levels = space.scenario().rows().get(row).levels().size();
            var pairs = new Counts();
            for (Told told : way) {
                int jump = told.tale.jumps()[step];
                pairs.add(space.level(told.run.from(jump), row) * levels + space.level(told.run.to(jump), row));
            }
            changes.add(new Change(row, pairs.commonest() / levels, pairs.commonest() % levels));
        }
        return List.copyOf(changes);
    }

    /// How often each number comes.
    private static final class Counts {

        private final Map<Integer, Integer> counts = new TreeMap<>();

        void add(int number) {
            counts.merge(number, 1, Integer::sum);
        }

        /// The lower number first where two come as often.
        List<Map.Entry<Integer, Integer>> commonestFirst() {
            return counts.entrySet().stream()
                    .sorted(Comparator.comparingInt(entry -> -entry.getValue()))
                    .toList();
        }

        int commonest() {
            return commonestFirst().getFirst().getKey();
        }
    }

    /// Linear between the two values around (n − 1) · q.
    private static double quantile(double[] sorted, double q) {
        double at = (sorted.length - 1) * q;
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
