package org.casus.study;

import java.util.List;
import java.util.Optional;

/// Policies side by side, each in the same worlds.
///
/// @param worlds how many count: those in which every policy was solved
/// @param failed worlds in which some policy could not be solved; they do not count
/// @param outcomes ids, in the order of all lists by outcome
/// @param scores ids, in the order of all lists by score
/// @param policies as-is first
/// @param differences of every pair
public record Comparison(
        int worlds,
        int failed,
        List<String> outcomes,
        List<String> scores,
        List<Side> policies,
        List<Difference> differences) {

    /// What a judge is called that goes by the order of the outcomes, where a scenario has no scores.
    public static final String OUTCOME_ORDER = "outcome order";

    /// One policy.
    ///
    /// @param outcomes odds of each at the horizon
    /// @param scores each in its own unit
    /// @param merits by each judge
    /// @param effect what it changes against the scenario as it is; empty for that itself
    /// @param deals what becomes of the agreements, where that was asked
    public record Side(
            String id,
            String title,
            List<Band> outcomes,
            List<Band> scores,
            List<Merit> merits,
            Optional<Effect> effect,
            List<DealBands> deals) {}

    /// How a policy does by one judge.
    ///
    /// @param judge id of a score, of which more is better, or [#OUTCOME_ORDER]
    /// @param bestInShare share of worlds in which none does better; where several are best, each has its
    ///     part of that world
    /// @param worstRegret the most by which another does better in some world, in the judge's unit
    /// @param worstIn index of that world, the first of several; −1 where there is no regret
    public record Merit(String judge, double bestInShare, double worstRegret, int worstIn) {}

    /// The effect of a policy in two: plans held, and actors re-think. In every world the two add up to the
    /// difference from the scenario as it is.
    ///
    /// @param plansHeld odds of each outcome if all go on as planned, less those of the scenario as it is
    /// @param rethink odds of each outcome less those if all go on as planned
    /// @param scoresHeld and `scoresRethink` the same of each score
    /// @param strayed share of the time that is spent, plans held, where nothing was planned
    public record Effect(
            List<Band> plansHeld, List<Band> rethink, List<Band> scoresHeld, List<Band> scoresRethink, Band strayed) {}

    /// What becomes of an agreement over the worlds, as in [Deal].
    public record DealBands(String agreement, Band signed, Band stillFighting, Band recurs) {}

    /// One policy against another, world by world.
    ///
    /// @param outcomes odds under `policy` less odds under `against`
    /// @param scores likewise
    /// @param outcomesMore share of worlds in which an outcome is likelier under `policy`, by any amount
    /// @param scoresMore likewise
    public record Difference(
            String policy,
            String against,
            List<Band> outcomes,
            List<Band> scores,
            List<Double> outcomesMore,
            List<Double> scoresMore) {}
}
