package org.casus.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.casus.chain.TooFastException;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.NotSolvedException;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.scenario.Policy;
import org.casus.scenario.World;

/// The tasks of one world. Variants start from the scenario as it is and policies ask for its plans, so
/// its solution is found once, by whichever task comes first, and kept until the last one is done.
final class InWorld {

    private final Study study;
    private final Worlds worlds;
    private final Settings settings;
    private final Optional<Starts> starts;
    private final Haste haste;
    private final int index;
    private final AtomicInteger expected = new AtomicInteger();
    /// Of the scenario as it is, and of games that are those of several variants, by the first one's id.
    private final Map<String, Attempt> kept = new HashMap<>();

    /// How a game is solved quickly.
    @FunctionalInterface
    interface Haste {
        /// @param start V `[R * N]` to start from; empty for nothing
        Solution solve(Game game, Settings settings, Optional<double[]> start) throws NotSolvedException;

        /// Near `start` where there is one, by pseudo-time.
        static Solution byPseudoTime(Game game, Settings settings, Optional<double[]> start) throws NotSolvedException {
            return start.isPresent()
                    ? Equilibrium.solveQuickly(game, settings, start.get())
                    : Equilibrium.solveQuickly(game, settings);
        }
    }

    /// @param starts what quick solves need; empty to solve every game with all care
    InWorld(Study study, Worlds worlds, Settings settings, Optional<Starts> starts, Haste haste, int index) {
        this.study = study;
        this.worlds = worlds;
        this.settings = settings;
        this.starts = starts;
        this.haste = haste;
        this.index = index;
    }

    /// One more task will come.
    void expect() {
        expected.incrementAndGet();
    }

    /// One task less is to come; after the last one nothing is kept.
    void release() {
        if (expected.decrementAndGet() == 0) {
            forget();
        }
    }

    private synchronized void forget() {
        kept.clear();
    }

    private Attempt asIs() {
        return kept(study.asIs());
    }

    private synchronized Attempt kept(Study.Part part) {
        String id = part.variant().id();
        Attempt known = kept.get(id);
        if (known == null) {
            known = attempt(part);
            kept.put(id, known);
        }
        return known;
    }

    WorldResult result(String variant) {
        Study.Part part = study.part(variant);
        boolean wanted = variant.equals(Policy.AS_IS) || study.twinned(part);
        Attempt attempt = wanted ? kept(study.twin(part)) : attempt(part);
        return switch (attempt) {
            case Attempt.Failed(String reason, boolean again) ->
                WorldResult.failed(index, variant, reason).triedAgain(again);
            case Attempt.Solved(Solution solution, boolean again) ->
                read(part, solution).triedAgain(again);
        };
    }

    private Attempt attempt(Study.Part part) {
        if (index == Ensemble.CENTRAL) {
            return starts.map(known -> known.central(part)).orElseGet(() -> Attempt.cold(part.middle(), settings));
        }
        // a variant whose middle world has no long-horizon limit gets no other equilibrium for one
        Optional<double[]> middle = starts.flatMap(known -> known.value(part));
        return middle.isPresent()
                ? Attempt.at(() -> quick(part, game(part), middle.get()), () -> careful(game(part)))
                : Attempt.at(() -> careful(game(part)));
    }

    private Game game(Study.Part part) {
        World world = worlds.of(part.variant().scenario()).apply(index);
        return part.variant().structure().game(world);
    }

    private Solution careful(Game game) throws NotSolvedException {
        return Equilibrium.solveOrLeave(game, settings);
    }

    private Solution quick(Study.Part part, Game game, double[] middle) throws NotSolvedException {
        Settings loose = settings.withTolerance(Math.max(settings.tolerance(), Ensemble.QUICK_TOLERANCE));
        Optional<CarryOver> carryOver = part.carryOver();
        return haste.solve(game, loose, carryOver.flatMap(known -> start(known, middle)));
    }

    private Optional<double[]> start(CarryOver carryOver, double[] middle) {
        Optional<double[]> asIsMiddle = starts.flatMap(known -> known.value(study.asIs()));
        return asIsMiddle.isPresent() && asIs() instanceof Attempt.Solved(Solution asIs, boolean again)
                ? Optional.of(carryOver.start(middle, asIsMiddle.get(), asIs.value()))
                : Optional.empty();
    }

    private WorldResult read(Study.Part part, Solution solution) {
        WorldResult result = result(index, part, solution);
        if (!result.solved()) {
            return result;
        }
        try {
            return new WorldResult(
                    index,
                    result.variant(),
                    result.failure(),
                    result.outcomes(),
                    study.kinks() ? with(result.values(), kinks(part, solution)) : result.values(),
                    result.worth(),
                    part.held().flatMap(held -> plans(part, held, solution)),
                    part.deals()
                            .map(deals -> deals.of(solution.game(), solution.rate()))
                            .orElse(List.of()),
                    result.residual(),
                    result.again());
        } catch (TooFastException e) {
            return tooFast(index, part, e);
        }
    }

    private static WorldResult tooFast(int index, Study.Part part, TooFastException e) {
        return WorldResult.failed(index, part.variant().id(), "TOO_FAST: " + e.getMessage());
    }

    /// What is read off the solution of one variant by itself.
    static WorldResult result(int index, Study.Part part, Solution solution) {
        try {
            Game game = solution.game();
            Readings.Values values = part.readings().of(solution);
            var worth = new double[game.actors];
            System.arraycopy(solution.worth(), game.start * game.actors, worth, 0, worth.length);
            return new WorldResult(
                    index,
                    part.variant().id(),
                    Optional.empty(),
                    values.outcomes(),
                    values.values(),
                    worth,
                    Optional.empty(),
                    List.of(),
                    solution.residual(),
                    false);
        } catch (TooFastException e) {
            return tooFast(index, part, e);
        }
    }

    private static double[] with(double[] values, double last) {
        double[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = last;
        return all;
    }

    /// How many intentions differ from those in the middle world, where that is at hand.
    private double kinks(Study.Part part, Solution solution) {
        return starts.flatMap(known -> known.value(part))
                .map(middle -> (double) Kinks.between(part.middle(), middle, solution.game(), solution.value()))
                .orElse(Double.NaN);
    }

    private Optional<WorldResult.Plans> plans(Study.Part part, Held held, Solution rethought) {
        return switch (asIs()) {
            case Attempt.Failed failed -> Optional.empty();
            case Attempt.Solved(Solution before, boolean again) -> {
                double[] rates = held.rates(before.rate(), Optional.of(rethought.rate()));
                Readings.Values values = part.readings().of(rethought.game(), rates);
                yield Optional.of(
                        new WorldResult.Plans(values.outcomes(), values.values(), held.strayed(values.spent())));
            }
        };
    }
}
