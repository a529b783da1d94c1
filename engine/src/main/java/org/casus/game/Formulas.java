package org.casus.game;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.scenario.World;

/// All formulas of a game, each kept once and known by a number, so that a board of a million plays
/// stores an int for
/// each and a world evaluates each distinct formula once.
final class Formulas {

    private final Map<Formula, Integer> numbers = new HashMap<>();
    private final List<Formula> all = new ArrayList<>();

    int number(Formula formula) {
        return numbers.computeIfAbsent(formula, f -> {
            all.add(f);
            return all.size() - 1;
        });
    }

    double[] in(World world) {
        return all.stream().mapToDouble(formula -> formula.in(world)).toArray();
    }

    /// Adds to `slopes`, by judgement in the game's units, what a slope by each formula comes to.
    void pull(World world, double[] byFormula, double[] slopes) {
        for (int k = 0; k < byFormula.length; k++) {
            all.get(k).pull(world, byFormula[k], slopes);
        }
    }

    int size() {
        return all.size();
    }
}
