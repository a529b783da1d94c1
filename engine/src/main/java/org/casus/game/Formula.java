package org.casus.game;

import java.util.List;
import org.casus.scenario.Judgement;
import org.casus.scenario.World;

/// A price, odds or rate as a function of the judgements: the same in every world, its value not.
sealed interface Formula {

    record Constant(double value) implements Formula {}

    /// The judgement's value in the game's units.
    record Judged(Judgement judgement) implements Formula {}

    record Sum(List<Formula> terms) implements Formula {}

    record Product(List<Formula> factors) implements Formula {}

    /// 1 − the sum of `others`, and 0 where rounding would leave less.
    record Rest(List<Formula> others) implements Formula {}

    default double in(World world) {
        return switch (this) {
            case Constant(double value) -> value;
            case Judged(Judgement judgement) -> world.inGame(judgement);
            case Sum(List<Formula> terms) -> sum(terms, world);
            case Product(List<Formula> factors) -> {
                double product = 1;
                for (Formula factor : factors) {
                    product *= factor.in(world);
                }
                yield product;
            }
            case Rest(List<Formula> others) -> Math.max(0, 1 - sum(others, world));
        };
    }

    /// Adds to `slopes`, by judgement in the game's units, what `slope` by this formula comes to. A rest
    /// that is zero stays zero.
    default void pull(World world, double slope, double[] slopes) {
        switch (this) {
            case Constant constant -> {}
            case Judged(Judgement judgement) -> slopes[judgement.index()] += slope;
            case Sum(List<Formula> terms) -> terms.forEach(term -> term.pull(world, slope, slopes));
            case Product(List<Formula> factors) -> {
                for (int k = 0; k < factors.size(); k++) {
                    double others = slope;
                    for (int l = 0; l < factors.size(); l++) {
                        others *= l == k ? 1 : factors.get(l).in(world);
                    }
                    factors.get(k).pull(world, others, slopes);
                }
            }
            case Rest(List<Formula> others) -> {
                if (sum(others, world) < 1) {
                    others.forEach(other -> other.pull(world, -slope, slopes));
                }
            }
        }
    }

    /// The constant 1.
    static Formula one() {
        return new Constant(1);
    }

    /// The product, with factors of one left out.
    static Formula product(Formula a, Formula b) {
        if (a.equals(one())) {
            return b;
        }
        return b.equals(one()) ? a : new Product(List.of(a, b));
    }

    /// The sum; of one term, that term.
    static Formula sum(List<Formula> terms) {
        return terms.size() == 1 ? terms.getFirst() : new Sum(List.copyOf(terms));
    }

    private static double sum(List<Formula> terms, World world) {
        double sum = 0;
        for (Formula term : terms) {
            sum += term.in(world);
        }
        return sum;
    }
}
