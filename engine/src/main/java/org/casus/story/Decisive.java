package org.casus.story;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.casus.game.StateSpace;
import org.casus.scenario.Condition;
import org.casus.scenario.Row;

/// By which questions a story is told: all that the goal asks of single rows, and as many others as can be
/// told in a handful of ways, those that decide most first.
///
/// The others are whether a row of the board stands at least on a level, or on it where the row is no
/// ladder. How much one decides is measured in information. Given the goal, a jump that makes it ρ times as
/// likely is made ρ times as often, and what the goal tells of a run, ln(1 / odds), is a sum of terms ≥ 0
/// over all jumps and over what did not happen; a jump's own term is, in the mean over conditioned runs,
///
///     ln ρ − 1 + 1/ρ
///
/// It is shared equally by the questions whose answer the jump changes: by those of the goal alone if there
/// are any among them, because the rest then only comes along with what the goal is about.
///
/// One after the other is asked, the most telling first, if it carries at least [#LEAST] of all that was
/// counted, unless the [#WAYS] commonest tales would then no longer cover [#COVERED] of the runs. Where the
/// goal asks nothing, the most telling one is asked anyway, if any tells anything. Tables of agreements and memories of
/// commitments are not looked at unless the goal names them: what is signed is told as an agreement.
final class Decisive {

    static final double LEAST = 0.03;
    /// Information below this is rounding: so it is for an end that is all but certain.
    static final double ROUNDING = 1e-9;
    static final double COVERED = 0.5;
    static final int WAYS = 5;

    private final StateSpace space;
    private final List<Run> runs;
    private final List<Condition.On> named;
    private final List<Condition.On> candidates;

    Decisive(StateSpace space, List<Run> runs, List<Condition.On> ofGoal) {
        this.space = space;
        this.runs = runs;
        Set<Condition.On> distinct = new LinkedHashSet<>();
        ofGoal.forEach(question -> distinct.add(upper(question)));
        distinct.removeIf(question -> question.levels() == 0);
        named = List.copyOf(distinct);
        Set<Condition.On> all = new LinkedHashSet<>();
        for (Row row : space.scenario().rows()) {
            if (row.kind() == Row.Kind.BOARD) {
                long full = full(row);
                for (int level = row.ordered() ? 1 : 0; level < row.levels().size(); level++) {
                    all.add(upper(new Condition.On(row.index(), row.ordered() ? full & -1L << level : 1L << level)));
                }
            }
        }
        all.removeAll(named);
        candidates = List.copyOf(all);
    }

    private static long full(Row row) {
        return -1L >>> -row.levels().size();
    }

    /// The same question put so that the lowest level means no.
    private Condition.On upper(Condition.On question) {
        long full = full(space.scenario().rows().get(question.row()));
        long levels = (question.levels() & 1) == 0 ? question.levels() : ~question.levels();
        return new Condition.On(question.row(), levels & full);
    }

    /// The states as the story sees them.
    Labels labels() {
        Labels labels = Labels.none(space.size());
        for (Condition.On question : named) {
            labels = labels.with(question, space);
        }
        double[] information = information();
        double all = Arrays.stream(information).sum();
        List<Condition.On> ranked = IntStream.range(0, candidates.size())
                .filter(k -> information[k] >= Math.max(LEAST * all, ROUNDING))
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -information[k]))
                .map(candidates::get)
                .toList();
        for (Condition.On question : ranked) {
            Labels more = labels.with(question, space);
            if (labels.asked().isEmpty() || covered(more) >= COVERED) {
                labels = more;
            }
        }
        return labels;
    }

    /// What the candidates' changes tell of the goal, mean over runs; last, what those of its own
    /// questions do.
    private double[] information() {
        var information = new double[candidates.size() + 1];
        for (Run run : runs) {
            for (int k = 0; k < run.jumps(); k++) {
                double gain = (Math.log(run.lift(k)) - 1 + 1 / run.lift(k)) / runs.size();
                int from = run.from(k);
                int to = run.to(k);
                if (named.stream().anyMatch(question -> Labels.changes(question, space, from, to))) {
                    information[candidates.size()] += gain;
                } else {
                    share(gain, from, to, information);
                }
            }
        }
        return information;
    }

    private void share(double gain, int from, int to, double[] information) {
        int[] changed = IntStream.range(0, candidates.size())
                .filter(k -> Labels.changes(candidates.get(k), space, from, to))
                .toArray();
        for (int k : changed) {
            information[k] += gain / changed.length;
        }
    }

    /// Share of the runs that the commonest tales cover.
    private double covered(Labels labels) {
        Map<List<Tale.Event>, Integer> counts = new HashMap<>();
        for (Run run : runs) {
            counts.merge(Tale.of(run, labels, space).events(), 1, Integer::sum);
        }
        int most = counts.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(WAYS)
                .mapToInt(Integer::intValue)
                .sum();
        return (double) most / runs.size();
    }
}
