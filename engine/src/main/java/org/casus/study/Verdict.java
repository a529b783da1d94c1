package org.casus.study;

import java.util.Optional;
import java.util.OptionalDouble;

/// What the worlds say of a claim.
///
/// @param claim its id
/// @param share of the worlds that count in which it is true; NaN without any
/// @param worlds how many count: those in which both sides were solved and have a number
/// @param failed worlds in which a side could not be solved; they do not count
/// @param effect left less right, or quantity less bound, in the quantity's own unit
/// @param left what is compared first
/// @param right what it is compared with; the bound itself, in every world, for a bound
/// @param ratio left / right − 1, where the claim counts in per cent
/// @param splitsOn the judgement and the value that best tell the worlds apart, where it depends and that is
///     better than chance
/// @param chance how probable so good a split is by chance alone, whether it is named or not; empty where
///     none was looked for or nothing splits the worlds at all
/// @param equilibria at how many further equilibria of the middle world it was looked at
/// @param otherwise at how many of them it comes out otherwise than at the reported one
/// @param reason why it is assumed or untestable, fails whatever the numbers, or depends on the
///     equilibrium: though the worlds agree, or beside what splits them
public record Verdict(
        String claim,
        Kind kind,
        double share,
        int worlds,
        int failed,
        Band effect,
        Band left,
        Band right,
        Optional<Band> ratio,
        Optional<Split> splitsOn,
        OptionalDouble chance,
        int equilibria,
        int otherwise,
        Optional<String> reason) {

    /// How it comes out.
    public enum Kind {
        /// True in at least 80% of worlds, and at no further equilibrium otherwise.
        HOLDS,
        /// True in at most 20%, and at no further equilibrium otherwise.
        FAILS,
        /// True in some worlds and not in others, or at some equilibria of the middle world and not at others.
        DEPENDS,
        /// True in every world, and it follows from one input without solving: not a finding.
        ASSUMED,
        /// It cannot be put as a test, or there is nothing to test it on.
        UNTESTABLE
    }
}
