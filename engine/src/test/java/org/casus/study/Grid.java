package org.casus.study;

import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;

/// Worlds for tests: one judgement on an even grid in the order of worlds, the others from streams named
/// by their ids, so that every variant has the same.
record Grid(String main, int count) implements Worlds {

    @Override
    public IntFunction<World> of(Scenario scenario) {
        return index -> World.of(
                scenario,
                scenario.judgements().stream()
                        .mapToDouble(j -> j.low() + share(j.id(), index) * (j.high() - j.low()))
                        .toArray());
    }

    private double share(String id, int index) {
        return id.equals(main)
                ? (index + 0.5) / count
                : new SplittableRandom(1_000_003L * id.hashCode() + index).nextDouble();
    }
}
