package org.casus.equilibrium;

import java.util.List;
import org.casus.game.Game;

/// A game solved: a logit Markov perfect equilibrium with its figures.
///
/// @param game the game it solves
/// @param value V, points, `[R * N]`, what each actor expects when it plans as it means to act
/// @param worth W, points, `[R * N]`, what it really gets, errors included and all prices paid
/// @param rate h, rate of each play per clock unit `[plays]`
/// @param correction one more Newton step δV at the solution, points, `[R * N]`: the estimate of V's
/// error, state by
///     state; the error of any odds is their change from V to V + δV
/// @param payoffGap max |F|, points per clock unit: V is exactly an equilibrium of the game whose flows differ by no
///     more
/// @param residual max over actors and states of |F_i| / ρ_i, relative to max |V_i|
/// @param valueError max |δV|, the estimate of the largest error of V in points
/// @param settled horizon in clock units after which the play no longer changed
/// @param iterations what it took
/// @param log one line for each thing worth telling, in order
public record Solution(
        Game game,
        double[] value,
        double[] worth,
        double[] rate,
        double[] correction,
        double payoffGap,
        double residual,
        double valueError,
        double settled,
        Iterations iterations,
        List<String> log) {

    /// Counts of work: backward time steps accepted and refused, Newton steps, products with the Jacobian.
    public record Iterations(int steps, int refused, int newton, int products) {}
}
