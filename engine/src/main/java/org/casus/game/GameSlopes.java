package org.casus.game;

/// Slopes of one number by every entry of a [Game]'s arrays, each by itself, all others held; arrays
/// have the shapes of the game's and may be written. Per unit of the entry: points, rates, shares.
///
/// `playWeight` has none of its own: it is made of prices, κ, λ and μ, and counted there.
public record GameSlopes(
        double[] acts,
        double[] drifts,
        double[] discount,
        double[] kappa,
        double[] flow,
        double[] playCost,
        double[] leadOdds,
        double[] chanceRate) {

    /// All zero.
    public static GameSlopes none(Game game) {
        int n = game.actors;
        return new GameSlopes(
                new double[n],
                new double[n],
                new double[n],
                new double[n],
                new double[n * game.states],
                new double[game.plays()],
                new double[game.leadTo.length],
                new double[game.chanceTo.length]);
    }

    /// Adds what a slope by each of [Game#playWeight] comes to in what the weights are made of.
    public void throughWeights(Game game, double[] byWeight) {
        Copies.pull(game, byWeight, this);
    }

    /// Adds slopes that the number owes directly to the odds of leads and the rates of chance.
    public void add(double[] byLeadOdds, double[] byChanceRate) {
        for (int l = 0; l < leadOdds.length; l++) {
            leadOdds[l] += byLeadOdds[l];
        }
        for (int k = 0; k < chanceRate.length; k++) {
            chanceRate[k] += byChanceRate[k];
        }
    }
}
