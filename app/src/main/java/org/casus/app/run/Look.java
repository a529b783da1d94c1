package org.casus.app.run;

import java.util.List;
import java.util.Optional;

/// A second opinion on the scenario as it is in one world.
///
/// @param world its index, or [org.casus.study.Ensemble#CENTRAL]
/// @param failure why there is none
/// @param others the odds of each outcome at the horizon in every further equilibrium
public record Look(int world, Optional<String> failure, List<double[]> others) {

    /// Whether there is more than one equilibrium.
    public boolean several() {
        return !others.isEmpty();
    }
}
