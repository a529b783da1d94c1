package org.casus.scenario;

/// A quantity reported beside the outcomes.
public record Score(String id, String title, String text, Quantity quantity, Position position) {}
