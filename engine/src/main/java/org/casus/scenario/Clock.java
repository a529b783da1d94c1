package org.casus.scenario;

/// The clock of a scenario: its unit and how many units away the horizon lies.
public record Clock(TimeUnit unit, double horizon) {}
