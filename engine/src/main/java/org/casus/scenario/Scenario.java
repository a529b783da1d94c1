package org.casus.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
/// @param together groups of judgement indices that move as one: those of the file, and what alike actors have in
/// common
/// @param alike groups of actors that differ in nothing but their names; verified
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
        List<Peers> alike,
        List<Judgement> judgements) {

    /// The same with alike actors, and with what they have in common tied.
    Scenario with(List<Peers> peers, List<List<Integer>> tied) {
        return new Scenario(
                name,
                title,
                question,
                hash,
                policy,
                asOf,
                clock,
                choice,
                sources,
                places,
                rows,
                actors,
                commitments,
                agreements,
                moves,
                chance,
                outcomes,
                policies,
                scores,
                claims,
                tied,
                List.copyOf(peers),
                judgements);
    }

    /// The ids of the numbers that are one with the number `id`, because they belong to alike actors; itself among
    /// them. Only `id` where there are no others.
    public List<String> tied(String id) {
        var ties = new Ties(judgements.size());
        alike.forEach(peers -> ties.tie(peers.numbers()));
        return ties.groups().stream()
                .map(group -> group.stream().map(k -> judgements.get(k).id()).toList())
                .filter(ids -> ids.contains(id))
                .findFirst()
                .orElse(List.of(id));
    }

    /// Those of alike actors whose numbers are one with the number `id`; nobody where it is alone.
    public List<Actor> sharing(String id) {
        return alike.stream()
                .filter(peers -> peers.numbers().stream()
                        .flatMap(List::stream)
                        .anyMatch(k -> judgements.get(k).id().equals(id)))
                .flatMap(peers -> peers.actors().stream())
                .sorted()
                .map(actors::get)
                .toList();
    }

    /// The same as if no actors were alike; worlds stay what they are.
    public Scenario withoutAlike() {
        return with(List.of(), together);
    }

    /// Whether `condition` means the same whoever of alike actors is called what: where states stand for
    /// all orders of alike actors, no other can be asked about.
    public boolean indifferent(Condition condition) {
        String here = new Mirror(rows, Optional.empty()).of(condition);
        return alike.stream()
                .flatMap(peers -> peers.exchanges().stream())
                .allMatch(exchange ->
                        new Mirror(rows, Optional.of(exchange)).of(condition).equals(here));
    }
}
