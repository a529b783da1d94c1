package org.casus.study;

import java.util.List;
import java.util.stream.IntStream;
import org.casus.game.StateSpace;
import org.casus.scenario.Actor;
import org.casus.scenario.Move;
import org.casus.scenario.Row;

/// What of one state space is what of another: rows, levels, actors and moves of the scenarios `before` and
/// `after` an edit are matched by name; what only one of them has is left aside.
final class Alike {

    /// Has no counterpart.
    static final int NONE = -1;

    private final StateSpace before;
    private final StateSpace after;
    /// For each row before its index after.
    private final int[] rows;
    /// For each row before and each of its levels after the level before.
    private final int[][] levels;
    private final int[] start;

    Alike(StateSpace before, StateSpace after) {
        this.before = before;
        this.after = after;
        List<String> ids = after.scenario().rows().stream().map(Row::id).toList();
        rows = before.scenario().rows().stream()
                .mapToInt(row -> ids.indexOf(row.id()))
                .toArray();
        levels = IntStream.range(0, rows.length).mapToObj(this::levels).toArray(int[][]::new);
        start = before.board(before.start());
    }

    private int[] levels(int row) {
        return rows[row] == NONE
                ? new int[0]
                : after.scenario().rows().get(rows[row]).levels().stream()
                        .mapToInt(before.scenario().rows().get(row).levels()::indexOf)
                        .toArray();
    }

    /// For each state after the state before with the same levels, rows that are gone being as at the
    /// start; [#NONE] where that could not be reached.
    int[] states() {
        int[] states = new int[after.size()];
        int[] board = start.clone();
        for (int x = 0; x < states.length; x++) {
            states[x] = board(x, board) ? before.state(board) : NONE;
        }
        return states;
    }

    /// The levels before of state `x` after; whether there were all of them.
    private boolean board(int x, int[] board) {
        boolean known = true;
        for (int row = 0; row < board.length; row++) {
            board[row] = rows[row] == NONE ? start[row] : levels[row][after.level(x, rows[row])];
            known &= board[row] != NONE;
        }
        return known;
    }

    /// Where states before stand for all orders of alike actors: the seat that each actor before has in the state
    /// of `x`, which must have one.
    int[] seats(int x) {
        int[] board = start.clone();
        board(x, board);
        return before.seats(board);
    }

    /// The same for the moves before.
    int[] seatMoves(int x) {
        int[] board = start.clone();
        board(x, board);
        return before.moves(board);
    }

    /// For each move after its index before.
    int[] moves() {
        List<String> ids = before.scenario().moves().stream().map(Move::id).toList();
        return after.scenario().moves().stream()
                .mapToInt(move -> ids.indexOf(move.id()))
                .toArray();
    }

    /// For each actor after its index before.
    int[] actors() {
        List<String> ids = before.scenario().actors().stream().map(Actor::id).toList();
        return after.scenario().actors().stream()
                .mapToInt(actor -> ids.indexOf(actor.id()))
                .toArray();
    }
}
