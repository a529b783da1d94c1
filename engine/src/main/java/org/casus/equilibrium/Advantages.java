package org.casus.equilibrium;

import org.casus.game.Game;

/// What plays are worth over waiting, the first half of [LogitField].
final class Advantages {

    /// Exponents beyond this are taken less the largest.
    private static final double LARGE = 600;

    private final Layout layout;
    private final Game game;

    Advantages(Layout layout) {
        this.layout = layout;
        game = layout.game;
    }

    /// Advantages and weights of the plays of a tile at `v`, or, where an exponent is large, their
    /// exponents.
    void weigh(Tile tile, double[] v, double[] kappa) {
        int lanes = layout.lanes;
        boolean turned = layout.turned();
        int e = 0;
        double top = 0;
        for (int x = tile.first; x < tile.end; x++) {
            int here = x * lanes;
            int jumps = game.jumpStart[x];
            int last = game.listStart[game.kind[x] + 1];
            for (int p = game.listStart[game.kind[x]]; p < last; p++, e++) {
                int i = game.playActor[p];
                double gain = turned ? seatedGain(v, x, p) : gain(v, jumps, p, v[here + i]);
                double exponent = game.playWeight[p] + kappa[i] * gain;
                tile.advantage[e] = gain;
                tile.rate[e] = exponent;
                top = Math.max(top, exponent);
            }
        }
        tile.large = !(top <= LARGE);
        if (!tile.large) {
            Exponential.of(tile.rate, e);
        }
    }

    /// A of an entry in the state whose jumps begin at `jumps`, with `own` worth to its actor.
    private double gain(double[] v, int jumps, int p, double own) {
        int i = game.playActor[p];
        int last = game.leadStart[p + 1];
        double gain = -game.playCost[p];
        for (int l = game.leadStart[p]; l < last; l++) {
            gain += game.leadOdds[l] * (v[game.jumpTo[jumps + game.leadJump[l]] * layout.lanes + i] - own);
        }
        return gain;
    }

    /// The same in state x where jumps seat actors anew.
    private double seatedGain(double[] v, int x, int p) {
        int i = game.playActor[p];
        double own = v[x * layout.lanes + i];
        double gain = -game.playCost[p];
        for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
            gain += game.leadOdds[l] * (v[game.leadTo(x, l) * layout.lanes + game.seat(x, l, i)] - own);
        }
        return gain;
    }
}
