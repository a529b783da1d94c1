package org.casus.game;

import java.util.Arrays;

/// Some states of a game as a game of their own, with the states they lead to at once beside them. What
/// those are worth is known already; nothing happens in them.
///
/// @param game its states are the `own` ones in the order given, then those they lead to, ascending
/// @param own number of states whose values are wanted
/// @param state the state of the whole game that each state is `[own + beside]`
/// @param play the play of the whole game that each play is
public record Part(Game game, int own, int[] state, int[] play) {

    /// The part of `whole` that `states`, ascending, are. O(whole states + leads and chance of the part).
    public static Part of(Game whole, int[] states) {
        int[] number = new int[whole.states];
        Arrays.fill(number, -1);
        for (int k = 0; k < states.length; k++) {
            number[states[k]] = k;
        }
        int[] all = withNeighbours(whole, states, number);
        return new Copy(whole, all, states.length, number).part();
    }

    /// Numbers the states that others lead to as well.
    private static int[] withNeighbours(Game whole, int[] states, int[] number) {
        boolean[] beside = new boolean[whole.states];
        for (int x : states) {
            for (int l = whole.leadStart[whole.playStart[x]]; l < whole.leadStart[whole.playStart[x + 1]]; l++) {
                beside[whole.leadTo[l]] = true;
            }
            for (int k = whole.chanceStart[x]; k < whole.chanceStart[x + 1]; k++) {
                beside[whole.chanceTo[k]] = true;
            }
        }
        int count = states.length;
        int[] all = Arrays.copyOf(states, whole.states);
        for (int x = 0; x < whole.states; x++) {
            if (beside[x] && number[x] < 0) {
                number[x] = count;
                all[count++] = x;
            }
        }
        return Arrays.copyOf(all, count);
    }

    /// The arrays of a part as they are copied.
    private static final class Copy {

        private final Game whole;
        private final int[] all;
        private final int own;
        private final int[] number;
        private final Game.Builder b = new Game.Builder();
        private final int[] play;

        Copy(Game whole, int[] all, int own, int[] number) {
            this.whole = whole;
            this.all = all;
            this.own = own;
            this.number = number;
            b.actors = whole.actors;
            b.states = all.length;
            b.start = 0;
            b.horizon = whole.horizon;
            b.choice = whole.choice;
            b.acts = whole.acts;
            b.drifts = whole.drifts;
            b.discount = whole.discount;
            b.kappa = whole.kappa;
            b.flow = new double[all.length * whole.actors];
            b.playStart = new int[all.length + 1];
            b.chanceStart = new int[all.length + 1];
            count();
            int plays = b.playStart[all.length];
            play = new int[plays];
            b.playActor = new int[plays];
            b.playMove = new int[plays];
            b.playCost = new double[plays];
            b.playWeight = new double[plays];
            b.leadStart = new int[plays + 1];
        }

        private void count() {
            for (int k = 0; k < all.length; k++) {
                boolean known = k >= own;
                int x = all[k];
                b.playStart[k + 1] = b.playStart[k] + (known ? 0 : whole.playStart[x + 1] - whole.playStart[x]);
                b.chanceStart[k + 1] = b.chanceStart[k] + (known ? 0 : whole.chanceStart[x + 1] - whole.chanceStart[x]);
            }
        }

        Part part() {
            int leads = 0;
            for (int k = 0; k < own; k++) {
                leads += whole.leadStart[whole.playStart[all[k] + 1]] - whole.leadStart[whole.playStart[all[k]]];
            }
            b.leadTo = new int[leads];
            b.leadOdds = new double[leads];
            b.chanceTo = new int[b.chanceStart[all.length]];
            b.chanceRate = new double[b.chanceTo.length];
            b.chanceEvent = new int[b.chanceTo.length];
            int n = whole.actors;
            for (int k = 0; k < all.length; k++) {
                System.arraycopy(whole.flow, all[k] * n, b.flow, k * n, n);
            }
            for (int k = 0; k < own; k++) {
                plays(k);
                chance(k);
            }
            Arrays.fill(b.leadStart, b.playStart[own], b.leadStart.length, leads);
            return new Part(b.build(), own, all, play);
        }

        private void plays(int k) {
            int from = whole.playStart[all[k]];
            int to = b.playStart[k];
            int count = b.playStart[k + 1] - to;
            System.arraycopy(whole.playActor, from, b.playActor, to, count);
            System.arraycopy(whole.playMove, from, b.playMove, to, count);
            System.arraycopy(whole.playCost, from, b.playCost, to, count);
            System.arraycopy(whole.playWeight, from, b.playWeight, to, count);
            for (int e = 0; e < count; e++) {
                play[to + e] = from + e;
                int lead = b.leadStart[to + e];
                for (int l = whole.leadStart[from + e]; l < whole.leadStart[from + e + 1]; l++, lead++) {
                    b.leadTo[lead] = number[whole.leadTo[l]];
                    b.leadOdds[lead] = whole.leadOdds[l];
                }
                b.leadStart[to + e + 1] = lead;
            }
        }

        private void chance(int k) {
            int from = whole.chanceStart[all[k]];
            int to = b.chanceStart[k];
            int count = b.chanceStart[k + 1] - to;
            System.arraycopy(whole.chanceRate, from, b.chanceRate, to, count);
            System.arraycopy(whole.chanceEvent, from, b.chanceEvent, to, count);
            for (int j = 0; j < count; j++) {
                b.chanceTo[to + j] = number[whole.chanceTo[from + j]];
            }
        }
    }
}
