package org.casus.app.edit;

/// A question of the interview.
///
/// @param id what its answer is called: `who`, `changes`, `wants`, `moves`, `ends`
/// @param asks the question
/// @param how how to answer, in a sentence or two
/// @param example an answer
/// @param otherwise the answer that an empty one stands for; made up, from what was answered before
public record Question(String id, String asks, String how, String example, String otherwise) {}
