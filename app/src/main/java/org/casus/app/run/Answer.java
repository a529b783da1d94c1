package org.casus.app.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.casus.scenario.Choice;
import org.casus.scenario.Clock;

/// What `casus solve` has to say, whatever the form: everything the text and the JSON show, and
/// nothing of the engine.
///
/// @param about which scenario, under which policy and settings
/// @param size the solved game's size
/// @param figures how well it is solved
/// @param outcomes in the file's order, with their odds at the horizon
/// @param rows the board with its levels, as `over` lists them
/// @param over odds at each time asked for
/// @param prospects what is ever met, what comes first, how long it lasts
/// @param played every move with its expected number by the horizon, most played first
/// @param scores what the scenario asks for beside the outcomes, in the file's order
/// @param secondOpinion further equilibria, and what was tried to find any
/// @param failure why it is not solved; everything else is then a partial result
/// @param warnings what a reader should know before quoting it
public record Answer(
        About about,
        Size size,
        Figures figures,
        List<Ending> outcomes,
        List<Board> rows,
        List<Moment> over,
        Prospects prospects,
        List<Played> played,
        List<Scored> scores,
        Opinions secondOpinion,
        Optional<String> failure,
        List<String> warnings) {

    /// Further equilibria.
    public List<Other> others() {
        return secondOpinion.others();
    }

    /// Whether any were looked for, and so whether finding none says anything.
    public boolean lookedForOthers() {
        return !secondOpinion.tried().isEmpty();
    }

    /// Which scenario, and under what.
    ///
    /// @param hash SHA-256 of the text with the policy and settings in force
    /// @param settings `path=value` as given, in order
    /// @param grounds what the file's numbers rest on
    /// @param tolerance largest residual that counts as solved, relative to the largest value
    public record About(
            String scenario,
            String title,
            String question,
            String version,
            String hash,
            long seed,
            String policy,
            List<String> settings,
            Choice choice,
            LocalDate asOf,
            Clock clock,
            Grounds grounds,
            double tolerance) {}

    /// @param moves moves open in some state, counted once for each state
    /// @param transitions jumps of the solved chain before those with the same ends are merged
    public record Size(int states, int moves, long transitions) {}

    /// How well it is solved.
    ///
    /// @param residual max |F| / ρ relative to max |V|
    /// @param payoffGap max |F|, points per clock unit
    /// @param valueError estimate of the largest error of V, points
    /// @param oddsError estimate of the largest error of the odds reported
    /// @param settled horizon after which the play no longer changed, clock units
    /// @param seconds wall time from the file to the odds
    public record Figures(
            double residual,
            double payoffGap,
            double valueError,
            double oddsError,
            double settled,
            int steps,
            int refused,
            int newton,
            int products,
            double seconds) {

        /// Accepted time steps and Newton steps together.
        public int iterations() {
            return steps + newton;
        }
    }

    /// One outcome and its odds at the horizon.
    public record Ending(String id, String title, boolean absorbing, double odds) {}

    /// One row of the board.
    public record Board(String id, String title, List<String> levels) {}

    /// Odds at one time.
    ///
    /// @param t in clock units
    /// @param outcomes odds by outcome
    /// @param rows odds by row and level
    public record Moment(double t, double[] outcomes, double[][] rows) {}

    /// How often a move is made by the horizon.
    ///
    /// @param expectedTimes expected number of times
    /// @param atDisadvantage share of those made although waiting was worth more: drift and error
    public record Played(String actor, String move, String title, double expectedTimes, double atDisadvantage) {}

    /// One score.
    ///
    /// @param quantity what it is, as the file says it
    /// @param unit [#ODDS], `weeks` and its like, or `per week` and its like
    /// @param value in `unit`; not a number where there is none, as of play in a state never met
    public record Scored(String id, String title, String quantity, String unit, double value) {

        /// The unit of odds, from 0 to 1.
        public static final String ODDS = "odds";
    }

    /// Another equilibrium of the same game.
    ///
    /// @param how which way of looking found it
    /// @param odds of the outcomes at the horizon
    public record Other(String how, double payoffGap, double[] odds) {}
}
