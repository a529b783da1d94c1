package org.casus.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.DoubleStream;
import org.casus.chain.Transient.Question;
import org.casus.equilibrium.Solution;
import org.casus.game.Game;
import org.casus.game.StateSpace;

/// Makes forecasts.
public final class Forecasts {

    private Forecasts() {}

    /// The forecast of `solution` at `times` and at the horizon, on `threads` threads (the same
    /// result on any number).
    ///
    /// Cost: two passes over the powers of the chain, the second for the errors.
    ///
    /// @throws IllegalArgumentException if a time is negative or not finite
    public static Forecast of(Solution solution, StateSpace space, double[] times, int threads) {
        Game game = solution.game();
        double[] grid = DoubleStream.concat(Arrays.stream(times), DoubleStream.of(game.horizon))
                .sorted()
                .distinct()
                .toArray();
        var classes = new ArrayList<Classes>();
        classes.add(Classes.outcomes(space));
        for (int row = 0; row < space.scenario().rows().size(); row++) {
            classes.add(Classes.levels(space, row));
        }
        Transient here = Transient.of(Chain.of(solution), new Question(grid, classes, game.horizon), threads);
        Transient there = Transient.of(Chain.corrected(solution), Question.odds(grid, classes), threads);
        double[][][] errors = errors(here, there);
        var flux = new Flux(solution, here.occupation());
        return new Forecast(
                grid,
                Arrays.binarySearch(grid, game.horizon),
                first(here.odds()),
                first(errors),
                levels(space, here.odds()),
                levels(space, errors),
                first(here.spent()),
                levels(space, here.spent()),
                flux.played(space.scenario().moves().size()),
                flux.entries(classes.getFirst(), space.scenario().chance().size()),
                here.truncation(),
                here.drift(),
                here.products() + there.products());
    }

    /// Odds of meeting each of `targets` at some time up to each of `times` (in their order),
    /// with their errors: in the chain that stops there. Cost: two passes a target.
    ///
    /// @throws IllegalArgumentException if a time is negative or not finite
    public static List<Ever> ever(Solution solution, List<BitSet> targets, double[] times, int threads) {
        Chain chain = Chain.of(solution);
        Chain corrected = Chain.corrected(solution);
        var ever = new ArrayList<Ever>();
        for (BitSet target : targets) {
            var classes = List.of(Classes.in(target, chain.states()));
            var question = Question.odds(times.clone(), classes);
            Transient here = Transient.of(chain.stoppedAt(target), question, threads);
            Transient there = Transient.of(corrected.stoppedAt(target), question, threads);
            ever.add(new Ever(times.clone(), met(here.odds()), met(errors(here, there))));
        }
        return List.copyOf(ever);
    }

    private static double[] met(double[][][] perTime) {
        return Arrays.stream(perTime).mapToDouble(each -> each[0][1]).toArray();
    }

    private static double[][][] errors(Transient here, Transient there) {
        var errors = new double[here.odds().length][][];
        for (int t = 0; t < errors.length; t++) {
            errors[t] = new double[here.odds()[t].length][];
            for (int j = 0; j < errors[t].length; j++) {
                double[] a = here.odds()[t][j];
                double[] b = there.odds()[t][j];
                errors[t][j] = new double[a.length];
                for (int c = 0; c < a.length; c++) {
                    errors[t][j][c] = Math.abs(a[c] - b[c]) + here.truncation() + here.drift();
                }
            }
        }
        return errors;
    }

    private static double[][] first(double[][][] perTime) {
        return Arrays.stream(perTime).map(each -> each[0]).toArray(double[][]::new);
    }

    /// Row by row; rows that alike actors have as their counterparts have one forecast, the mean of theirs.
    private static double[][][] levels(StateSpace space, double[][][] perTime) {
        int[] kinds = space.levelKinds();
        return Arrays.stream(perTime)
                .map(each -> Arrays.copyOfRange(each, 1, each.length))
                .map(rows -> space.scenario().alike().isEmpty() ? rows : shared(rows, kinds))
                .toArray(double[][][]::new);
    }

    private static double[][] shared(double[][] rows, int[] kinds) {
        double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        Flux.share(flat, kinds);
        var shared = new double[rows.length][];
        int from = 0;
        for (int row = 0; row < rows.length; row++) {
            shared[row] = Arrays.copyOfRange(flat, from, from + rows[row].length);
            from += rows[row].length;
        }
        return shared;
    }
}
