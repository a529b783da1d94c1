package org.casus.app.live;

import org.casus.equilibrium.Solution;
import org.casus.game.Structure;
import org.casus.scenario.Scenario;

/// A policy with nothing set by hand: what views of it start from and are compared with.
///
/// @param odds of the outcomes at the horizon
record Base(Scenario scenario, Structure structure, Solution solution, double[] odds) {}
