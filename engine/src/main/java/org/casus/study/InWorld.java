package org.casus.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.casus.chain.TooFastException;
import org.casus.equilibrium.Equilibrium;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.scenario.Policy;
import org.casus.scenario.World;

/// The tasks of one world. Policies ask for the plans of the scenario as it is, so its solution is found
/// once, by whichever task comes first, and kept until the last one is done.
final class InWorld {

    private final Study study;
    private final Worlds worlds;
    private final Settings settings;
    private final Optional<Starts> starts;
    private final int index;
    private final AtomicInteger expected = new AtomicInteger();
    private Optional<Attempt> asIs = Optional.empty();

    /// @param starts where solves start from; empty to solve every game from nothing
    InWorld(Study study, Worlds worlds, Settings settings, Optional<Starts> starts, int index) {
        this.study = study;
        this.worlds = worlds;
        this.settings = settings;
        this.starts = starts;
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
        asIs = Optional.empty();
    }

    private synchronized Attempt asIs() {
        if (asIs.isEmpty()) {
            asIs = Optional.of(attempt(study.asIs()));
        }
        return asIs.get();
    }

    WorldResult result(String variant) {
        Study.Part part = study.part(variant);
        Attempt attempt = variant.equals(Policy.AS_IS) ? asIs() : attempt(part);
        return switch (attempt) {
            case Attempt.Failed(String reason) -> WorldResult.failed(index, variant, reason);
            case Attempt.Solved(Solution solution) -> read(part, solution);
        };
    }

    private Attempt attempt(Study.Part part) {
        if (index == Ensemble.CENTRAL) {
            return starts.map(known -> known.central(part)).orElseGet(() -> Attempt.cold(part.middle(), settings));
        }
        Optional<double[]> start = starts.flatMap(known -> known.value(part));
        return Attempt.at(() -> {
            World world = worlds.of(part.variant().scenario()).apply(index);
            Game game = part.variant().structure().game(world);
            return start.isPresent()
                    ? Equilibrium.solveFrom(game, settings, start.get())
                    : Equilibrium.solve(game, settings);
        });
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
                    result.residual());
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
                    solution.residual());
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
            case Attempt.Solved(Solution before) -> {
                double[] rates = held.rates(before.rate(), Optional.of(rethought.rate()));
                Readings.Values values = part.readings().of(rethought.game(), rates);
                yield Optional.of(
                        new WorldResult.Plans(values.outcomes(), values.values(), held.strayed(values.spent())));
            }
        };
    }
}
