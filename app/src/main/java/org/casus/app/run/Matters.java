package org.casus.app.run;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casus.scenario.Choice;
import org.casus.scenario.Clock;
import org.casus.scenario.Judgement;
import org.casus.study.Band;

/// What `casus matters` has to say, whatever the form: how the odds of an outcome, a score, or what a claim is
/// about, answer to every judgement.
///
/// @param about which scenario, and what was asked of it
/// @param value of what was asked with every judgement at its middle; NaN where it has none
/// @param slopes one for each judgement, in the order of the scenario
/// @param bars what each judgement, or group that moves together, could do over its range, to first order;
///     widest first, points and what does nothing left out
/// @param guessShare share of Σ swing² over the bars that is of judgements without a source; NaN without
///     bars. A first-order guess weight
/// @param figures how exact the slopes are
/// @param spread what many worlds say; empty where none were drawn
/// @param warnings what a reader should know before quoting it
public record Matters(
        About about,
        double value,
        List<Slope> slopes,
        List<Bar> bars,
        double guessShare,
        Figures figures,
        Optional<Spread> spread,
        List<String> warnings) {

    /// Which scenario, under what, and what was asked.
    ///
    /// @param hash SHA-256 of the text with the policy and settings in force
    /// @param policy that is in force; for a claim what its first side is read under
    /// @param against what its second side is read under
    /// @param seed of the draws
    public record About(
            String scenario,
            String title,
            String version,
            String hash,
            long seed,
            String policy,
            Optional<String> against,
            List<String> settings,
            Choice choice,
            Clock clock,
            double tolerance,
            Target target) {}

    /// How a quantity answers to one judgement.
    ///
    /// @param slope per unit as written
    /// @param atLow change at the low end of its range to first order; 0 for a point
    /// @param atHigh the same at its high end
    public record Slope(Judgement judgement, double slope, double atLow, double atHigh) {}

    /// What judgements that move as one could do.
    ///
    /// @param atLow change with them at their low ends, to first order
    /// @param atHigh the same at their high ends
    /// @param exact both changes re-solved; empty where that was not done
    public record Bar(List<Judgement> judgements, double atLow, double atHigh, Optional<Exact> exact) {

        /// From one end of the ranges to the other, with its sign.
        public double swing() {
            return atHigh - atLow;
        }

        /// Whether both ends are re-solved.
        public boolean resolved() {
            return exact.filter(ends -> Double.isFinite(ends.atLow()) && Double.isFinite(ends.atHigh()))
                    .isPresent();
        }

        /// The change at the low end, as exactly as it is known.
        public double low() {
            return resolved() ? exact.orElseThrow().atLow() : atLow;
        }

        /// The change at the high end, as exactly as it is known.
        public double high() {
            return resolved() ? exact.orElseThrow().atHigh() : atHigh;
        }

        /// How far it moves the value, both ends and the middle together.
        public double reach() {
            return Math.max(0, Math.max(low(), high())) - Math.min(0, Math.min(low(), high()));
        }

        /// Whether any of them is a guess or says nothing of a source.
        public boolean guessed() {
            return judgements.stream().anyMatch(Matters::guessed);
        }
    }

    /// Changes between complete solves: the game at an end of the ranges, less the game in the middle. NaN
    /// where the game there could not be solved.
    ///
    /// @param kinksLow how many plays are intended in the middle and not at the low end, or the other way
    ///     round: on the way there a move's advantage crosses zero, and what was re-solved is no test of the
    ///     slope; NaN where that was not counted
    /// @param kinksHigh the same at the high end
    /// @param oddsLow odds of every outcome at the low end, under what the first side of the target is read under;
    ///     empty where the game there could not be solved
    /// @param oddsHigh the same at the high end
    public record Exact(
            double atLow, double atHigh, double kinksLow, double kinksHigh, double[] oddsLow, double[] oddsHigh) {

        /// Whether there is a kink on the way to either end.
        public boolean kinked() {
            return kinksLow > 0 || kinksHigh > 0;
        }
    }

    /// @param residual of the adjoint system
    /// @param truncation bound on the error of the value
    /// @param products with the transposed Jacobian
    public record Figures(double residual, double truncation, int products, int states) {}

    /// What many worlds say.
    ///
    /// @param worlds how many were drawn
    /// @param failed how many of them could not be solved
    /// @param explained share of the spread that is given to some judgement
    /// @param guessWeight share of what is explained that rests on judgements without a source; NaN if
    ///     nothing is
    /// @param indices of judgements with any share, the largest first
    public record Spread(
            int worlds, int failed, Band band, double explained, double guessWeight, List<Index> indices) {}

    /// Of a judgement, or a group that moves as one.
    ///
    /// @param first share of the spread that it does alone
    /// @param total alone and with others
    /// @param share with interactions divided equally
    /// @param learning by what share the middle 90% of worlds would be narrower if it were known
    public record Index(List<Judgement> judgements, double first, double total, double share, double learning) {}

    /// The bars by how far they move the value as exactly as that is known, the farthest first: to first order
    /// they may stand otherwise.
    public List<Bar> byReach() {
        return bars.stream()
                .sorted(Comparator.comparingDouble(Bar::reach).reversed())
                .toList();
    }

    /// How many bars were re-solved.
    public int resolved() {
        return (int) bars.stream().filter(bar -> bar.exact().isPresent()).count();
    }

    /// Whether kinks were counted on the way to both ends of any of them.
    public boolean kinksCounted() {
        return bars.stream()
                .flatMap(bar -> bar.exact().stream())
                .anyMatch(ends -> !Double.isNaN(ends.kinksLow() + ends.kinksHigh()));
    }

    /// How many of them have a kink between the middle and an end.
    public int kinked() {
        return (int) bars.stream()
                .filter(bar -> bar.exact().filter(Exact::kinked).isPresent())
                .count();
    }

    /// The slope by the first judgement of `bar`.
    public double slope(Bar bar) {
        String id = bar.judgements().getFirst().id();
        return slopes.stream()
                .filter(slope -> slope.judgement().id().equals(id))
                .findFirst()
                .orElseThrow()
                .slope();
    }

    /// The index of what `bar` is about.
    public Optional<Index> index(Bar bar) {
        return spread.flatMap(many -> many.indices().stream()
                .filter(index -> index.judgements().stream()
                        .anyMatch(judgement -> judgement
                                .id()
                                .equals(bar.judgements().getFirst().id())))
                .findFirst());
    }

    /// Whether a judgement is a guess or says nothing of a source.
    public static boolean guessed(Judgement judgement) {
        return judgement.isGuess() || judgement.per().isEmpty();
    }
}
