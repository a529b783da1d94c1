package org.casus.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.casus.equilibrium.NotSolvedException.Reason;
import org.casus.game.Game;
import org.casus.scenario.Choice;

/// Solves a game: the logit Markov perfect equilibrium that is the **long-horizon limit**, the play now of the game
/// that
/// ends at a date T with nothing to come, as T grows.
///
/// That game has exactly one solution for every T. It is followed backward from its end with controlled error until it
/// settles, and finished by Newton's method only where that leads to the same end. Games may have other equilibria too:
/// [SecondOpinion] looks for them.
///
/// Cost: for 50,000 states and 7 actors a second or two; memory about 4 kB a state.
public final class Equilibrium {

    private Equilibrium() {}

    /// The long-horizon limit of `game`.
    ///
    /// @throws NotSolvedException if there is no such limit or it could not be found, with the reason
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted
    /// @throws IllegalArgumentException if κ is 0 for an actor under *tastes*, whose values are then infinite
    public static Solution solve(Game game, Settings settings) throws NotSolvedException {
        refuseTasteless(game);
        try (var work = new Workspace(game, settings)) {
            var log = new ArrayList<String>();
            log.add(scale(work));
            var longGame = new LongGame(work);
            var limit = longGame.settle(new double[work.layout.size()]);
            log.addAll(longGame.log());
            if (limit.isEmpty()) {
                throw notSolved(work, longGame, log);
            }
            return work.solution(limit.get(), longGame.horizon(), longGame.steps(), longGame.refused(), log);
        }
    }

    private static void refuseTasteless(Game game) {
        for (int i = 0; i < game.actors; i++) {
            if (game.choice == Choice.TASTES && game.kappa[i] == 0) {
                throw new IllegalArgumentException(
                        "kappa[" + i + "] is 0: under tastes the values of an actor without sharpness are infinite");
            }
        }
    }

    static String scale(Workspace work) {
        return String.format(
                Locale.ROOT,
                "%,d states, %d actors, %,d plays, %,d jumps; %s; residual to %.0e, steps to %.2g; %d threads",
                work.game.states,
                work.game.actors,
                work.game.plays(),
                work.layout.jumpTo.length,
                work.game.choice.name().toLowerCase(Locale.ROOT),
                work.settings.tolerance(),
                work.settings.stepTolerance(),
                work.settings.threads());
    }

    private static NotSolvedException notSolved(Workspace work, LongGame longGame, List<String> log) {
        var reason = longGame.failure().orElse(Reason.DOES_NOT_SETTLE);
        String last = log.getLast();
        var partial = work.solution(longGame.value(), Double.NaN, longGame.steps(), longGame.refused(), log);
        return new NotSolvedException(reason, last, partial);
    }
}
