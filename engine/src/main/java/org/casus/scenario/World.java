package org.casus.scenario;

import java.util.Arrays;

/// One value for each judgement of a scenario, as written: all the doubt about judgements taken away.
public final class World {

    private final double[] written;

    private World(double[] written) {
        this.written = written;
    }

    /// The world in which every judgement takes its middle value.
    public static World middle(Scenario scenario) {
        return new World(
                scenario.judgements().stream().mapToDouble(Judgement::middle).toArray());
    }

    /// The world with these values, as written, in the order of [Scenario#judgements].
    ///
    /// @throws IllegalArgumentException if a value lies outside its judgement's ends or one is missing
    public static World of(Scenario scenario, double[] written) {
        var judgements = scenario.judgements();
        if (written.length != judgements.size()) {
            throw new IllegalArgumentException(
                    "a world of " + written.length + " values for " + judgements.size() + " judgements");
        }
        for (Judgement judgement : judgements) {
            double value = written[judgement.index()];
            if (!(value >= judgement.low() && value <= judgement.high())) {
                throw new IllegalArgumentException(
                        judgement.id() + " is " + value + ", outside " + judgement.low() + " to " + judgement.high());
            }
        }
        return new World(written.clone());
    }

    /// The value of `judgement` as written.
    public double written(Judgement judgement) {
        return written[judgement.index()];
    }

    /// The value of `judgement` in the game's units: points, shares, rates per clock unit.
    public double inGame(Judgement judgement) {
        return judgement.measure().inGame(written[judgement.index()]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof World world && Arrays.equals(written, world.written);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(written);
    }
}
