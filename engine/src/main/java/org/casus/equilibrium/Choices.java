package org.casus.equilibrium;

import java.util.Arrays;
import org.casus.game.Game;
import org.casus.scenario.Choice;

/// What actors make of advantages, the second half of [LogitField]: rates of plays and of jumps.
final class Choices {

    private final Layout layout;
    private final Game game;
    private final Leads leads;
    private final Reading reading;

    Choices(Layout layout) {
        this.layout = layout;
        game = layout.game;
        leads = layout.leads;
        reading = layout.reading;
    }

    /// Turns weights into rates, adds own to f, and gathers rates by where they lead.
    void make(Tile tile, double[] kappa) {
        int base = game.playStart[tile.first];
        int firstJump = game.jumpStart[tile.first];
        Arrays.fill(tile.jump, 0, game.jumpStart[tile.end] - firstJump, 0);
        for (int x = tile.first; x < tile.end; x++) {
            int kind = game.kind[x];
            int jumps = game.jumpStart[x] - firstJump;
            int lastChance = game.chanceList[kind + 1];
            for (int k = game.chanceList[kind]; k < lastChance; k++) {
                tile.jump[jumps + game.chanceJump[k]] += game.chanceRate[k];
            }
            int entry = game.listStart[kind];
            int plays = game.listStart[kind + 1] - entry;
            int e = game.playStart[x] - base;
            int f = (x - tile.first) * layout.lanes;
            share(tile, e, entry, plays, f, kappa);
            choose(tile, e, kind, entry, plays, jumps, f);
        }
    }

    /// λ / (1 + Σ w) of each actor in one state, and what *tastes* add to own.
    private void share(Tile tile, int e, int entry, int plays, int f, double[] kappa) {
        double[] share = tile.share;
        double[] weight = tile.rate;
        int[] actor = game.playActor;
        if (tile.large) {
            weighLarge(tile, e, entry, plays);
        } else {
            Arrays.fill(share, 1);
        }
        for (int k = 0; k < plays; k++) {
            share[actor[entry + k]] += weight[e + k];
        }
        for (int i = 0; i < game.actors && game.choice == Choice.TASTES; i++) {
            double top = tile.large ? tile.top[i] : 0;
            tile.f[f + i] += game.acts[i] / kappa[i] * (top + Math.log(share[i]));
        }
        for (int i = 0; i < game.actors; i++) {
            share[i] = game.acts[i] / share[i];
        }
    }

    /// Rates of the plays of one state.
    private void choose(Tile tile, int e, int kind, int entry, int plays, int jumps, int f) {
        double[] share = tile.share;
        double[] rates = tile.rate;
        double[] advantage = tile.advantage;
        double[] rate = tile.jump;
        double[] field = tile.f;
        int[] actor = game.playActor;
        double[] cost = game.playCost;
        int[] jump = leads.jump;
        double[] odds = leads.odds;
        int first = leads.start[kind];
        for (int k = 0; k < plays; k++) {
            int i = actor[entry + k];
            double h = share[i] * rates[e + k];
            rates[e + k] = h;
            field[f + i] += h * reading.worth(advantage[e + k], cost[entry + k]);
            rate[jumps + jump[first + k]] += h * odds[first + k];
        }
        for (int l = first + plays; l < leads.start[kind + 1]; l++) {
            rate[jumps + jump[l]] += rates[e + leads.play[l]] * odds[l];
        }
    }

    /// Weights in one state where an exponent is large: they and the 1 beside them are multiplied
    /// by e^(−the largest), which cancels.
    private void weighLarge(Tile tile, int e, int entry, int plays) {
        double[] top = tile.top;
        Arrays.fill(top, 0);
        for (int k = 0; k < plays; k++) {
            int i = game.playActor[entry + k];
            top[i] = Math.max(top[i], tile.rate[e + k]);
        }
        for (int i = 0; i < top.length; i++) {
            tile.share[i] = Math.exp(-top[i]);
        }
        for (int k = 0; k < plays; k++) {
            tile.rate[e + k] = Math.exp(tile.rate[e + k] - top[game.playActor[entry + k]]);
        }
    }
}
