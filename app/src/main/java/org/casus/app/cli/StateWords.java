package org.casus.app.cli;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.casus.app.text.Wrap;
import org.casus.game.StateSpace;
import org.casus.scenario.Nearest;
import org.casus.scenario.Row;

/// Finds the state that words mean: `line=districts, war=truce`, a number, or `start`.
final class StateWords {

    /// Digits of a number that are read: far more than there are states.
    private static final int LONGEST = 30;

    private StateWords() {}

    /// The number of the state.
    ///
    /// @throws Failure if the words name no row or level, or a state that cannot be reached
    static int find(StateSpace space, String text) {
        String words = text.strip();
        if (words.equals("start") || words.isEmpty()) {
            return space.start();
        }
        if (words.matches("[0-9]+")) {
            return numbered(space, words);
        }
        int[] board = space.board(space.start());
        var named = new BitSet();
        for (String part : words.split(",", -1)) {
            named.set(set(space, board, part.strip()));
        }
        int state = space.state(board);
        if (state < 0) {
            throw unreachable(space, words, board, named);
        }
        return state;
    }

    /// Names the nearest state that can be reached: of those with the rows named as named, the one that
    /// differs in the fewest others; if there are none, the one that differs in the fewest rows at all,
    /// one named counting as much as all that are not. The first of several. One pass over the states.
    private static Failure unreachable(StateSpace space, String words, int[] board, BitSet named) {
        int rows = board.length;
        int least = Integer.MAX_VALUE;
        int[] nearest = space.board(space.start());
        for (int x = 0; x < space.size(); x++) {
            int[] there = space.board(x);
            int apart = 0;
            for (int r = 0; r < rows && apart < least; r++) {
                apart += there[r] == board[r] ? 0 : named.get(r) ? rows : 1;
            }
            if (apart < least) {
                least = apart;
                nearest = there;
            }
        }
        var differing = new ArrayList<String>();
        for (Row row : space.scenario().rows()) {
            int r = row.index();
            if (named.get(r) || nearest[r] != board[r]) {
                differing.add(row.id() + "=" + row.levels().get(nearest[r]));
            }
        }
        return new Failure(
                Exit.USAGE,
                "The state “" + words + "” cannot be reached from the start.",
                least < rows ? "Rows not named stand where they start." : "Nor can any other with these levels.",
                "The nearest that can be: --state '" + String.join(", ", differing) + "'");
    }

    private static int numbered(StateSpace space, String digits) {
        var number = new BigInteger(Wrap.clip(digits, LONGEST).replace("…", ""));
        if (number.compareTo(BigInteger.valueOf(space.size())) >= 0) {
            throw new Failure(
                    Exit.USAGE,
                    String.format(Locale.ROOT, "There are states 0 to %,d, and no ", space.size() - 1)
                            + Wrap.clip(digits, LONGEST) + ".");
        }
        return number.intValueExact();
    }

    /// Puts the row that `part` names on its level.
    ///
    /// @return its index
    private static int set(StateSpace space, int[] board, String part) {
        int equals = part.indexOf('=');
        String name = (equals < 0 ? part : part.substring(0, equals)).strip();
        List<Row> rows = space.scenario().rows();
        var found = rows.stream().filter(row -> row.id().equals(name)).findFirst();
        if (equals < 0 || found.isEmpty()) {
            var ids = rows.stream().map(Row::id).toList();
            var advice = new ArrayList<String>();
            Nearest.of(name, ids)
                    .filter(near -> !near.equals(name))
                    .ifPresent(near -> advice.add("Did you mean " + near + "?"));
            advice.add("Write --state 'row=level, row=level'. Rows: " + String.join(", ", ids) + ".");
            throw new Failure(
                    Exit.USAGE,
                    equals < 0 ? "“" + part + "” names no level." : "There is no row “" + name + "”.",
                    advice);
        }
        Row row = found.get();
        String level = part.substring(equals + 1).strip();
        int index = row.levels().indexOf(level);
        if (index < 0) {
            throw new Failure(
                    Exit.USAGE,
                    "The row " + row.id() + " has no level “" + level + "”.",
                    "Its levels: " + String.join(", ", row.levels()) + ".");
        }
        board[row.index()] = index;
        return row.index();
    }
}
