package org.casus.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is legal and seldom meant, as far as it shows without solving. Moves never open and levels
/// never reached show
/// when the game is compiled; moves that undo each other in play show after solving.
public final class Lint {

    /// The ids of the rules, as in [Warning#id].
    public static final List<String> RULES = List.of(
            "guesses",
            "running-cost",
            "free-reversal",
            "equal-effect",
            "one-way",
            "idle-row",
            "never-due",
            "free-signature",
            "assumed",
            "point-drifts",
            "drifts-faster-than-acts",
            "unused-source");

    private Lint() {}

    /// Why `claim` of `scenario` follows from one input without solving, where it does; whether it is then
    /// true is another question.
    public static Optional<String> follows(Scenario scenario, Claim claim) {
        return claim.test().flatMap(new ClaimLint(scenario)::reason);
    }

    /// Every warning about `scenario`, in the order of the file.
    public static List<Warning> of(Scenario scenario) {
        List<Warning> warnings = new ArrayList<>();
        new NumberLint(scenario).add(warnings);
        new MoveLint(scenario).add(warnings);
        new ClaimLint(scenario).add(warnings);
        warnings.sort(Comparator.comparing((Warning w) -> w.position().file())
                .thenComparingInt(w -> w.position().line())
                .thenComparingInt(w -> w.position().column()));
        return List.copyOf(warnings);
    }
}
