package org.casus.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.casus.game.Game;
import org.casus.scenario.Choice;

/// Looks for other equilibria than the one reported: where the principal branch leads, and where
/// the game settles whose
/// end is worth something at random. None found is no proof that there is none.
///
/// @param equilibria the reported one first, then each other one in the order it was found
/// @param log one line for each thing tried, in order
public record SecondOpinion(List<Found> equilibria, List<String> log) {

    /// One equilibrium and all that led to it.
    ///
    /// @param solution the equilibrium, to the accuracy of the settings
    /// @param ways how it was found, in words
    public record Found(Solution solution, List<String> ways) {}

    /// Equilibria are the same if no difference of values between states differs by more than this
    /// over κ_i: play then
    /// differs by a thousandth at most, far above what solving leaves open and far below what
    /// could be told apart.
    private static final double SAME = 1e-3;

    /// Error of a step from a random start, units: which way it goes does not matter.
    private static final double COARSE = 1;

    /// Whether there is more than the one reported.
    public boolean several() {
        return equilibria.size() > 1;
    }

    /// A second opinion on `reported` from the principal branch and `starts` random ends.
    ///
    /// Odd starts take every value at random from min u/ρ to max u/ρ (less λ · dearest play / ρ
    /// under *mistakes*: values lie
    /// nowhere else); even starts believe, each actor to a random degree, that things stay as
    /// they are (a share of u/ρ).
    /// Start k draws from a stream named by `seed` and k alone.
    ///
    /// Cost: the principal branch as ten solves or more, each start as one.
    ///
    /// @throws java.util.concurrent.CancellationException if the thread is interrupted
    public static SecondOpinion of(Solution reported, Settings settings, int starts, long seed) {
        var found = new ArrayList<Found>();
        found.add(new Found(reported, new ArrayList<>(List.of("long-horizon limit"))));
        var log = new ArrayList<String>();
        var game = reported.game();
        try (var work = new Workspace(game, settings)) {
            var branch = new PrincipalBranch(work);
            var end = branch.follow();
            log.addAll(branch.log());
            end.ifPresent(v -> add(found, work, v, "principal branch", branch.log()));
        }
        for (int k = 1; k <= starts; k++) {
            var way = "random start " + k;
            try (var work = new Workspace(game, told(settings, way + " of " + starts))) {
                var longGame = new LongGame(work, Math.max(COARSE, settings.stepTolerance()));
                var end = longGame.settle(work.pad(randomEnd(game, k, seed)));
                if (end.isPresent()) {
                    int which = add(found, work, end.get().value(), way, longGame.log());
                    log.add(way + ": equilibrium " + which);
                } else {
                    log.add(way + ": " + longGame.log().getLast());
                }
            }
        }
        log.add(String.format(Locale.ROOT, "%d equilibria found", found.size()));
        return new SecondOpinion(List.copyOf(found), List.copyOf(log));
    }

    /// Settings that say what is being followed; how much is left of it is not told, for it is a part.
    private static Settings told(Settings settings, String what) {
        return settings.withProgress((phase, horizon, residual, left) ->
                settings.progress().at(what + ", " + phase, horizon, residual, Double.NaN));
    }

    /// Number of the equilibrium V, counted from 1.
    private static int add(List<Found> found, Workspace work, double[] v, String way, List<String> story) {
        for (int k = 0; k < found.size(); k++) {
            if (work.spread(work.pad(found.get(k).solution().value()), v, 1) < SAME) {
                found.get(k).ways().add(way);
                return k + 1;
            }
        }
        float[] correction = work.newton.correction(v);
        found.add(new Found(work.solution(v, correction, Double.NaN, 0, 0, story), new ArrayList<>(List.of(way))));
        return found.size();
    }

    private static double[] randomEnd(Game game, int k, long seed) {
        var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + k);
        double[] end = new double[game.states * game.actors];
        for (int i = 0; i < game.actors; i++) {
            double dearest = 0;
            for (int p = 0; p < game.playCost.length; p++) {
                dearest = game.playActor[p] == i ? Math.max(dearest, game.playCost[p]) : dearest;
            }
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int f = i; f < game.flowTable.length; f += game.actors) {
                least = Math.min(least, game.flowTable[f] / game.discount[i]);
                most = Math.max(most, game.flowTable[f] / game.discount[i]);
            }
            least -= game.choice == Choice.MISTAKES ? game.acts[i] * dearest / game.discount[i] : 0;
            double degree = random.nextDouble();
            for (int x = 0; x < game.states; x++) {
                end[x * game.actors + i] = k % 2 == 1
                        ? least + (most - least) * random.nextDouble()
                        : degree * game.flow(x, i) / game.discount[i];
            }
        }
        return end;
    }
}
