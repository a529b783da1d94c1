package org.casus.study;

import java.util.Optional;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;
import org.casus.game.Structure;
import org.casus.scenario.Judgement;
import org.casus.scenario.Quantity;
import org.casus.scenario.World;

/// How a quantity answers to every judgement, everyone re-thinking: exact slopes at one world.
///
/// @param quantity what was asked
/// @param value its value in this world; NaN where it has none, and then no slopes
/// @param slope dq/dθ by each judgement, per unit as written (per point, per 1 = 100%, per clock word of
///     `every 2 weeks`), in the order of the scenario's judgements
/// @param residual of the adjoint system: relative error of the slopes but for the condition of the game;
///     1e-8 and more means that the game is next to a fold, where slopes grow without bound
/// @param truncation bound on the error of `value`, as in [org.casus.chain.RateSlopes]
/// @param products with the transposed Jacobian, how many it took
public record Gradient(
        Quantity quantity, double value, double[] slope, double residual, double truncation, int products) {

    /// The gradient of `quantity` at the horizon, at the solution of `structure` in `world`. For several
    /// quantities of one solution [Gradients] is cheaper.
    public static Gradient of(
            Structure structure, World world, Solution solution, Quantity quantity, Settings settings) {
        try (var gradients = new Gradients(structure, world, solution, settings)) {
            return gradients.of(quantity, Optional.empty(), solution.game().horizon);
        }
    }

    /// dq/dθ by `judgement`, per unit as written.
    public double slope(Judgement judgement) {
        return slope[judgement.index()];
    }
}
