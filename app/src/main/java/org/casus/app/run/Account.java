package org.casus.app.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.casus.scenario.Condition;
import org.casus.scenario.Outcome;
import org.casus.scenario.Scenario;
import org.casus.story.Lanes;
import org.casus.story.Stories;
import org.casus.why.Decision;
import org.casus.why.Errors;
import org.casus.why.Flips;
import org.casus.why.Option;
import org.casus.why.Pivot;
import org.casus.why.Sharper;
import org.casus.why.Split;
import org.casus.why.Undoing;

/// How an outcome comes about, and why: what `casus why` found.
///
/// @param stories how it comes about
/// @param lanes on which levels the runs of the largest storyline stand; none where there are no storylines
/// @param pivots decisions that carry its odds
/// @param cards decisions laid open
/// @param errors how much of it is error; empty until it is asked
/// @param sharper odds along rising sharpness; empty where that was not asked
/// @param undoings moves that undo each other; empty where that was not asked
public record Account(
        About about,
        Stories stories,
        Optional<Lanes> lanes,
        List<Pivot> pivots,
        List<Card> cards,
        Optional<Errors> errors,
        Optional<Sharper> sharper,
        Optional<List<Undoing>> undoings) {

    /// The same with `errors`, which tell of every outcome.
    Account with(Errors errors) {
        return new Account(about, stories, lanes, pivots, cards, Optional.of(errors), sharper, undoings);
    }

    /// What it is an account of.
    ///
    /// @param outcome asked about
    /// @param likeliest whether it was taken for being the likeliest, none having been named
    /// @param board levels of the board whose decisions were asked for; empty for those of the storyline
    /// @param runs to the outcome that the stories are made from
    /// @param residual of the solution
    public record About(
            Scenario scenario,
            String version,
            List<String> settings,
            long seed,
            Outcome outcome,
            boolean likeliest,
            Optional<Condition> board,
            int runs,
            double tolerance,
            double residual,
            int states) {}

    /// A decision laid open.
    ///
    /// @param when the rows that stand otherwise than at the start, and their levels
    /// @param step place in the steps of the largest storyline
    /// @param chosen what was done there; of a board that was asked for, the best option
    /// @param against the best of the other options
    /// @param split of the difference between the two, in points, by interest
    /// @param sharp 1/κ of the actor: a difference of fewer points is close
    /// @param flips what would turn it; empty where that was not asked
    public record Card(
            Condition when,
            OptionalInt step,
            Decision decision,
            Option chosen,
            Option against,
            Split split,
            double sharp,
            Optional<Flips> flips) {

        /// The same with what would turn it.
        Card with(Flips turns) {
            return new Card(when, step, decision, chosen, against, split, sharp, Optional.of(turns));
        }

        /// By how many points the one is better than the other.
        public double difference() {
            return split.whole();
        }

        /// Whether a difference so small turns often by chance.
        public boolean close() {
            return Math.abs(difference()) < sharp;
        }
    }
}
