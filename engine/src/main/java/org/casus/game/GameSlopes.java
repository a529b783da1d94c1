package org.casus.game;

/// Slopes of one number by every entry of a [Game]'s arrays, each by itself, all others held;
/// arrays may be written. Per unit of the entry: points, rates, shares. Prices, odds and rates of
/// chance are those of the game's lists, so states that share an entry share its slope; `flow` is
/// written out, `[R * N]`.
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
                new double[game.playCost.length],
                new double[game.leadOdds.length],
                new double[game.chanceRate.length]);
    }

    /// Adds what a slope by each of [Game#playWeight] comes to in what the weights are made of.
    ///
    /// @param byWeight by entry of the game's lists
    public void throughWeights(Game game, double[] byWeight) {
        game.pullWeights(byWeight, this);
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
