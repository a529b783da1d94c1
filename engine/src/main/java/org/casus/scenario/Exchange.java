package org.casus.scenario;

/// What becomes of everything in a scenario when two alike actors change places: rows, levels, moves and
/// events that bear the name of the one become those that bear the name of the other, all else stays.
/// Done twice it changes nothing.
public final class Exchange {

    private final int[] actors;
    private final int[] rows;
    private final int[][] levels;
    private final int[] moves;
    private final int[] events;

    /// @param levels for each row and each of its levels, the level of its counterpart
    Exchange(int[] actors, int[] rows, int[][] levels, int[] moves, int[] events) {
        this.actors = actors;
        this.rows = rows;
        this.levels = levels;
        this.moves = moves;
        this.events = events;
    }

    /// The counterpart of an actor.
    public int actor(int actor) {
        return actors[actor];
    }

    /// The counterpart of a row.
    public int row(int row) {
        return rows[row];
    }

    /// The level of the counterpart of `row` that is `level` of `row`.
    public int level(int row, int level) {
        return levels[row][level];
    }

    /// The counterpart of a move.
    public int move(int move) {
        return moves[move];
    }

    /// The counterpart of a chance event.
    public int event(int event) {
        return events[event];
    }

    /// Whether `row` and its counterpart have the same levels at the same places.
    boolean level(int row) {
        for (int level = 0; level < levels[row].length; level++) {
            if (levels[row][level] != level) {
                return false;
            }
        }
        return true;
    }
}
