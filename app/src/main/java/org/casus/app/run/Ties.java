package org.casus.app.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.casus.scenario.Chance;
import org.casus.scenario.Move;
import org.casus.scenario.Scenario;

/// Who is tied to whom, and who can move what, by what the file says alone: nothing is solved.
///
/// The tie of one actor to another is made of its moves. For each of them: what the board is worth to the other after
/// the move, as [Stakes] has it, less what it was worth before, expected over what the move may lead to, on average
/// over the boards of [Touches] on which it is open. The move that does most for the other makes the helping part of
/// the tie, the one that does most against it the harming part. What others may do next is in neither: of that, `opens`
/// says which moves of the other it opens.
///
/// @param ties by actor and then by the other one; only where there is something to tell
/// @param movers who brings a row to a level, `[row][level]`
public record Ties(Scenario scenario, List<Tie> ties, List<List<Movers>> movers) {

    /// Changes smaller than this are none.
    private static final double NOTHING = 1e-9;

    /// What `from` can do to and for `to`.
    ///
    /// @param opens moves of `to` that are open after a move of `from` and were not before
    public record Tie(int from, int to, Optional<Stroke> helps, Optional<Stroke> harms, List<Opening> opens) {}

    /// A move with what it does to the other, points.
    public record Stroke(int move, double points) {}

    /// A move that opens a move.
    public record Opening(int move, int opened) {}

    /// Moves and chance events that may bring a row to a level it does not stand on.
    public record Movers(List<Integer> moves, List<Integer> events) {}

    public static Ties of(Scenario scenario) {
        return new Weaver(scenario).weave();
    }

    private static final class Weaver {

        private final Scenario scenario;
        private final Touches touches;
        private final Stakes stakes;
        private final List<List<Set<Integer>>> byMove;
        private final List<List<Set<Integer>>> byEvent;

        Weaver(Scenario scenario) {
            this.scenario = scenario;
            touches = new Touches(scenario);
            stakes = new Stakes(scenario, touches);
            byMove = levels();
            byEvent = levels();
        }

        private List<List<Set<Integer>>> levels() {
            return scenario.rows().stream()
                    .map(row -> row.levels().stream()
                            .<Set<Integer>>map(level -> new TreeSet<>())
                            .toList())
                    .toList();
        }

        Ties weave() {
            int n = scenario.actors().size();
            var helps = new Stroke[n][n];
            var harms = new Stroke[n][n];
            List<List<List<Opening>>> opens = new ArrayList<>();
            for (int from = 0; from < n; from++) {
                List<List<Opening>> row = new ArrayList<>();
                for (int to = 0; to < n; to++) {
                    row.add(new ArrayList<>());
                }
                opens.add(row);
            }
            for (Move move : scenario.moves()) {
                if (!move.dormant()) {
                    stroke(move, helps[move.actor()], harms[move.actor()], opens.get(move.actor()));
                }
            }
            for (Chance event : scenario.chance()) {
                if (!event.dormant()) {
                    touches.each(
                            event.when(),
                            event.leads(),
                            (before, after, odds) -> note(byEvent, event.index(), before, after));
                }
            }
            List<Tie> ties = new ArrayList<>();
            for (int from = 0; from < n; from++) {
                for (int to = 0; to < n; to++) {
                    var tie = new Tie(
                            from,
                            to,
                            Optional.ofNullable(helps[from][to]),
                            Optional.ofNullable(harms[from][to]),
                            List.copyOf(opens.get(from).get(to)));
                    boolean any = tie.helps.isPresent() || tie.harms.isPresent() || !tie.opens.isEmpty();
                    if (from != to && any) {
                        ties.add(tie);
                    }
                }
            }
            return new Ties(scenario, List.copyOf(ties), movers());
        }

        /// What one move does to everybody.
        private void stroke(Move move, Stroke[] helps, Stroke[] harms, List<List<Opening>> opens) {
            int n = scenario.actors().size();
            var change = new double[n];
            var weight = new double[1];
            var opened = new TreeSet<Integer>();
            touches.each(move, (before, after, odds) -> {
                weight[0] += odds;
                if (Arrays.equals(before, after)) {
                    return;
                }
                note(byMove, move.index(), before, after);
                double[] then = stakes.of(after);
                double[] now = stakes.of(before);
                for (int actor = 0; actor < n; actor++) {
                    change[actor] += odds * (then[actor] - now[actor]);
                }
                for (Move other : scenario.moves()) {
                    if (!other.dormant()
                            && other.when().test().holds(after)
                            && !other.when().test().holds(before)) {
                        opened.add(other.index());
                    }
                }
            });
            for (int to = 0; to < n && weight[0] > 0; to++) {
                double points = change[to] / weight[0];
                if (points > NOTHING && (helps[to] == null || points > helps[to].points)) {
                    helps[to] = new Stroke(move.index(), points);
                }
                if (points < -NOTHING && (harms[to] == null || points < harms[to].points)) {
                    harms[to] = new Stroke(move.index(), points);
                }
            }
            for (int other : opened) {
                opens.get(scenario.moves().get(other).actor()).add(new Opening(move.index(), other));
            }
        }

        private void note(List<List<Set<Integer>>> by, int what, int[] before, int[] after) {
            for (int row = 0; row < before.length; row++) {
                if (before[row] != after[row]) {
                    by.get(row).get(after[row]).add(what);
                }
            }
        }

        private List<List<Movers>> movers() {
            List<List<Movers>> movers = new ArrayList<>();
            for (int row = 0; row < byMove.size(); row++) {
                List<Movers> levels = new ArrayList<>();
                for (int level = 0; level < byMove.get(row).size(); level++) {
                    levels.add(new Movers(
                            List.copyOf(byMove.get(row).get(level)),
                            List.copyOf(byEvent.get(row).get(level))));
                }
                movers.add(List.copyOf(levels));
            }
            return List.copyOf(movers);
        }
    }
}
