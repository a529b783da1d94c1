package org.casus.equilibrium;

import org.casus.game.Game;

/// Play as it is at some values, in single precision: what the derivative is taken of and sweeps
/// go by.
///
/// Memory 4 bytes a slot, 8 a play, 4 a state.
final class Snapshot {

    /// Total rate of each slot.
    final float[] jump;
    /// Rate out of each state.
    final float[] out;
    /// h of each play that its actor counts on making, −h of each other `[plays]`.
    final float[] rate;
    /// What a play is worth less what the sum over jumps counts, in its actor's units, as in
    /// [LogitField] `[plays]`.
    final float[] own;

    private final Layout layout;
    private final double[] scale;

    /// @param scale units of each actor's values
    Snapshot(Layout layout, double[] scale) {
        this.layout = layout;
        this.scale = scale;
        jump = new float[layout.at.length];
        out = new float[layout.states];
        rate = new float[layout.game.plays()];
        own = new float[rate.length];
    }

    void take(Tile tile) {
        Game game = layout.game;
        Reading reading = layout.reading;
        int firstJump = game.jumpStart[tile.first];
        int firstPlay = game.playStart[tile.first];
        int e = firstPlay;
        for (int x = tile.first; x < tile.end; x++) {
            double total = 0;
            int slot = layout.start[x];
            int last = game.jumpStart[x + 1] - firstJump;
            for (int j = game.jumpStart[x] - firstJump; j < last; j++) {
                jump[slot++] = (float) tile.jump[j];
                total += tile.jump[j];
            }
            out[x] = (float) total;
            int end = game.listStart[game.kind[x] + 1];
            for (int p = game.listStart[game.kind[x]]; p < end; p++, e++) {
                double advantage = tile.advantage[e - firstPlay];
                float h = (float) tile.rate[e - firstPlay];
                double worth = reading.worth(advantage, game.playCost[p]);
                rate[e] = reading.signed(h, advantage);
                own[e] = (float) (worth / scale[game.playActor[p]]);
            }
        }
    }
}
