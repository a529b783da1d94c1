package org.casus.game;

/// A game's shared lists written out state by state.
final class WrittenOut {

    private WrittenOut() {}

    static Game.Builder of(Game game) {
        Game.Builder b = Game.Builder.actorsOf(game);
        b.playStart = game.playStart;
        b.chanceStart = new int[game.states + 1];
        b.flow = new double[game.states * game.actors];
        int leads = 0;
        for (int x = 0; x < game.states; x++) {
            int k = game.kind[x];
            leads += game.leadStart[game.listStart[k + 1]] - game.leadStart[game.listStart[k]];
            b.chanceStart[x + 1] = b.chanceStart[x] + game.chanceEnd(x) - game.chanceStart(x);
            for (int i = 0; i < game.actors; i++) {
                b.flow[x * game.actors + i] = game.flow(x, i);
            }
        }
        plays(game, b, leads);
        chance(game, b);
        return b;
    }

    private static void plays(Game game, Game.Builder b, int leads) {
        int plays = game.plays();
        b.playActor = new int[plays];
        b.playMove = new int[plays];
        b.playCost = new double[plays];
        b.playWeight = new double[plays];
        b.leadStart = new int[plays + 1];
        b.leadTo = new int[leads];
        b.leadOdds = new double[leads];
        int lead = 0;
        for (int x = 0; x < game.states; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int p = game.entry(x, e);
                b.playActor[e] = game.playActor[p];
                b.playMove[e] = game.playMove[p];
                b.playCost[e] = game.playCost[p];
                b.playWeight[e] = game.playWeight[p];
                for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                    b.leadTo[lead] = game.leadTo(x, l);
                    b.leadOdds[lead++] = game.leadOdds[l];
                }
                b.leadStart[e + 1] = lead;
            }
        }
    }

    private static void chance(Game game, Game.Builder b) {
        int jumps = b.chanceStart[game.states];
        b.chanceTo = new int[jumps];
        b.chanceRate = new double[jumps];
        b.chanceEvent = new int[jumps];
        int jump = 0;
        for (int x = 0; x < game.states; x++) {
            for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                b.chanceTo[jump] = game.chanceTo(x, k);
                b.chanceRate[jump] = game.chanceRate[k];
                b.chanceEvent[jump++] = game.chanceEvent[k];
            }
        }
    }
}
