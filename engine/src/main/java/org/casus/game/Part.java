package org.casus.game;

import java.util.Arrays;

/// Some states of a game as a game of their own, with the states they lead to at once beside
/// them. What those are worth is known already; nothing happens in them. It has the lists of the
/// whole game, and an empty one for what lies beside.
///
/// @param game its states are the `own` ones in the order given, then those they lead to, ascending
/// @param own number of states whose values are wanted
/// @param state the state of the whole game that each state is `[own + beside]`
/// @param play the play of the whole game that each play is
public record Part(Game game, int own, int[] state, int[] play) {

    /// The part of `whole` that `states`, ascending, are; `whole` itself if that is all of them. O(whole states + plays
    /// and jumps of the part).
    public static Part of(Game whole, int[] states) {
        if (states.length == whole.states) {
            return new Part(whole, states.length, states, plays(whole, states));
        }
        int[] number = new int[whole.states];
        Arrays.fill(number, -1);
        for (int k = 0; k < states.length; k++) {
            number[states[k]] = k;
        }
        int[] all = withNeighbours(whole, states, number);
        return new Part(game(whole, all, states.length, number), states.length, all, plays(whole, states));
    }

    /// Numbers the states that others lead to as well.
    private static int[] withNeighbours(Game whole, int[] states, int[] number) {
        boolean[] beside = new boolean[whole.states];
        for (int x : states) {
            for (int j = whole.jumpStart[x]; j < whole.jumpStart[x + 1]; j++) {
                beside[whole.jumpTo[j]] = true;
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

    private static int[] plays(Game whole, int[] states) {
        int count = 0;
        for (int x : states) {
            count += whole.playStart[x + 1] - whole.playStart[x];
        }
        int[] play = new int[count];
        int to = 0;
        for (int x : states) {
            for (int e = whole.playStart[x]; e < whole.playStart[x + 1]; e++) {
                play[to++] = e;
            }
        }
        return play;
    }

    private static Game game(Game whole, int[] all, int own, int[] number) {
        int states = all.length;
        int nothing = whole.kinds();
        int[] kind = new int[states];
        int[] flowKind = new int[states];
        int[] playStart = new int[states + 1];
        int[] jumpStart = new int[states + 1];
        for (int k = 0; k < states; k++) {
            int x = all[k];
            boolean known = k >= own;
            kind[k] = known ? nothing : whole.kind[x];
            flowKind[k] = whole.flowKind[x];
            playStart[k + 1] = playStart[k] + (known ? 0 : whole.playStart[x + 1] - whole.playStart[x]);
            jumpStart[k + 1] = jumpStart[k] + (known ? 0 : whole.jumpStart[x + 1] - whole.jumpStart[x]);
        }
        int[] jumpTo = new int[jumpStart[states]];
        for (int k = 0; k < own; k++) {
            int from = whole.jumpStart[all[k]] - jumpStart[k];
            for (int j = jumpStart[k]; j < jumpStart[k + 1]; j++) {
                jumpTo[j] = number[whole.jumpTo[from + j]];
            }
        }
        var shape = new Shape(
                kind,
                playStart,
                jumpStart,
                jumpTo,
                withEmpty(whole.listStart),
                whole.playActor,
                whole.playMove,
                whole.leadStart,
                whole.leadJump,
                withEmpty(whole.chanceList),
                whole.chanceJump,
                whole.chanceEvent,
                whole.seats.of(whole, all, own));
        Game.Builder b = Game.Builder.actorsOf(whole);
        b.states = states;
        b.start = 0;
        b.playWeight = whole.playWeight;
        return b.build(
                shape, new Game.Numbers(flowKind, whole.flowTable, whole.playCost, whole.leadOdds, whole.chanceRate));
    }

    /// One run more, of nothing.
    private static int[] withEmpty(int[] starts) {
        int[] more = Arrays.copyOf(starts, starts.length + 1);
        more[starts.length] = starts[starts.length - 1];
        return more;
    }
}
