package org.casus.game;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.casus.scenario.Condition;
import org.casus.scenario.Outcome;
import org.casus.scenario.Row;
import org.casus.scenario.Scenario;

/// The boards that can be reached from the start, numbered from 0 in the order of their codes (the
/// first row of the
/// scenario counts slowest). The same in every world. Memory: one byte a row and state, and one more.
public final class StateSpace {

    private final Scenario scenario;
    private final int rows;
    private final int size;
    private final int start;
    private final byte[] levels;
    private final byte[] outcome;
    private final Orbits orbits;

    StateSpace(Scenario scenario, int start, byte[] levels, byte[] outcome, Orbits orbits) {
        this.orbits = orbits;
        this.scenario = scenario;
        this.rows = scenario.rows().size();
        this.size = outcome.length;
        this.start = start;
        this.levels = levels;
        this.outcome = outcome;
    }

    /// The scenario it numbers.
    public Scenario scenario() {
        return scenario;
    }

    /// R, number of states.
    public int size() {
        return size;
    }

    /// The state it starts in.
    public int start() {
        return start;
    }

    /// The level that `row` stands on in `state`.
    public int level(int state, int row) {
        return levels[state * rows + row];
    }

    /// The levels of all rows in `state`, a fresh array.
    public int[] board(int state) {
        var board = new int[rows];
        board(state, board);
        return board;
    }

    void board(int state, int[] into) {
        for (int row = 0; row < rows; row++) {
            into[row] = levels[state * rows + row];
        }
    }

    /// The state of `board`, or −1 if it cannot be reached; where states stand for all orders of alike actors,
    /// the one that stands for it.
    public int state(int[] board) {
        if (!orbits.any()) {
            return find(board);
        }
        int[] settled = board.clone();
        orbits.settle(settled);
        return find(settled);
    }

    /// The seat of each actor of `board` in the state that stands for it; each actor its own where no actors
    /// are alike.
    public int[] seats(int[] board) {
        return orbits.any()
                ? orbits.turn(orbits.settle(board.clone())).clone()
                : IntStream.range(0, scenario.actors().size()).toArray();
    }

    /// What becomes of each of the scenario's moves when the actors of `board` take their seats: the move of a
    /// seat that is as the actor's own.
    public int[] moves(int[] board) {
        return orbits.any()
                ? orbits.moves(orbits.settle(board.clone()))
                : IntStream.range(0, scenario.moves().size()).toArray();
    }

    /// For each level of each row, row after row, the first of the levels that are its counterparts for alike actors;
    /// what is read level by level off the states is the mean over those.
    public int[] levelKinds() {
        return Orbits.levelKinds(scenario);
    }

    /// How many boards the states stand for: as many as there are, where no actors are alike.
    public long boards() {
        long boards = size;
        for (int state = 0; state < size && orbits.any(); state++) {
            boards = Math.addExact(boards, orbits.size(board(state)) - 1);
        }
        return boards;
    }

    /// States are in the order of their codes, so a search by halves finds one.
    private int find(int[] board) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int row = 0;
            while (row < rows && level(middle, row) == board[row]) {
                row++;
            }
            if (row == rows) {
                return middle;
            }
            if (level(middle, row) < board[row]) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /// The states in which `condition` holds.
    ///
    /// @throws IllegalArgumentException if states stand for all orders of alike actors, and the condition tells
    ///     these apart
    public BitSet where(Condition condition) {
        if (orbits.any() && !scenario.indifferent(condition)) {
            throw new IllegalArgumentException("the condition tells alike actors apart, and the states do not");
        }
        return seated(condition);
    }

    /// The states in which `condition` holds with actors in their seats.
    BitSet seated(Condition condition) {
        List<Row> all = scenario.rows();
        var lookup = Lookup.of(
                condition, all.stream().mapToInt(r -> r.levels().size()).toArray());
        var where = new BitSet(size);
        var board = new int[rows];
        for (int state = 0; state < size; state++) {
            board(state, board);
            where.set(state, lookup.at(board));
        }
        return where;
    }

    /// Index of the outcome that `state` is read as: the first whose condition holds.
    public int outcome(int state) {
        return outcome[state];
    }

    /// Whether nothing moves in `state` any more, because its outcome is `final`.
    public boolean absorbing(int state) {
        return scenario.outcomes().get(outcome[state]).absorbing();
    }

    /// The states read as `outcome`.
    public BitSet where(Outcome of) {
        var where = new BitSet(size);
        for (int state = 0; state < size; state++) {
            where.set(state, outcome[state] == of.index());
        }
        return where;
    }
}
