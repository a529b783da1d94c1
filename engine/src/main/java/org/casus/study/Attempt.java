package org.casus.study;

import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;

/// A solution, or why there is none.
sealed interface Attempt {

    record Solved(Solution solution) implements Attempt {}

    record Failed(String reason) implements Attempt {}

    /// How a game comes to be solved.
    @FunctionalInterface
    interface Way {
        Solution solve() throws NotSolvedException;
    }

    /// `way`, with its failures as results: a game that has no solution, and numbers that make no game.
    static Attempt at(Way way) {
        try {
            return new Solved(way.solve());
        } catch (NotSolvedException e) {
            return new Failed(e.reason() + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return new Failed("REFUSED: " + e.getMessage());
        }
    }

    /// `game` from nothing.
    static Attempt cold(Game game, Settings settings) {
        return at(() -> Equilibrium.solve(game, settings));
    }
}
