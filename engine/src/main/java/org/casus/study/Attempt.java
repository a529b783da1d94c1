package org.casus.study;

import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;

/// A solution, or why there is none.
sealed interface Attempt {

    /// @param again whether a quick solve, or one from nearby, had failed before
    record Solved(Solution solution, boolean again) implements Attempt {}

    /// @param again whether it is the second way that failed
    record Failed(String reason, boolean again) implements Attempt {}

    /// Whether it took a second try.
    boolean again();

    /// How a game comes to be solved.
    @FunctionalInterface
    interface Way {
        Solution solve() throws NotSolvedException;
    }

    /// `way`, with its failures as results: a game that has no solution, and numbers that make no game.
    static Attempt at(Way way) {
        try {
            return new Solved(way.solve(), false);
        } catch (NotSolvedException e) {
            return new Failed(e.reason() + ": " + e.getMessage(), false);
        } catch (IllegalArgumentException e) {
            return refused(e);
        }
    }

    /// `quick`, and where that comes to nothing `careful`, whose failure is then the one told. Numbers that
    /// make no game make none at the second try either.
    static Attempt at(Way quick, Way careful) {
        try {
            return new Solved(quick.solve(), false);
        } catch (NotSolvedException e) {
            return switch (at(careful)) {
                case Solved(Solution solution, boolean first) -> new Solved(solution, true);
                case Failed(String reason, boolean first) -> new Failed(reason, true);
            };
        } catch (IllegalArgumentException e) {
            return refused(e);
        }
    }

    private static Attempt refused(IllegalArgumentException e) {
        return new Failed("REFUSED: " + e.getMessage(), false);
    }

    /// `game` from nothing.
    static Attempt cold(Game game, Settings settings) {
        return at(() -> Equilibrium.solveOrLeave(game, settings));
    }
}
