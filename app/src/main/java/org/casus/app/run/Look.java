package org.casus.app.run;

import java.util.List;
import java.util.Optional;

/// A second look at a variant in one world, solved with all care however the run solves.
///
/// @param world its index, or [org.casus.study.Ensemble#CENTRAL]
/// @param variant its id
/// @param failure why it could not be solved
/// @param cold the odds of each outcome at the horizon
/// @param sought whether further equilibria were looked for
/// @param others the same odds in every further equilibrium
public record Look(
        int world, String variant, Optional<String> failure, double[] cold, boolean sought, List<double[]> others) {

    /// Odds that differ by more are those of another equilibrium.
    private static final double SAME = 1e-3;

    /// Whether there is more than one equilibrium.
    public boolean several() {
        return !others.isEmpty();
    }

    /// Whether `outcomes`, the odds that the run has for this world, are those of another equilibrium.
    public boolean elsewhere(double[] outcomes) {
        for (int k = 0; k < Math.min(cold.length, outcomes.length); k++) {
            if (Math.abs(cold[k] - outcomes[k]) > SAME) {
                return true;
            }
        }
        return false;
    }
}
