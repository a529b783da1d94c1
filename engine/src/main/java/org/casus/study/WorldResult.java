package org.casus.study;

import java.util.List;
import java.util.Optional;

/// What one variant of a scenario says in one world. Arrays are not written after construction.
///
/// @param world index of the world, or [Ensemble#CENTRAL]
/// @param variant id of the variant
/// @param failure why it could not be solved; everything numeric is then empty or NaN
/// @param outcomes odds of each outcome at the horizon
/// @param values the scores and sides of claims, in the order of [Study#labels]
/// @param worth what each actor gets from the start on, points
/// @param held the same with plans held, for a policy; empty for others, and where the scenario as it is
///     could not be solved in this world
/// @param deals what becomes of the agreements, where that was asked
/// @param residual how exactly it is solved, as in [org.casus.equilibrium.Solution]
/// @param again whether a quick solve had failed and it was tried once more with all care
public record WorldResult(
        int world,
        String variant,
        Optional<String> failure,
        double[] outcomes,
        double[] values,
        double[] worth,
        Optional<Plans> held,
        List<Deal> deals,
        double residual,
        boolean again) {

    /// What a policy does if everybody goes on as planned ([Held]).
    ///
    /// @param outcomes odds of each outcome at the horizon
    /// @param values as of the result
    /// @param strayed share of the time until the horizon that is spent where nothing was planned
    public record Plans(double[] outcomes, double[] values, double strayed) {}

    /// A world in which the variant could not be solved.
    static WorldResult failed(int world, String variant, String reason) {
        var none = new double[0];
        return new WorldResult(
                world, variant, Optional.of(reason), none, none, none, Optional.empty(), List.of(), Double.NaN, false);
    }

    /// This, had at the second try if so it was.
    WorldResult triedAgain(boolean again) {
        return new WorldResult(world, variant, failure, outcomes, values, worth, held, deals, residual, again);
    }

    public boolean solved() {
        return failure.isEmpty();
    }
}
