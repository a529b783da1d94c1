package org.casus.chain;

import org.casus.game.Game;

/// What actors do under given values: how much better than waiting each play is, and how often it
/// is made.
///
///     A = −c + Σ_y odds(y) (V(y) − V(x))        h = λ w / (1 + Σ w), w = exp(playWeight + κ A)
///
/// the sum over all plays of the same actor in the same state. Exponents are taken from the
/// largest, so that no
/// advantage is too large.
///
/// @param advantage A of each play, points
/// @param rate h of each play, per clock unit
public record Behaviour(double[] advantage, double[] rate) {

    /// Behaviour in `game` under the values `value`, `[R * N]`.
    public static Behaviour of(Game game, double[] value) {
        var advantage = new double[game.plays()];
        var rate = new double[game.plays()];
        for (int x = 0; x < game.states; x++) {
            int end = game.playStart[x + 1];
            int from = game.playStart[x];
            while (from < end) {
                int to = from + 1;
                int i = game.playActor[game.entry(x, from)];
                while (to < end && game.playActor[game.entry(x, to)] == i) {
                    to++;
                }
                choose(game, value, x, from, to, advantage, rate);
                from = to;
            }
        }
        return new Behaviour(advantage, rate);
    }

    private static void choose(Game game, double[] value, int x, int from, int to, double[] advantage, double[] rate) {
        int n = game.actors;
        int i = game.playActor[game.entry(x, from)];
        double largest = 0;
        for (int e = from; e < to; e++) {
            int p = game.entry(x, e);
            double gain = -game.playCost[p];
            for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                gain += game.leadOdds[l] * (value[game.leadTo(x, l) * n + game.seat(x, l, i)] - value[x * n + i]);
            }
            advantage[e] = gain;
            rate[e] = game.playWeight[p] + game.kappa[i] * gain;
            largest = Math.max(largest, rate[e]);
        }
        double sum = Math.exp(-largest);
        for (int e = from; e < to; e++) {
            rate[e] = Math.exp(rate[e] - largest);
            sum += rate[e];
        }
        for (int e = from; e < to; e++) {
            rate[e] *= game.acts[i] / sum;
        }
    }
}
