package org.casus.app.edit;

import java.util.List;

/// Lines next to each other that differ between two texts.
///
/// @param line number of the first of `before`, from 1; where that is empty, of the line it comes before
/// @param newLine the same for `after`
/// @param before lines that go, without their ends
/// @param after lines that come instead
public record Hunk(int line, int newLine, List<String> before, List<String> after) {}
