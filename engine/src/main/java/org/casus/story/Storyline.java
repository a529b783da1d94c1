package org.casus.story;

import java.util.List;

/// One way in which an end comes about.
///
/// @param share share of the runs to that end that went this way or came nearest to it
/// @param exactly share of the runs to that end that took exactly these steps
/// @param steps in order; none if nothing decisive changed for good
public record Storyline(double share, double exactly, List<Step> steps) {}
