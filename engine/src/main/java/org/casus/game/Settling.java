package org.casus.game;

/// From the code of any board to that of the state which stands for it.
final class Settling {

    private final Orbits orbits;
    private final Radix radix;
    private final int[] board;
    private int turn;

    Settling(Orbits orbits, Radix radix) {
        this.orbits = orbits;
        this.radix = radix;
        board = new int[radix.levels.length];
    }

    /// Whether boards may stand for others: some actors are alike.
    boolean any() {
        return orbits.any();
    }

    /// The code of the state that stands for the board of `code`; its turn is then [#turn].
    long state(long code) {
        if (!orbits.any()) {
            return code;
        }
        radix.board(code, board);
        turn = orbits.settle(board);
        return turn == 0 ? code : radix.code(board);
    }

    /// Number of the turn by which actors of the board last asked about take their seats.
    int turn() {
        return turn;
    }
}
