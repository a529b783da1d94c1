package org.casus.story;

import java.util.List;

/// One way in which an end comes about.
///
/// @param share share of the runs to that end that went this way or came nearest to it
/// @param exactly share of the runs to that end that took exactly these steps
/// @param steps in order; none if nothing decisive changed for good
/// @param detours changes that came to nothing on the way, the commonest first: those of which there is at
///     least one in four runs that took exactly these steps
/// @param runs places in [Stories#runs] of the runs that took exactly these steps, ascending
public record Storyline(double share, double exactly, List<Step> steps, List<Detour> detours, List<Integer> runs) {}
