package org.casus.story;

/// A change that came to nothing: it was undone again on the way, or undid another.
///
/// @param what of a row that the stories look at
/// @param times how often it was made, mean over runs
public record Detour(Change what, double times) {}
