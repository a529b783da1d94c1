package org.casus.scenario;

import java.util.List;
import java.util.Optional;

/// A promise with territory. Its workings (the memory row, the breach event, the worth of breaking it,
/// what `due`
/// means) are already expanded elsewhere in the [Scenario]; this record keeps what the file said.
///
/// @param binds index of the obliged actor
/// @param protects index of the protected actor, where it is one of the actors
/// @param covers ids of the places it covers
/// @param due while it is due: some row at a covered place is an attack by another than these two
/// @param keptBy the condition that keeps it
/// @param answerWithin rate of turning broken while due and unkept; with it a breach is remembered for good
/// @param memory index of the row that remembers a breach (levels `unbroken`, `broken`), where
/// `answerWithin` is given
public record Commitment(
        String id,
        String title,
        int binds,
        Optional<Integer> protects,
        List<String> covers,
        Guard due,
        Guard keptBy,
        Optional<Judgement> answerWithin,
        Judgement breakingCosts,
        Optional<Integer> memory,
        boolean dormant,
        Position position) {}
