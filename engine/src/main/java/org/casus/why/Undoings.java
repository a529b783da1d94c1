package org.casus.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.casus.chain.Chain;
import org.casus.chain.Transient;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;

/// Finds moves that undo each other, by what they do to the board: one takes some rows from levels a to
/// levels b, the other the same rows from b to a and nothing else. A change by the first is *undone* when
/// the other is the next to touch any of these rows.
///
/// Counted in the chain that remembers, for each move by itself, the last such change that is still standing
/// ([MarkedChain]): exact but for a move that makes two of them on different rows before the first is undone,
/// whose earlier one is then forgotten and not counted as undone.
final class Undoings {

    /// Changes expected less often than this up to the horizon are not worth a word.
    private static final double FEW = 1e-2;

    private final StateSpace space;
    private final Solution solution;
    private final Game game;
    private final int threads;
    /// Every way of changing the board, with its number.
    private final Map<Shape, Integer> shapes = new LinkedHashMap<>();
    /// Every way of changing the board by a move, with its number.
    private final Map<Change, Integer> numbers = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    /// Change of each lead.
    private final int[] change;
    /// Number of the first lead of each state.
    private final int[] firstLead;

    /// Shape of each change, and that of what takes it back, −1 if nothing does.
    private final int[] shape;

    private final int[] reverse;

    /// The rows that changed, in order, each with its level before and after.
    private record Shape(List<Integer> rows, List<Integer> before, List<Integer> after) {

        Shape reversed() {
            return new Shape(rows, after, before);
        }
    }

