package org.casus.study;

import java.util.function.IntFunction;
import org.casus.scenario.Scenario;
import org.casus.scenario.World;

/// Where the worlds of a study come from.
///
/// World k of a variant must be the one that corresponds to world k of the scenario as it is: a judgement
/// that no edit touches has the same value in both.
@FunctionalInterface
public interface Worlds {

    /// The worlds of `scenario`, which is the one as it is or a variant of it, by index from 0. Asked from
    /// several threads.
    IntFunction<World> of(Scenario scenario);
}
