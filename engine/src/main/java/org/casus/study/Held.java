package org.casus.study;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.scenario.Move;
import org.casus.scenario.Row;

/// Plans held: how a variant is played by actors that go on as they had planned in the scenario as it is.
///
/// In a state x of the variant let x₀ be the state of the scenario as it is with the same levels (rows and
/// levels are matched by name; what only the variant has is left aside). A move open in both is made at
/// the rate it has in x₀; one that is open only in the variant is not made; one that is open only in x₀ is
/// gone. Where a move leads, and with which odds, is as the variant says.
///
/// A state that could not be reached before belongs to nobody's plan: there they play as in the variant's
/// own solution, and the time spent in such states is told.
final class Held {

    private static final int NOT_MADE = -1;
    private static final int AS_RETHOUGHT = -2;

    /// For each play of the variant the play as it is that it is made like.
    private final int[] like;

    private final BitSet unplanned;

    Held(StateSpace before, Game gameBefore, StateSpace after, Game gameAfter) {
        int[] moves = moves(before, after);
        int[] states = states(before, after);
        like = new int[gameAfter.plays()];
        unplanned = new BitSet(after.size());
        for (int x = 0; x < after.size(); x++) {
            int planned = states[x];
            unplanned.set(x, planned < 0);
            for (int e = gameAfter.playStart[x]; e < gameAfter.playStart[x + 1]; e++) {
                int move = moves[gameAfter.playMove[e]];
                int play = planned < 0 || move < 0 ? NOT_MADE : Matched.play(gameBefore, planned, move);
                like[e] = planned < 0 ? AS_RETHOUGHT : play;
            }
        }
    }

    /// For each state after the state before with the same levels, −1 where it could not be reached.
    static int[] states(StateSpace before, StateSpace after) {
        int[] rows = rows(before, after);
        int[][] levels = levels(before, after, rows);
        int[] start = before.board(before.start());
        var states = new int[after.size()];
        for (int x = 0; x < states.length; x++) {
            int[] board = start.clone();
            for (int row = 0; row < board.length; row++) {
                board[row] = rows[row] < 0 ? board[row] : levels[row][after.level(x, rows[row])];
            }
            states[x] = before.state(board);
        }
        return states;
    }

    /// For each row before its index after, −1 where it is gone.
    private static int[] rows(StateSpace before, StateSpace after) {
        List<String> ids = after.scenario().rows().stream().map(Row::id).toList();
        return before.scenario().rows().stream()
                .mapToInt(row -> ids.indexOf(row.id()))
                .toArray();
    }

    /// For each row before and each of its levels after the level before, −1 where it is new.
    private static int[][] levels(StateSpace before, StateSpace after, int[] rows) {
        return IntStream.range(0, rows.length)
                .mapToObj(row -> rows[row] < 0
                        ? new int[0]
                        : after.scenario().rows().get(rows[row]).levels().stream()
                                .mapToInt(before.scenario().rows().get(row).levels()::indexOf)
                                .toArray())
                .toArray(int[][]::new);
    }

    /// For each move after its index before, −1 where it is new.
    private static int[] moves(StateSpace before, StateSpace after) {
        List<String> ids = before.scenario().moves().stream().map(Move::id).toList();
        return after.scenario().moves().stream()
                .mapToInt(move -> ids.indexOf(move.id()))
                .toArray();
    }

    /// The rate of each play of the variant.
    ///
    /// @param before rates as they are
    /// @param rethought rates of the variant's own solution; without one, nothing is done where nothing
    ///     was planned
    double[] rates(double[] before, Optional<double[]> rethought) {
        double[] own = rethought.orElse(new double[like.length]);
        return IntStream.range(0, like.length)
                .mapToDouble(e -> switch (like[e]) {
                    case NOT_MADE -> 0;
                    case AS_RETHOUGHT -> own[e];
                    default -> before[like[e]];
                })
                .toArray();
    }

    /// How much of the time is spent where nothing was planned.
    double strayed(double[] spent) {
        double all = Arrays.stream(spent).sum();
        return all > 0 ? unplanned.stream().mapToDouble(x -> spent[x]).sum() / all : 0;
    }
}
