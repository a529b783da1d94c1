package org.casus.equilibrium;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.casus.bench.Reference;
import org.casus.game.Game;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The pieces of a solve, each over the whole board once, on one thread, at the solution. It stands in the
/// package of what it measures, so that none of that has to be public.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SolverBench {

    private final Game game;
    private final Workspace work;
    private final double[] value;
    private final double[] slope;
    private final double[] change;
    private final Derivative derivative;
    private final float[] direction;
    private final float[] image;
    private final Pullback pullback;
    private final double[] byPlay;

    public SolverBench() {
        Solution solution = Reference.load().solution();
        game = solution.game();
        work = new Workspace(game, Settings.standard().withThreads(1));
        value = work.pad(solution.value());
        slope = new double[work.layout.size()];
        change = new double[work.layout.size()];
        work.field.evaluate(value, slope);
        work.system.linearise(value);
        work.system.shift(0);
        derivative = new Derivative(work.layout, work.parallel, work.field, ShiftedSystem.scales(game));
        derivative.take(value);
        derivative.shift(0);
        direction = new float[work.layout.size()];
        Arrays.fill(direction, 1);
        image = new float[work.layout.size()];
        var lists = new LeadLists(work.layout);
        var inflow = new Inflow(work.layout, lists);
        pullback = new Pullback(work.layout, work.parallel, lists, inflow, work.field.play(value), value);
        byPlay = new double[game.plays()];
    }

    /// A game laid out in memory.
    @Benchmark
    public Object layout() {
        return new Layout(game);
    }

    /// F(V) and the rates of play: an exponential a play, gains and drift in double precision.
    @Benchmark
    public double[] field() {
        work.field.evaluate(value, slope);
        return slope;
    }

    /// The derivative taken anew.
    @Benchmark
    public void linearise() {
        work.system.linearise(value);
        work.system.shift(0);
    }

    /// One product with the derivative.
    @Benchmark
    public float[] product() {
        derivative.multiply(direction, image);
        return image;
    }

    /// One product with its transpose, in double precision.
    @Benchmark
    public double[] transposed() {
        pullback.apply(value, byPlay, change);
        return change;
    }

    /// A linear system of Newton's solved until its residual has fallen to a tenth: sweeps, products and
    /// orthogonal vectors.
    @Benchmark
    public double gmres() {
        return work.system.solve(slope, change, 0.1);
    }
}
