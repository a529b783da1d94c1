package org.casus.equilibrium;

import org.casus.game.Game;

/// What plays are worth over waiting, the first half of [LogitField].
final class Advantages {

    /// Exponents beyond this are taken less the largest.
    private static final double LARGE = 600;

    private final Layout layout;
    private final Game game;
    private final Leads leads;

    Advantages(Layout layout) {
        this.layout = layout;
        game = layout.game;
        leads = layout.leads;
    }

    /// Advantages and weights of the plays of a tile at `v`, or, where an exponent is large, their
    /// exponents.
    void weigh(Tile tile, double[] v, double[] kappa) {
        int e = 0;
        for (int x = tile.first; x < tile.end; x++) {
            int kind = game.kind[x];
            int entry = game.listStart[kind];
            int plays = game.listStart[kind + 1] - entry;
            if (layout.turned()) {
                seated(tile, e, x, entry, plays, v, kappa);
            } else {
                weigh(tile, e, x, kind, entry, plays, v, kappa);
            }
            e += plays;
        }
        double top = 0;
        for (int k = 0; k < e; k++) {
            top = Math.max(top, tile.rate[k]);
        }
        tile.large = !(top <= LARGE);
        if (!tile.large) {
            Exponential.of(tile.rate, e);
        }
    }

    /// Advantages and exponents of the plays of state x, to lie from e on in the tile.
    private void weigh(Tile tile, int e, int x, int kind, int entry, int plays, double[] v, double[] kappa) {
        double[] advantages = tile.advantage;
        double[] exponents = tile.rate;
        int[] actor = game.playActor;
        double[] cost = game.playCost;
        double[] weight = game.playWeight;
        int[] target = leads.target;
        int[] jump = leads.jump;
        double[] odds = leads.odds;
        int lanes = layout.lanes;
        int here = x * lanes;
        int jumps = game.jumpStart[x];
        int first = leads.start[kind];
        for (int k = 0; k < plays; k++) {
            int i = actor[entry + k];
            int y = target[jumps + jump[first + k]] * lanes + i;
            double gain = odds[first + k] * (v[y] - v[here + i]) - cost[entry + k];
            advantages[e + k] = gain;
            exponents[e + k] = weight[entry + k] + kappa[i] * gain;
        }
        for (int l = first + plays; l < leads.start[kind + 1]; l++) {
            int i = leads.actor[l];
            int k = e + leads.play[l];
            double gain = odds[l] * (v[target[jumps + jump[l]] * lanes + i] - v[here + i]);
            advantages[k] += gain;
            exponents[k] += kappa[i] * gain;
        }
    }

    /// The same where jumps seat actors anew.
    private void seated(Tile tile, int e, int x, int entry, int plays, double[] v, double[] kappa) {
        for (int k = 0; k < plays; k++) {
            int p = entry + k;
            int i = game.playActor[p];
            double own = v[x * layout.lanes + i];
            double gain = -game.playCost[p];
            for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                gain += game.leadOdds[l] * (v[game.leadTo(x, l) * layout.lanes + game.seat(x, l, i)] - own);
            }
            tile.advantage[e + k] = gain;
            tile.rate[e + k] = game.playWeight[p] + kappa[i] * gain;
        }
    }
}
