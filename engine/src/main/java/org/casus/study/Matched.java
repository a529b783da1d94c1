package org.casus.study;

import java.util.Arrays;
import java.util.Optional;
import org.casus.game.Game;
import org.casus.game.StateSpace;
import org.casus.scenario.Quantity.Standing;

/// How often a move is made `when ROW is L`, everything else as it is.
///
/// Let x[L] be the state that differs from x in that row alone, which stands on L. With occ(x) the time
/// spent in x and h the rate of the move (0 where it is closed),
///
///     Σ occ(x) h(x[L]) / Σ occ(x)        over the states x in S
///
/// where S are the states whose x[L], and x[B] if L is compared with B, can be reached and in one of
/// which the move is open. Both sides of a comparison so have the same S and the same weights: a
/// difference between them is one of play and never one of company. Without such a state there is no
/// number, and NaN says so.
final class Matched {

    private static final int OUT = -2;
    private static final int CLOSED = -1;

    /// For each state the play of the move at x\[L\], or what it means that there is none.
    private final int[] play;

    Matched(StateSpace space, Game game, int move, Standing when, Optional<Standing> beside) {
        play = new int[space.size()];
        for (int x = 0; x < play.length; x++) {
            int here = moved(space, x, when);
            int there = beside.isPresent() ? moved(space, x, beside.get()) : here;
            int own = here < 0 ? CLOSED : play(game, here, move);
            int other = there < 0 ? CLOSED : play(game, there, move);
            boolean counts = here >= 0 && there >= 0 && (own >= 0 || other >= 0);
            play[x] = counts ? own : OUT;
        }
    }

    private static int moved(StateSpace space, int state, Standing to) {
        int[] board = space.board(state);
        board[to.row()] = to.level();
        return space.state(board);
    }

    /// The play of `move` in `state`, −1 where it is closed.
    static int play(Game game, int state, int move) {
        for (int e = game.playStart[state]; e < game.playStart[state + 1]; e++) {
            if (game.playMove[game.entry(state, e)] == move) {
                return e;
            }
        }
        return CLOSED;
    }

    /// Whether any state is in S.
    boolean met() {
        return Arrays.stream(play).anyMatch(e -> e != OUT);
    }

    double read(double[] rates, double[] spent) {
        double time = 0;
        double made = 0;
        for (int x = 0; x < play.length; x++) {
            if (play[x] != OUT) {
                time += spent[x];
                made += play[x] == CLOSED ? 0 : spent[x] * rates[play[x]];
            }
        }
        return time > 0 ? made / time : Double.NaN;
    }
}
