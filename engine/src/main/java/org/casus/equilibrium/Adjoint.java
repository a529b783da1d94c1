package org.casus.equilibrium;

import org.casus.game.Game;
import org.casus.game.GameSlopes;
import org.casus.scenario.Choice;

/// How a number that is read off a solved game answers to every entry of the game's arrays,
/// *through the equilibrium*: when payoffs change, everyone's play changes, and with it
/// everyone's play.
///
/// The number is given by its slope H_e by the rate of each play. At the solution F(V, θ) = 0
/// and, by the implicit function theorem,
///
///     dq/dθ = ∂q/∂θ − ∂q/∂V J⁻¹ F_θ = ∂q/∂θ + ν · F_θ,        −Jᵀ ν = ∂q/∂V
///
/// so that one solve with the transposed Jacobian gives the slopes by all θ at once (the adjoint
/// method: Giles & Pierce 2000). ν_i(x) itself is what one more point per clock unit for actor i
/// in x does to the number. Under *intentions* the set of intended plays is held as it is at V:
/// where one of them has A = 0 exactly, this is one of the two one-sided slopes or lies between
/// them.
///
/// It inherits the error of V: a residual of 1e-9 leaves slopes good to about as much, times the
/// condition of J. Cost of a solve: some 50 products with Jᵀ, less than a cold solve of the game.
/// Memory about 1 kB a state. One solve at a time.
public final class Adjoint implements AutoCloseable {

    private final Game game;
    private final Parallel parallel;
    private final Layout layout;
    private final Rates play;
    private final Pullback pullback;
    private final TransposedSystem system;
    private final double[] v;

    /// The slopes asked for.
    ///
    /// @param slopes by every entry of the game's arrays; `slopes.flow()` is ν
    /// @param residual ‖g + Jᵀ ν‖ / ‖g‖, each actor's values in its own units: relative size of
    /// the error of ν
    ///     but for the condition of J
    /// @param products with Jᵀ, how many it took
    public record Answer(GameSlopes slopes, double residual, int products) {}

    /// Gets ready to answer for `solution`; only the threads of `settings` matter.
    public Adjoint(Solution solution, Settings settings) {
        game = solution.game();
        layout = new Layout(game);
        parallel = new Parallel(Math.min(settings.threads(), layout.blocks()));
        v = new double[layout.size()];
        for (int x = 0; x < game.states; x++) {
            System.arraycopy(solution.value(), x * game.actors, v, x * layout.lanes, game.actors);
        }
        play = new LogitField(layout, parallel, ShiftedSystem.scales(game)).play(v);
        var lists = new LeadLists(layout);
        var inflow = new Inflow(layout, lists);
        pullback = new Pullback(layout, parallel, lists, inflow, play, v);
        system = new TransposedSystem(layout, parallel, inflow, play, pullback);
    }

    /// The slopes of the number whose slopes by the rates of plays, all else held, are `rateSlope`
    /// `[plays]`. What the number owes directly to odds of leads and rates of chance is not in
    /// them.
    ///
    /// @throws IllegalArgumentException if there is not one slope for each play
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted
    public Answer solve(double[] rateSlope) {
        if (rateSlope.length != game.plays()) {
            throw new IllegalArgumentException(rateSlope.length + " slopes for " + game.plays() + " plays");
        }
        int before = system.products();
        double[] nu = new double[layout.size()];
        double residual = system.solve(rateSlope, nu);
        return answer(nu, residual, before);
    }

    /// The slopes of the number whose slopes by the values V, all else held, are `valueSlope` `[R
    /// * N]`. What it owes directly to anything but values is not in them.
    ///
    /// @throws IllegalArgumentException if there is not one slope for each state and actor
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted
    public Answer solveValues(double[] valueSlope) {
        if (valueSlope.length != game.states * game.actors) {
            throw new IllegalArgumentException(
                    valueSlope.length + " slopes for " + game.states * game.actors + " values");
        }
        int before = system.products();
        double[] byValue = new double[layout.size()];
        for (int x = 0; x < game.states; x++) {
            System.arraycopy(valueSlope, x * game.actors, byValue, x * layout.lanes, game.actors);
        }
        double[] nu = new double[layout.size()];
        double residual = system.solveValues(byValue, nu);
        return answer(nu, residual, before);
    }

    private Answer answer(double[] nu, double residual, int before) {
        var slopes = GameSlopes.none(game);
        perState(nu, slopes);
        perPlay(nu, slopes);
        perChance(slopes);
        if (game.choice == Choice.TASTES) {
            tastes(nu, slopes);
        }
        return new Answer(slopes, residual, system.products() - before);
    }

    private void perState(double[] nu, GameSlopes slopes) {
        for (int x = 0; x < game.states; x++) {
            for (int i = 0; i < game.actors; i++) {
                double weight = nu[x * layout.lanes + i];
                slopes.flow()[x * game.actors + i] = weight;
                slopes.discount()[i] -= weight * v[x * layout.lanes + i];
            }
        }
    }

    private void perPlay(double[] nu, GameSlopes slopes) {
        double[] byWeight = new double[game.playCost.length];
        for (int x = 0; x < game.states; x++) {
            for (int e = game.playStart[x]; e < game.playStart[x + 1]; e++) {
                int p = game.entry(x, e);
                int i = game.playActor[p];
                int at = x * layout.lanes + i;
                double h = play.rate()[e];
                double byAdvantage = pullback.advantageSlope[e];
                slopes.acts()[i] += pullback.rateSlope[e] * h / game.acts[i];
                slopes.kappa()[i] += pullback.exponentSlope[e] * play.advantage()[e];
                slopes.playCost()[p] -= byAdvantage + nu[at] * h;
                byWeight[p] += pullback.exponentSlope[e];
                for (int l = game.leadStart[p]; l < game.leadStart[p + 1]; l++) {
                    slopes.leadOdds()[l] += h * pullback.jumpSlope[game.jumpStart[x] + game.leadJump[l]]
                            + byAdvantage * (v[game.leadTo(x, l) * layout.lanes + game.seat(x, l, i)] - v[at]);
                }
            }
        }
        slopes.throughWeights(game, byWeight);
    }

    private void perChance(GameSlopes slopes) {
        for (int x = 0; x < game.states; x++) {
            for (int k = game.chanceStart(x); k < game.chanceEnd(x); k++) {
                slopes.chanceRate()[k] += pullback.jumpSlope[game.jumpStart[x] + game.chanceJump[k]];
            }
        }
    }

    /// (λ/κ) ln(1 + Σ w) by λ and κ, exponents held.
    private void tastes(double[] nu, GameSlopes slopes) {
        for (int x = 0; x < game.states; x++) {
            int end = game.playStart[x + 1];
            int to;
            for (int from = game.playStart[x]; from < end; from = to) {
                int i = game.playActor[game.entry(x, from)];
                to = from;
                double top = 0;
                while (to < end && game.playActor[game.entry(x, to)] == i) {
                    top = Math.max(top, exponent(x, to++));
                }
                double sum = Math.exp(-top);
                for (int e = from; e < to; e++) {
                    sum += Math.exp(exponent(x, e) - top);
                }
                double share = nu[x * layout.lanes + i] * (top + Math.log(sum)) / game.kappa[i];
                slopes.acts()[i] += share;
                slopes.kappa()[i] -= share * game.acts[i] / game.kappa[i];
            }
        }
    }

    private double exponent(int x, int e) {
        int p = game.entry(x, e);
        return game.playWeight[p] + game.kappa[game.playActor[p]] * play.advantage()[e];
    }

    /// Lets go of the threads.
    @Override
    public void close() {
        parallel.close();
    }
}
