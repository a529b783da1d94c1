package org.casus.game;

import java.util.List;
import org.casus.scenario.Row;

/// The mixed-radix code of a board: the first row counts slowest. A jump is the same difference of
/// codes wherever its
/// rows stand on the same levels.
final class Radix {

    /// How many levels each row has.
    final int[] levels;
    /// How much one level of each row counts in a code.
    final long[] stride;
    /// Number of boards, reachable or not.
    final long product;

    /// @throws SizeException if there are more than 2⁶² boards
    Radix(List<Row> rows) throws SizeException {
        int count = rows.size();
        levels = new int[count];
        stride = new long[count];
        long size = 1;
        for (int row = count - 1; row >= 0; row--) {
            levels[row] = rows.get(row).levels().size();
            stride[row] = size;
            if (size > (1L << 62) / levels[row]) {
                throw SizeException.tooManyBoards(rows);
            }
            size *= levels[row];
        }
        product = size;
    }

    long code(int[] board) {
        long code = 0;
        for (int row = 0; row < board.length; row++) {
            code += board[row] * stride[row];
        }
        return code;
    }

    /// Writes the levels of `code` into `board`.
    void board(long code, int[] board) {
        long rest = code;
        for (int row = 0; row < board.length; row++) {
            board[row] = (int) (rest / stride[row]);
            rest -= board[row] * stride[row];
        }
    }
}