    /// What a move did to the board.
    private record Change(int move, Shape shape, int[] rows) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Change change && move == change.move && shape.equals(change.shape);
        }

        @Override
        public int hashCode() {
            return 31 * shape.hashCode() + move;
        }
    }

    /// The pairs, those undone most often first, up to the horizon.
    static List<Undoing> of(StateSpace space, Solution solution, int threads) {
        var question = new Transient.Question(new double[0], List.of(), solution.game().horizon);
        double[] time = Transient.of(Chain.of(solution), question, threads).occupation();
        return new Undoings(space, solution, threads).find(time);
    }

    private Undoings(StateSpace space, Solution solution, int threads) {
        this.space = space;
        this.solution = solution;
        this.threads = threads;
        game = solution.game();
        firstLead = new int[game.states + 1];
        for (int x = 0; x < game.states; x++) {
            int k = game.kind[x];
            int leads = game.leadStart[game.listStart[k + 1]] - game.leadStart[game.listStart[k]];
            firstLead[x + 1] = firstLead[x] + leads;
        }
        change = new int[firstLead[game.states]];
        for (int x = 0; x < game.states; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int p = game.entry(x, e);
                for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                    change[number(x, l)] = number(change(game.playMove[p], x, game.leadTo(x, l)));
                }
            }
        }
        shape = new int[changes.size()];
        reverse = new int[changes.size()];
        for (int k = 0; k < shape.length; k++) {
            Shape of = changes.get(k).shape;
            shape[k] = Objects.requireNonNull(shapes.get(of));
            reverse[k] = shapes.getOrDefault(of.reversed(), -1);
        }
    }

    /// Number of lead `l` of state x among all leads of all states.
    private int number(int x, int l) {
        return firstLead[x] + l - game.leadStart[game.listStart[game.kind[x]]];
    }

    private int number(Change one) {
        return numbers.computeIfAbsent(one, c -> {
            shapes.putIfAbsent(c.shape, shapes.size());
            changes.add(c);
            return changes.size() - 1;
        });
    }

    private Change change(int move, int x, int y) {
        var rows = new ArrayList<Integer>();
        var before = new ArrayList<Integer>();
        var after = new ArrayList<Integer>();
        for (int row = 0; row < space.scenario().rows().size(); row++) {
            if (space.level(x, row) != space.level(y, row)) {
                rows.add(row);
                before.add(space.level(x, row));
                after.add(space.level(y, row));
            }
        }
        int[] flat = rows.stream().mapToInt(Integer::intValue).toArray();
        return new Change(move, new Shape(List.copyOf(rows), List.copyOf(before), List.copyOf(after)), flat);
    }

    /// `time` is the expected time in each state up to the horizon.
    private List<Undoing> find(double[] time) {
        double[] count = counts(time);
        double[] most = new double[shapes.size()];
        for (int k = 0; k < count.length; k++) {
            most[shape[k]] = Math.max(most[shape[k]], count[k]);
        }
        var found = new ArrayList<Undoing>();
        for (int move = 0; move < space.scenario().moves().size(); move++) {
            int of = move;
            int[] watched = IntStream.range(0, count.length)
                    .filter(k -> changes.get(k).move == of && count[k] > FEW)
                    .filter(k -> reverse[k] >= 0 && most[reverse[k]] > FEW)
                    .toArray();
            if (watched.length > 0) {
                found.addAll(undone(move, watched, count));
            }
        }
        found.sort(Comparator.comparingDouble((Undoing pair) -> -pair.undone()));
        return List.copyOf(found);
    }

    /// How often each change is made.
    private double[] counts(double[] time) {
        double[] count = new double[changes.size()];
        for (int x = 0; x < game.states; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int p = game.entry(x, e);
                for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                    count[change[number(x, l)]] += time[x] * solution.rate()[e] * game.leadOdds[l];
                }
            }
        }
        return count;
    }

    /// By which moves, and how often, the changes `watched` of one move are undone.
    private List<Undoing> undone(int move, int[] watched, double[] count) {
        int[] markOf = new int[changes.size()];
        for (int k = 0; k < watched.length; k++) {
            markOf[watched[k]] = k + 1;
        }
        var marked = new MarkedChain(
                solution, watched.length + 1, (mark, play, x, to) -> after(watched, markOf, mark, play, x, to));
        var question = new Transient.Question(new double[0], List.of(), game.horizon);
        double[] time = Transient.of(marked.chain(), question, threads).occupation();
        double[] by = new double[space.scenario().moves().size()];
        double[] made = new double[by.length];
        for (int k = 0; k < marked.size(); k++) {
            if (marked.mark(k) > 0) {
                takenBack(reverse[watched[marked.mark(k) - 1]], marked.state(k), time[k], by);
            }
        }
        for (int k : watched) {
            IntStream.range(0, shape.length)
                    .filter(j -> shape[j] == reverse[k])
                    .forEach(j -> made[changes.get(j).move] += count[k]);
        }
        var pairs = new ArrayList<Undoing>();
        for (int other = 0; other < by.length; other++) {
            if (by[other] > FEW) {
                pairs.add(new Undoing(move, other, made[other], by[other]));
            }
        }
        return pairs;
    }

    /// Adds how often each move makes the change of shape `back` from x in `time`.
    private void takenBack(int back, int x, double time, double[] by) {
        for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
            int p = game.entry(x, e);
            for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                if (shape[change[number(x, l)]] == back) {
                    by[game.playMove[p]] += time * solution.rate()[e] * game.leadOdds[l];
                }
            }
        }
    }

    private int after(int[] watched, int[] markOf, int mark, int play, int x, int to) {
        if (x == to) {
            return mark;
        }
        if (play != MarkedChain.CHANCE) {
            int made = markOf[change[number(x, lead(x, play, to))]];
            if (made > 0) {
                return made;
            }
        }
        return mark > 0 && stands(changes.get(watched[mark - 1]).rows, x, to) ? mark : 0;
    }

    private int lead(int x, int play, int to) {
        int l = game.leadStart[game.entry(x, play)];
        while (game.leadTo(x, l) != to) {
            l++;
        }
        return l;
    }

    /// Whether none of `rows` moves between x and y.
    private boolean stands(int[] rows, int x, int y) {
        for (int row : rows) {
            if (space.level(x, row) != space.level(y, row)) {
                return false;
            }
        }
        return true;
    }
}
