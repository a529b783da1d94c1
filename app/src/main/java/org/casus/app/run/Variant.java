package org.casus.app.run;

import org.casus.scenario.Scenario;

/// The scenario without one of the edits in force.
///
/// @param edit what was left out, as in `The policy monitors`
public record Variant(String edit, Scenario scenario) {}
