package org.casus.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.casus.equilibrium.LongGame.End;
import org.casus.equilibrium.NotSolvedException.Reason;
import org.casus.game.Game;
import org.casus.scenario.Choice;

/// Solves a game: the logit Markov perfect equilibrium that is the **long-horizon limit**, the play
/// now of the game that ends at a date T with nothing to come, as T grows.
///
/// That game has exactly one solution for every T. It is followed backward from its end with
/// controlled error until it settles, and only the last digits are Newton's. If it came near
/// another end on its way, or lingered, it is followed again with ever smaller steps until it
/// ends where it did before, without doing either or by the same way ([Turns]). Games may have
/// other equilibria too: [SecondOpinion] looks for them.
///
/// Cost: some three hundred products with the derivative; 2.1 CPU seconds were measured for
/// 28,392 states and 7 actors. Each run that has to be followed again with finer steps costs as
/// much and more. Memory: [Memory].
public final class Equilibrium {

    /// Step tolerances of runs that follow a doubtful one, each as a part of the one before.
    private static final double FINER = 0.25;

    private static final int MOST_RUNS = 5;
    /// Two ends are the same if no difference of values differs by more units.
    private static final double SAME = 1e-3;

    private final Workspace work;
    private final boolean instead;
    private final List<String> log = new ArrayList<>();
    private int steps;
    private int refused;

    /// @param instead whether to look for another equilibrium where there is no limit
    private Equilibrium(Workspace work, boolean instead) {
        this.work = work;
        this.instead = instead;
    }

    /// The long-horizon limit of `game`.
    ///
    /// @throws NotSolvedException if there is no such limit or it could not be found, with the
    /// reason
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted
    /// @throws IllegalArgumentException if κ is 0 for an actor under *tastes*, whose values are
    /// then infinite
    public static Solution solve(Game game, Settings settings) throws NotSolvedException {
        return longHorizonLimit(game, settings, true);
    }

    /// The same for one game of many: where there is no limit no other equilibrium is looked for to show
    /// instead, which can take longer than everything else.
    ///
    /// @throws NotSolvedException as [#solve]; what it shows is the longest game that was looked at
    public static Solution solveOrLeave(Game game, Settings settings) throws NotSolvedException {
        return longHorizonLimit(game, settings, false);
    }

    private static Solution longHorizonLimit(Game game, Settings settings, boolean instead) throws NotSolvedException {
        refuseTasteless(game);
        try (var work = new Workspace(game, settings)) {
            return new Equilibrium(work, instead).longHorizonLimit();
        }
    }

    /// An equilibrium of `game` by [PseudoTime] from nothing, part by part ([Piecewise]), several
    /// times as fast as [#solve]. Where that loses its way the long game is followed after all,
    /// but once, with coarse steps. The error of its values is estimated from the last step, not
    /// by one step more.
    ///
    /// Nearly always the long-horizon limit, but without the care [#solve] takes to make sure:
    /// who relies on it for many games solves some of them by [#solve] as well and compares.
    ///
    /// @throws NotSolvedException as [#solve]
    public static Solution solveQuickly(Game game, Settings settings) throws NotSolvedException {
        refuseTasteless(game);
        return new Piecewise(game, settings).quickly(Optional.empty());
    }

    /// The same from `start` where that leads straight to an equilibrium, else from nothing. For
    /// a start within a few units up to five times as fast as [#solve].
    ///
    /// @param start V `[R * N]` of a game with the same states and actors
    /// @throws NotSolvedException as [#solve]
    public static Solution solveQuickly(Game game, Settings settings, double[] start) throws NotSolvedException {
        refuse(game, start);
        return new Piecewise(game, settings).quickly(Optional.of(start));
    }

    /// An equilibrium of `game` near `start`, by [PseudoTime] and by nothing else. Where games
    /// have several equilibria this mostly stays on the branch it starts from, and so may differ
    /// from the long-horizon limit.
    ///
    /// @param start V `[R * N]` of a game with the same states and actors
    /// @throws NotSolvedException LOST if the way from there comes to no equilibrium
    public static Solution solveFrom(Game game, Settings settings, double[] start) throws NotSolvedException {
        refuse(game, start);
        return new Piecewise(game, settings).near(start);
    }

    private static void refuse(Game game, double[] start) {
        refuseTasteless(game);
        if (start.length != game.states * game.actors) {
            throw new IllegalArgumentException("a start of " + start.length + " values for " + game.states
                    + " states and " + game.actors + " actors");
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

    private Solution longHorizonLimit() throws NotSolvedException {
        log.add(work.scale());
        double tolerance = work.settings.stepTolerance();
        Optional<End> before = Optional.empty();
        for (int run = 0; run < MOST_RUNS; run++, tolerance *= FINER) {
            var longGame = new LongGame(work, tolerance, before);
            var end = longGame.settle(new double[work.layout.size()]);
            count(longGame);
            if (end.isEmpty()) {
                throw notSolved(longGame.failure(), longGame.value());
            }
            if (believed(before, end.get())) {
                return solution(end.get(), longGame.horizon());
            }
            if (run < MOST_RUNS - 1) {
                log.add(String.format(Locale.ROOT, "to be sure, once more with steps to %.2g", tolerance * FINER));
            }
            before = end;
        }
        log.add("where the long game ends depends on its steps, however small");
        throw notSolved(Reason.UNDECIDED, before.orElseThrow().value());
    }

    /// Whether an end is where the long game goes: a clear one unless the run before it went elsewhere, a
    /// doubtful one if the run before came to it by the same way, as far as errors let one tell.
    private boolean believed(Optional<End> before, End end) {
        if (before.isEmpty()) {
            return !end.doubtful();
        }
        double errors = work.spread(before.get().correction()) + work.spread(end.correction());
        return work.spread(before.get().value(), end.value(), 1) < Math.max(SAME, 2 * errors)
                && (!end.doubtful() || before.get().turns().like(end.turns()));
    }

    private void count(LongGame longGame) {
        log.addAll(longGame.log());
        steps += longGame.steps();
        refused += longGame.refused();
    }

    private Solution solution(End end, double horizon) {
        return work.solution(end.value(), end.correction(), horizon, steps, refused, log);
    }

    /// What there is to show for it: an equilibrium by another way if that can be had, else the
    /// last state of affairs.
    private NotSolvedException notSolved(Reason reason, double[] last) {
        String message = log.getLast();
        if (!instead) {
            return new NotSolvedException(reason, message, unfinished(last));
        }
        var branch = new PrincipalBranch(work);
        var other = branch.follow();
        log.addAll(branch.log());
        log.add(
                other.isPresent()
                        ? "what follows is the equilibrium of the principal branch, not the long-horizon limit"
                        : "what follows is the longest game that was looked at, and no equilibrium");
        return new NotSolvedException(reason, message, unfinished(other.orElse(last)));
    }

    private Solution unfinished(double[] v) {
        float[] correction = work.newton.correction(v);
        return work.solution(v, correction, Double.NaN, steps, refused, log);
    }
}
