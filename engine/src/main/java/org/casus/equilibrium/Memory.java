package org.casus.equilibrium;

import org.casus.game.Game;

/// What solving a game takes of memory.
///
/// Of each state and lane: values in double precision twice (as they are, and where Newton's
/// method ended) and F, five changes of values in single precision, two for sweeps, and the vectors of
/// [Gmres]. Of each play its rate and worth in single precision, of each jump its rate and where
/// it leads, and by which turn where actors are alike; at the end rates and values as [Solution] keeps them.
public final class Memory {

    private static final int DOUBLES = 3;
    private static final int FLOATS = 5 + 2;

    private Memory() {}

    /// Bytes of all arrays that are there at once while `game` is solved, the game's own included.
    public static long bytes(Game game) {
        int lanes = (game.actors + Layout.LINE - 1) / Layout.LINE * Layout.LINE;
        long numbers = (long) game.states * lanes;
        long slots = 0;
        for (int x = 0; x < game.states; x++) {
            int jumps = game.jumpStart[x + 1] - game.jumpStart[x];
            slots += Math.ceilDiv(jumps, Lines.GROUP) * (long) Lines.GROUP;
        }
        long vectors = 8L * DOUBLES + 4L * FLOATS + 4L * Gmres.vectors(numbers);
        long turns = game.seats.any() ? 4 * slots + 4L * game.jumpTo.length : 0;
        long lists = turns + 8 * slots + 8L * game.plays() + 8L * game.states;
        // V, F(V) and k₁ of the long game make room for the solution.
        long solution = 8L * game.plays() + 8L * game.states * game.actors;
        return game.bytes() + vectors * numbers + lists + Math.max(0, solution - 20 * numbers);
    }
}
