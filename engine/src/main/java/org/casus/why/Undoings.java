package org.casus.why;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casus.chain.Transient;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;

/// Finds moves that undo each other, by what they do to the board: one takes some rows from levels a to
/// levels b, the other the same rows from b to a and nothing else. A change by the first is *undone* when
/// the other is the next to touch any of these rows.
///
/// Counted exactly in the chain that remembers which such change is still standing ([MarkedChain]).
final class Undoings {

    /// Changes expected less often than this up to the horizon are not worth a word.
    private static final double FEW = 1e-3;

    private final StateSpace space;
    private final Solution solution;
    private final Game game;
    private final int threads;
    /// Every way of changing the board by a move, with its number.
    private final Map<Change, Integer> numbers = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    /// Change of each lead.
    private final int[] change;

    /// What a move did to the board: the rows that changed, in order, each with its level before and after.
    private record Change(int move, List<Integer> rows, List<Integer> before, List<Integer> after) {

        boolean undoes(Change other) {
            return rows.equals(other.rows) && before.equals(other.after) && after.equals(other.before);
        }
    }

    Undoings(StateSpace space, Solution solution, int threads) {
        this.space = space;
        this.solution = solution;
        this.threads = threads;
        game = solution.game();
        change = new int[game.leadTo.length];
        for (int x = 0; x < game.states; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                for (int l = game.leadStart[e]; l < game.leadStart[e + 1]; l++) {
                    change[l] = number(change(game.playMove[e], x, game.leadTo[l]));
                }
            }
        }
    }

    private int number(Change one) {
        return numbers.computeIfAbsent(one, c -> {
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
        return new Change(move, List.copyOf(rows), List.copyOf(before), List.copyOf(after));
    }

    /// The pairs, those undone most often first. `time` is the expected time in each state up to the horizon.
    List<Undoing> find(double[] time) {
        double[] count = counts(time);
        var found = new ArrayList<Undoing>();
        for (int move = 0; move < space.scenario().moves().size(); move++) {
            int of = move;
            List<Integer> undoable = numbers.values().stream()
                    .filter(k -> changes.get(k).move == of && count[k] > FEW)
                    .filter(k -> numbers.values().stream()
                            .anyMatch(j -> count[j] > FEW && changes.get(j).undoes(changes.get(k))))
                    .toList();
            if (!undoable.isEmpty()) {
                found.addAll(undone(undoable, count));
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
                for (int l = game.leadStart[e]; l < game.leadStart[e + 1]; l++) {
                    count[change[l]] += time[x] * solution.rate()[e] * game.leadOdds[l];
                }
            }
        }
        return count;
    }

    /// By which moves, and how often, the changes `watched` of one move are undone.
    private List<Undoing> undone(List<Integer> watched, double[] count) {
        var marked =
                new MarkedChain(solution, watched.size() + 1, (mark, play, x, to) -> after(watched, mark, play, x, to));
        var question = new Transient.Question(new double[0], List.of(), game.horizon);
        double[] time = Transient.of(marked.chain(), question, threads).occupation();
        double[] by = new double[space.scenario().moves().size()];
        for (int k = 0; k < marked.size(); k++) {
            int x = marked.state(k);
            if (marked.mark(k) > 0) {
                Change standing = changes.get(watched.get(marked.mark(k) - 1));
                for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                    for (int l = game.leadStart[e]; l < game.leadStart[e + 1]; l++) {
                        if (changes.get(change[l]).undoes(standing)) {
                            by[game.playMove[e]] += time[k] * solution.rate()[e] * game.leadOdds[l];
                        }
                    }
                }
            }
        }
        int move = changes.get(watched.getFirst()).move;
        var pairs = new ArrayList<Undoing>();
        for (int other = 0; other < by.length; other++) {
            if (by[other] > FEW) {
                pairs.add(new Undoing(move, other, made(watched, other, count), by[other]));
            }
        }
        return pairs;
    }

    private double made(List<Integer> watched, int other, double[] count) {
        return watched.stream()
                .filter(k -> changes.stream().anyMatch(c -> c.move == other && c.undoes(changes.get(k))))
                .mapToDouble(k -> count[k])
                .sum();
    }

    private int after(List<Integer> watched, int mark, int play, int x, int to) {
        if (x == to) {
            return mark;
        }
        if (play != MarkedChain.CHANCE) {
            int made = watched.indexOf(change[lead(play, to)]);
            if (made >= 0) {
                return made + 1;
            }
        }
        return mark > 0 && stands(changes.get(watched.get(mark - 1)), x, to) ? mark : 0;
    }

    private int lead(int play, int to) {
        int l = game.leadStart[play];
        while (game.leadTo[l] != to) {
            l++;
        }
        return l;
    }

    /// Whether the rows of `one` do not move between x and y.
    private boolean stands(Change one, int x, int y) {
        for (int row : one.rows) {
            if (space.level(x, row) != space.level(y, row)) {
                return false;
            }
        }
        return true;
    }
}
