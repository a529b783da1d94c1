package org.casus.equilibrium;

import org.casus.game.Game;

/// Play as it is at some values, in single precision: what the derivative is taken of and sweeps go by.
///
/// [Derivative] sifts rates and advantages in place, so it is good for one derivative. Memory 4 bytes a slot, 8 a play,
/// 4 a state.
final class Snapshot {

    /// Total rate of each slot.
    final float[] jump;
    /// Rate out of each state.
    final float[] out;
    /// h of each play.
    final float[] rate;
    /// A of each play, points.
    final float[] advantage;

    private final Layout layout;

    Snapshot(Layout layout) {
        this.layout = layout;
        jump = new float[layout.at.length];
        out = new float[layout.states];
        rate = new float[layout.game.plays()];
        advantage = new float[rate.length];
    }

    void take(Tile tile) {
        Game game = layout.game;
        int firstJump = game.jumpStart[tile.first];
        for (int x = tile.first; x < tile.end; x++) {
            double total = 0;
            int slot = layout.start[x];
            int last = game.jumpStart[x + 1] - firstJump;
            for (int j = game.jumpStart[x] - firstJump; j < last; j++) {
                jump[slot++] = (float) tile.jump[j];
                total += tile.jump[j];
            }
            out[x] = (float) total;
        }
        int firstPlay = game.playStart[tile.first];
        int plays = game.playStart[tile.end] - firstPlay;
        for (int e = 0; e < plays; e++) {
            rate[firstPlay + e] = (float) tile.rate[e];
            advantage[firstPlay + e] = (float) tile.advantage[e];
        }
    }
}
