package org.casus.chain;

import org.casus.equilibrium.Solution;
import org.casus.game.Game;

/// Slopes of a [Functional] by every rate of the chain, play held as it is: what it would change
/// if a move were made more often, a lead likelier, an event more frequent.
///
/// With u_τ(x) the pay still to come with τ left and p_t(x) the odds of being in x,
///
///     ∂q/∂G(x, y) = γ(x, y) = ∫₀ᵀ p_t(x) (u_{T−t}(y) − u_{T−t}(x)) dt
///     by the rate of play e in x:    Σ_y P_e(y) γ(x, y) + expected time for which e is paid
///     by the odds of its lead to y:  h_e γ(x, y)
///     by the rate of a chance jump:  γ(x, y)
///
/// For a play that ends everything u after it is 0 and the pay 1. See [BackwardPass] for the
/// integrals.
///
/// @param value q
/// @param play slope by the rate of each play `[plays]`
/// @param lead slope by the odds of each lead of the game's lists, its play's rate held `[leads]`
/// @param chance slope by the rate of each chance jump of the lists `[chance jumps]`
/// @param truncation bound on what the ends of the Poisson weights leave out of q, relative to
/// the largest pay
public record RateSlopes(double value, double[] play, double[] lead, double[] chance, double truncation) {

    /// The slopes of `asked` in the chain of `solution`, on `threads` threads (the same on any
    /// number).
    ///
    /// Cost: about three times the products of [Transient] over as long a time.
    ///
    /// @throws TooFastException if that would take for ever
    public static RateSlopes of(Solution solution, Functional asked, int threads) {
        Game game = solution.game();
        double[] rates = solution.rate();
        if (asked.atEnd().length != game.states) {
            throw new IllegalArgumentException(asked.atEnd().length + " states, not " + game.states);
        }
        var graph = Graph.of(game, rates, asked);
        var product = graph.product();
        try (var team = product.team(threads)) {
            var pass = new BackwardPass(graph, asked, asked.pay(game, rates), game.start, product, team);
            pass.run();
            return gather(game, rates, asked, graph, pass);
        }
    }

    private static RateSlopes gather(Game game, double[] rates, Functional asked, Graph graph, BackwardPass pass) {
        var play = new double[game.plays()];
        var lead = new double[game.leadOdds.length];
        var chance = new double[game.chanceRate.length];
        for (int k = 0; k < asked.watched().length; k++) {
            play[asked.watched()[k]] += pass.occupation[asked.watchedIn()[k]];
        }
        for (int x = 0; x < game.states; x++) {
            if (asked.stopped().get(x)) {
                continue;
            }
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int p = game.entry(x, e);
                if (asked.ends(game, p)) {
                    play[e] += pass.occupation[x] - pass.forgone[x];
                    continue;
                }
                for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                    double flux = pass.flux[graph.start()[x] + game.leadJump[l]];
                    play[e] += game.leadOdds[l] * flux;
                    lead[l] += rates[e] * flux;
                }
            }
            for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                chance[k] += pass.flux[graph.start()[x] + game.chanceJump[k]];
            }
        }
        return new RateSlopes(pass.value(), play, lead, chance, pass.truncation());
    }
}
