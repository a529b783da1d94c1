package org.casus.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.casus.chain.Chain;
import org.casus.chain.Classes;
import org.casus.chain.Transient;
import org.casus.game.Game;
import org.casus.game.SizeException;
import org.casus.game.Structure;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What stands before and after a solve: the board compiled, its numbers filled in, the chain and its odds.
/// One thread.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ChainBench {

    private final Reference reference = Reference.load();
    private final Chain chain = Chain.of(reference.solution());
    private final List<Classes> classes =
            List.of(Classes.outcomes(reference.structure().space()));

    /// From the scenario to the shape of its game.
    @Benchmark
    public Structure compile() throws SizeException {
        return Structure.compile(reference.scenario());
    }

    /// The numbers of a world filled in.
    @Benchmark
    public Game fill() {
        return reference.structure().game(reference.world());
    }

    /// From rates of play to a chain.
    @Benchmark
    public Chain chain() {
        return Chain.of(reference.solution());
    }

    /// The odds of every outcome at the horizon.
    @Benchmark
    public Transient odds() {
        double[] horizon = {reference.solution().game().horizon};
        return Transient.of(chain, new Transient.Question(horizon, classes, 0), 1);
    }
}
