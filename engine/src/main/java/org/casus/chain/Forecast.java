package org.casus.chain;

import java.util.List;

/// What a solved game says about the time to come: odds of every outcome and level over a grid of
/// times, how often each
/// move is made and who brings each outcome about.
///
/// Errors are estimates of what the solver's remaining error in V does to the odds (odds under V + δV
/// less odds under
/// V)
/// plus the bound on what uniformisation leaves out.
///
/// @param times clock units, ascending, the horizon among them
/// @param horizon index of the horizon in `times`
/// @param outcomes odds of each outcome, `[time][outcome]`
/// @param outcomeErrors error of each of them
/// @param levels odds of each level of each row, `[time][row][level]`
/// @param levelErrors error of each of them
/// @param spentInOutcomes expected time with each outcome's condition, clock units, `[time][outcome]`
/// @param spentOnLevels expected time on each level, clock units, `[time][row][level]`
/// @param played every move of the scenario that is open somewhere, in the scenario's order, up to the
/// horizon
/// @param entries who brings each outcome about, up to the horizon
/// @param truncation bound on what uniformisation leaves out of any odds
/// @param drift |1 − Σ p|, what rounding did to the total
/// @param products number of products with the generator
public record Forecast(
        double[] times,
        int horizon,
        double[][] outcomes,
        double[][] outcomeErrors,
        double[][][] levels,
        double[][][] levelErrors,
        double[][] spentInOutcomes,
        double[][][] spentOnLevels,
        List<Played> played,
        List<Entries> entries,
        double truncation,
        double drift,
        int products) {

    /// The largest error of the odds of any outcome at any time.
    public double oddsError() {
        double largest = 0;
        for (double[] errors : outcomeErrors) {
            for (double error : errors) {
                largest = Math.max(largest, error);
            }
        }
        return largest;
    }
}
