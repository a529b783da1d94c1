package org.casus.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casus.equilibrium.NotSolvedException.Reason;
import org.casus.equilibrium.Solution.Iterations;
import org.casus.game.Game;
import org.casus.scenario.Choice;

/// Solves a game: the logit Markov perfect equilibrium that is the **long-horizon limit**, the play now of the game
/// that
/// ends at a date T with nothing to come, as T grows.
///
/// That game has exactly one solution for every T. It is followed backward from its end with controlled error until it
/// settles, and only then finished by Newton's method ([BackwardTime], [Newton]). Games may have other equilibria too:
/// [SecondOpinion] looks for them.
public final class Equilibrium {

    /// Advantages over 1/κ that may still shift before Newton is tried.
    private static final double CALM = 3;
    /// Looking ahead times this is as long a game as is worth waiting for.
    private static final double PATIENCE = 60;

    private static final int MOST_STEPS = 4_000;

    private final Game game;
    private final Settings settings;
    private final Parallel parallel;
    private final Layout layout;
    private final LogitField field;
    private final ShiftedSystem system;
    private final Accuracy accuracy;
    private final double[] allowed;
    private final Newton newton;
    private final List<String> log = new ArrayList<>();

    private Equilibrium(Game game, Settings settings, Parallel parallel) {
        this.game = game;
        this.settings = settings;
        this.parallel = parallel;
        layout = new Layout(game);
        field = new LogitField(layout, parallel);
        double[] scale = ShiftedSystem.scales(game);
        system = new ShiftedSystem(layout, parallel, scale);
        accuracy = new Accuracy(layout, field, settings.tolerance(), scale);
        allowed = new double[game.actors];
        for (int i = 0; i < game.actors; i++) {
            allowed[i] = settings.stepTolerance() * Math.min(1 / game.kappa[i], scale[i]);
        }
        newton = new Newton(layout, field, system, accuracy, allowed);
    }

    /// The long-horizon limit of `game`.
    ///
    /// Cost: for 50,000 states and 7 actors a second or two; memory about 4 kB a state.
    ///
    /// @throws NotSolvedException if there is no such limit or it could not be found, with the reason
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted
    /// @throws IllegalArgumentException if κ is 0 for an actor under *tastes*, whose values are then infinite
    public static Solution solve(Game game, Settings settings) throws NotSolvedException {
        if (game.choice == Choice.TASTES) {
            for (int i = 0; i < game.actors; i++) {
                if (game.kappa[i] == 0) {
                    throw new IllegalArgumentException(
                            "actor " + i + " has no sharpness (kappa 0): under tastes its" + " values are infinite");
                }
            }
        }
        try (var parallel = new Parallel(settings.threads())) {
            return new Equilibrium(game, settings, parallel).longHorizonLimit();
        }
    }

    private Solution longHorizonLimit() throws NotSolvedException {
        log.add(String.format(
                Locale.ROOT,
                "%,d states, %d actors, %,d plays, %,d jumps; %s; %d threads; residual to %.0e, steps to %.2g",
                game.states,
                game.actors,
                game.plays(),
                layout.jumpTo.length,
                game.choice.name().toLowerCase(Locale.ROOT),
                settings.threads(),
                settings.tolerance(),
                settings.stepTolerance()));
        var time = new BackwardTime(layout, parallel, field, system, allowed);
        double[] v = settle(time);
        double[] worth = v.clone();
        if (!new Worth(layout, field, system).solve(worth)) {
            throw notSolved(Reason.LINEAR_SOLVE_FAILED, "worth could not be solved for", time, v);
        }
        return solution(time, v, worth);
    }

    /// Lets the game grow longer until Newton can finish from where it is.
    private double[] settle(BackwardTime time) throws NotSolvedException {
        double patience = 0;
        for (double rho : game.discount) {
            patience = Math.max(patience, PATIENCE / rho);
        }
        double calm = CALM;
        time.start();
        while (true) {
            double unrest = unrest(time.slope);
            if (unrest <= calm) {
                double[] v = time.value.clone();
                if (newton.finish(v, true)) {
                    log.add(String.format(
                            Locale.ROOT,
                            "backward time: %d steps and %d refused to horizon %.4g; Newton: %d steps; %d products",
                            time.steps(),
                            time.refused(),
                            time.horizon(),
                            newton.steps(),
                            system.products()));
                    return v;
                }
                log.add(String.format(
                        Locale.ROOT, "Newton not yet at horizon %.4g, unrest %.2g", time.horizon(), unrest));
                calm = unrest / 3;
                field.evaluate(time.value, time.slope);
            }
            if (time.horizon() > patience || time.steps() > MOST_STEPS) {
                throw notSolved(Reason.DOES_NOT_SETTLE, "the long game does not settle", time, time.value);
            }
            if (!time.advance()) {
                throw notSolved(Reason.NOT_FINITE, "no step is short enough", time, time.value);
            }
            settings.progress().at("backward time", time.horizon(), accuracy.residual(time.value));
        }
    }

    /// How much play may still shift: max over actors of κ_i / ρ_i times the spread of F_i over states. What all values
    /// of an actor have in common changes nothing it does.
    private double unrest(double[] slope) {
        double most = 0;
        for (int i = 0; i < game.actors; i++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int k = i; k < slope.length; k += layout.lanes) {
                low = Math.min(low, slope[k]);
                high = Math.max(high, slope[k]);
            }
            most = Math.max(most, (high - low) * game.kappa[i] / game.discount[i]);
        }
        return most;
    }

    private Solution solution(BackwardTime time, double[] v, double[] worth) {
        double[] correction = unpad(newton.correction(v));
        double valueError = 0;
        for (double c : correction) {
            valueError = Math.max(valueError, Math.abs(c));
        }
        double residual = accuracy.residual(v);
        log.add(String.format(
                Locale.ROOT,
                "residual %.2e, payoff gap %.2e, error of values %.2e points",
                residual,
                accuracy.payoffGap(),
                valueError));
        return new Solution(
                game,
                unpad(v),
                unpad(worth),
                field.rate.clone(),
                correction,
                accuracy.payoffGap(),
                residual,
                valueError,
                time.horizon(),
                new Iterations(time.steps(), time.refused(), newton.steps(), system.products()),
                List.copyOf(log));
    }

    private NotSolvedException notSolved(Reason reason, String message, BackwardTime time, double[] v) {
        log.add(String.format(Locale.ROOT, "not solved: %s", message));
        field.evaluate(v, newton.slope);
        double[] worth = v.clone();
        new Worth(layout, field, system).solve(worth);
        return new NotSolvedException(reason, message, solution(time, v, worth));
    }

    private double[] unpad(double[] padded) {
        double[] plain = new double[game.states * game.actors];
        for (int x = 0; x < game.states; x++) {
            System.arraycopy(padded, x * layout.lanes, plain, x * game.actors, game.actors);
        }
        return plain;
    }
}
