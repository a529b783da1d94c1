package org.casus.story;

/// A row coming from one level to another.
public record Change(int row, int from, int to) {}
