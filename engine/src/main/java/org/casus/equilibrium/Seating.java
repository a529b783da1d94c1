package org.casus.equilibrium;

import java.util.stream.IntStream;
import org.casus.game.Game;

/// The turns of a game whose states stand for all orders of alike actors ([org.casus.game.Seats]), as loops
/// over lanes need them.
final class Seating {

    private Seating() {}

    /// For each turn and lane the lane read where the jump leads, or, `back`, the lane that reads this one
    /// `[turns * lanes]`; padding stays. Empty where nobody is alike.
    static int[] table(Game game, int lanes, boolean back) {
        int n = game.actors;
        int[] turn = game.seats.turn();
        int count = game.seats.any() ? turn.length / n : 0;
        int[] table = IntStream.range(0, count * lanes).map(k -> k % lanes).toArray();
        for (int t = 0; t < count; t++) {
            for (int i = 0; i < n; i++) {
                int seat = turn[t * n + i];
                table[t * lanes + (back ? seat : i)] = back ? i : seat;
            }
        }
        return table;
    }

    /// The first actor alike each actor `[N]`.
    static int[] kinds(Game game) {
        return game.seats.any()
                ? game.seats.actorKind()
                : IntStream.range(0, game.actors).toArray();
    }

    /// Puts the largest of what alike actors have in the place of each.
    static void level(double[] most, int[] kind) {
        for (int i = 0; i < kind.length; i++) {
            most[kind[i]] = Math.max(most[kind[i]], most[i]);
        }
        for (int i = 0; i < kind.length; i++) {
            most[i] = most[kind[i]];
        }
    }
}
