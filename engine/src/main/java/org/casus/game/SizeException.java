package org.casus.game;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.casus.scenario.Row;

/// A board with more states than may be solved; the message names the rows that multiply and what helps.
public final class SizeException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean byLimit;

    private SizeException(String message, boolean byLimit) {
        super(message);
        this.byLimit = byLimit;
    }

    /// Whether a higher limit would do.
    public boolean byLimit() {
        return byLimit;
    }

    static SizeException tooManyBoards(List<Row> rows) {
        return new SizeException(
                "The board has " + product(rows) + " combinations of levels, more than can be numbered."
                        + blame(
                                rows,
                                rows.stream().mapToInt(r -> r.levels().size()).toArray()),
                false);
    }

    /// @param met how many levels of each row were met before giving up
    static SizeException tooManyStates(List<Row> rows, int[] met, int limit) {
        return new SizeException(
                String.format(
                                "More than %,d states can be reached (the board has %,d combinations of levels).",
                                limit, product(rows))
                        + blame(rows, met),
                true);
    }

    /// Number of boards, reachable or not.
    static BigInteger product(List<Row> rows) {
        return rows.stream()
                .map(row -> BigInteger.valueOf(row.levels().size()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
    }

    private static String blame(List<Row> rows, int[] met) {
        String factors = rows.stream()
                .filter(row -> met[row.index()] > 1)
                .sorted(Comparator.comparingInt((Row row) -> -met[row.index()]))
                .map(row -> row.id() + " " + met[row.index()])
                .collect(Collectors.joining(" × "));
        return "\nRows that multiply: " + factors
                + "\nMaybe merge rows, drop levels nobody cares about, let agreements share one `table`, or let an"
                + " event clear a row (`and truce to none`) so that fewer combinations occur.";
    }
}
