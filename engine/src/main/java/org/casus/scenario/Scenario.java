package org.casus.scenario;

import java.time.LocalDate;
import java.util.List;

/// A crisis as one file says it, under at most one policy, checked and expanded: the engine's only input.
///
/// Everything the language offers beyond rows, actors, moves, chance, outcomes and judgements (commitments,
/// agreements, tables, memory) is expanded into those, so that nothing downstream knows it. The records in
/// `commitments` and `agreements` keep what was said, for explanations.
///
/// @param name the folder or file name, without ending
/// @param hash SHA-256 of the text, the policy and the settings in force, in hex
/// @param policy id of the policy in force, or `as-is`
/// @param rows the board, then tables of agreements, then memories of commitments
/// @param actors in the file's order
/// @param moves stated ones first, then brokering and signing
/// @param outcomes in order, the last one always holding
/// @param together groups of judgement indices that move as one
/// @param judgements every number, section by section in the order of the language, whatever order the
/// file has
public record Scenario(
        String name,
        String title,
        String question,
        String hash,
        String policy,
        LocalDate asOf,
        Clock clock,
        Choice choice,
        List<Source> sources,
        List<Place> places,
        List<Row> rows,
        List<Actor> actors,
        List<Commitment> commitments,
        List<Agreement> agreements,
        List<Move> moves,
        List<Chance> chance,
        List<Outcome> outcomes,
        List<Policy> policies,
        List<Score> scores,
        List<Claim> claims,
        List<List<Integer>> together,
        List<Judgement> judgements) {}
