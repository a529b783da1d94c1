package org.casus.game;

import java.util.Arrays;

/// Which plays, leads and jumps there are and where they go: what of a [Game] is the same in
/// every world. Fields are named as there.
///
/// @param kind kind of each state `[R]`
/// @param playStart number of the first play of each state `[R + 1]`
/// @param jumpStart first jump of each state `[R + 1]`
/// @param jumpTo state each jump goes to, each once in a state and never the state itself `[jumps]`
/// @param listStart first entry of each kind `[K + 1]`
/// @param playActor actor of each entry
/// @param playMove move of each entry
/// @param leadStart first lead of each entry `[entries + 1]`
/// @param leadJump which jump of the state each lead takes, counted from 0
/// @param chanceStart first chance jump of each kind `[K + 1]`
/// @param chanceJump which jump of the state each chance jump takes, counted from 0
/// @param chanceEvent event of each chance jump
/// @param seats who sits where after each jump
record Shape(
        int[] kind,
        int[] playStart,
        int[] jumpStart,
        int[] jumpTo,
        int[] listStart,
        int[] playActor,
        int[] playMove,
        int[] leadStart,
        int[] leadJump,
        int[] chanceStart,
        int[] chanceJump,
        int[] chanceEvent,
        Seats seats) {

    /// Explicit lists, which are one kind for each state.
    static Shape of(Game.Builder b) {
        int states = b.states;
        var jumpStart = new int[states + 1];
        var to = new int[b.leadTo.length + b.chanceTo.length];
        int jumps = 0;
        for (int x = 0; x < states; x++) {
            jumps = targets(b, x, to, jumps);
            jumpStart[x + 1] = jumps;
        }
        int[] jumpTo = Arrays.copyOf(to, jumps);
        var leadJump = new int[b.leadTo.length];
        var chanceJump = new int[b.chanceTo.length];
        var kind = new int[states];
        for (int x = 0; x < states; x++) {
            kind[x] = x;
            for (int l = b.leadStart[b.playStart[x]]; l < b.leadStart[b.playStart[x + 1]]; l++) {
                leadJump[l] = jump(jumpTo, jumpStart, x, b.leadTo[l]);
            }
            for (int k = b.chanceStart[x]; k < b.chanceStart[x + 1]; k++) {
                chanceJump[k] = jump(jumpTo, jumpStart, x, b.chanceTo[k]);
            }
        }
        return new Shape(
                kind,
                b.playStart,
                jumpStart,
                jumpTo,
                b.playStart,
                b.playActor,
                b.playMove,
                b.leadStart,
                leadJump,
                b.chanceStart,
                chanceJump,
                b.chanceEvent,
                Seats.NONE);
    }

    private static int targets(Game.Builder b, int x, int[] targets, int from) {
        int to = from;
        for (int l = b.leadStart[b.playStart[x]]; l < b.leadStart[b.playStart[x + 1]]; l++) {
            targets[to++] = b.leadTo[l];
        }
        for (int k = b.chanceStart[x]; k < b.chanceStart[x + 1]; k++) {
            targets[to++] = b.chanceTo[k];
        }
        Arrays.sort(targets, from, to);
        int kept = from;
        for (int k = from; k < to; k++) {
            if (kept == from || targets[kept - 1] != targets[k]) {
                targets[kept++] = targets[k];
            }
        }
        return kept;
    }

    private static int jump(int[] jumpTo, int[] jumpStart, int x, int y) {
        return Arrays.binarySearch(jumpTo, jumpStart[x], jumpStart[x + 1], y) - jumpStart[x];
    }

    /// Bytes of all its arrays.
    long bytes() {
        long ints = 0;
        for (int[] a : new int[][] {
            kind,
            playStart,
            jumpStart,
            jumpTo,
            listStart,
            playActor,
            playMove,
            leadStart,
            leadJump,
            chanceStart,
            chanceJump,
            chanceEvent,
            seats.jump()
        }) {
            ints += a.length;
        }
        return 4 * ints + seats.twin().length;
    }
}
