package org.casus.game;

/// From states that stand for all orders of alike actors back to every order.
public final class Unfolding {

    private Unfolding() {}

    /// V `[R * N]` on the states of `whole`, the same scenario as if no actors were alike, from `value` on those
    /// of `folded`: the actors of each board take the values of their seats. Time linear in boards.
    public static double[] values(StateSpace folded, double[] value, StateSpace whole) {
        int n = folded.scenario().actors().size();
        var all = new double[whole.size() * n];
        for (int x = 0; x < whole.size(); x++) {
            int[] board = whole.board(x);
            int state = folded.state(board);
            int[] seats = folded.seats(board);
            for (int i = 0; i < n; i++) {
                all[x * n + i] = value[state * n + seats[i]];
            }
        }
        return all;
    }
}
