package org.casus.app.run;

import java.util.List;
import java.util.Optional;
import org.casus.scenario.Change;
import org.casus.scenario.Clock;

/// What `casus diff` has to say, whatever the form: how two scenario files differ in meaning, and what that does
/// to the odds.
///
/// @param changes every difference in meaning
/// @param effects what they do; empty where it was not asked, or none of them can do anything
/// @param warnings what a reader should know before quoting it
public record Diff(About about, List<Change> changes, Optional<Effects> effects, List<String> warnings) {

    /// Which files.
    ///
    /// @param clock of the second file
    /// @param solve whether effects were asked for
    /// @param policy in force in both, `as-is` for none
    /// @param settings in force in both, as given
    public record About(
            String version,
            Side before,
            Side after,
            Clock clockBefore,
            Clock clock,
            double tolerance,
            boolean solve,
            String policy,
            List<String> settings) {}

    /// One of the files.
    ///
    /// @param asked path, name or `-`
    /// @param hash SHA-256 of its text
    public record Side(String asked, String scenario, String title, String hash) {}

    /// What the changes do to the odds at the horizon, every judgement at its middle.
    ///
    /// @param outcomes of both files, those of the first in its order, then those that only the second has
    /// @param total all changes together
    /// @param steps each change, or group of changes that only together make a scenario, alone
    /// @param interaction what the total is more than the sum of the steps; empty if that is not known
    public record Effects(List<Outcome> outcomes, Result total, List<Step> steps, Optional<Split> interaction) {}

    /// An outcome before and after.
    ///
    /// @param id in the first file, else in the second
    /// @param after what the second file calls it
    /// @param oddsBefore 0 where the first file does not have it
    /// @param oddsAfter 0 where the second file does not have it; NaN where it has no odds
    public record Outcome(String id, String after, String title, double oddsBefore, double oddsAfter) {}

    /// Changes put into the first file, and nothing else.
    ///
    /// @param changes by their places in [Diff#changes]
    /// @param rest whether these are the changes that were not told apart
    public record Step(List<Integer> changes, boolean rest, Result result) {}

    /// What some changes do.
    public sealed interface Result {

        /// The game is the same, number by number.
        record Nothing() implements Result {}

        /// @param split for each outcome
        /// @param strayed share of the time, plans held, in states that nobody had planned for
        /// @param newMoves that nobody had planned to make
        /// @param goneMoves that were planned and cannot be made any more
        record Moves(Split split, double strayed, List<String> newMoves, List<String> goneMoves) implements Result {}

        /// @param reason why there is no number
        record Untold(String reason) implements Result {}
    }

    /// Changes of odds, one number for each outcome.
    ///
    /// @param direct plans held: the world is another and everybody goes on as planned
    /// @param strategic the rest: actors think again
    public record Split(double[] direct, double[] strategic) {

        /// Both together, of outcome `k`.
        public double total(int k) {
            return direct[k] + strategic[k];
        }

        /// The largest of all changes of odds, whatever its sign.
        public double largest() {
            double most = 0;
            for (int k = 0; k < direct.length; k++) {
                most = Math.max(most, Math.max(Math.abs(total(k)), Math.abs(direct[k])));
            }
            return most;
        }
    }
}
