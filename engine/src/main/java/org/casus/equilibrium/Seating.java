package org.casus.equilibrium;

import java.util.Arrays;
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

    /// The first actor that each actor is like `[N]`.
    static int[] alike(Game game) {
        return game.seats.any()
                ? game.seats.actorKind()
                : IntStream.range(0, game.actors).toArray();
    }

    /// Numbers by state and lane.
    private interface Numbers {
        double at(int k);

        void put(int k, double number);
    }

    /// Gives actors who may change places in a state, and leave it as it is, the mean of what they
    /// have there, in the states `first` … `last` − 1. They have the same values in the game whose
    /// states are all orders; roundings that tell them apart may grow where actors do best to do
    /// different things.
    static void even(double[] v, Layout layout, int first, int last) {
        even(
                new Numbers() {
                    @Override
                    public double at(int k) {
                        return v[k];
                    }

                    @Override
                    public void put(int k, double number) {
                        v[k] = number;
                    }
                },
                layout,
                first,
                last);
    }

    /// The same in single precision.
    static void even(float[] v, Layout layout, int first, int last) {
        even(
                new Numbers() {
                    @Override
                    public double at(int k) {
                        return v[k];
                    }

                    @Override
                    public void put(int k, double number) {
                        v[k] = (float) number;
                    }
                },
                layout,
                first,
                last);
    }

    private static void even(Numbers v, Layout layout, int first, int last) {
        Game game = layout.game;
        int n = game.actors;
        byte[] twin = game.seats.twin();
        double[] sum = new double[n];
        int[] count = new int[n];
        for (int x = first; x < last && twin.length > 0; x++) {
            Arrays.fill(sum, 0);
            Arrays.fill(count, 0);
            for (int i = 0; i < n; i++) {
                sum[twin[x * n + i]] += v.at(x * layout.lanes + i);
                count[twin[x * n + i]]++;
            }
            for (int i = 0; i < n; i++) {
                int one = twin[x * n + i];
                if (count[one] > 1) {
                    v.put(x * layout.lanes + i, sum[one] / count[one]);
                }
            }
        }
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
