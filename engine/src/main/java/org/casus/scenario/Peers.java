package org.casus.scenario;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// A group of actors that differ in nothing but their names: any two may change places, with all that
/// bears their names, and the scenario is the same.
///
/// @param actors indices of the members, in the order of the file
/// @param exchanges what becomes of the scenario if a member and the next change places, one fewer than
///     members: together they make every order
/// @param rows for each member the rows that are its own, counterparts at the same places, if all rows that
///     change places are some one member's own and their levels stay; else empty
/// @param numbers sets of judgements, by index, that become each other and so have one value in each world
public record Peers(
        List<Integer> actors,
        List<Exchange> exchanges,
        Optional<List<List<Integer>>> rows,
        List<List<Integer>> numbers) {

    static Peers of(List<Integer> actors, List<Exchange> exchanges, List<Row> rows, List<List<Integer>> numbers) {
        return new Peers(List.copyOf(actors), List.copyOf(exchanges), owned(exchanges, rows), numbers);
    }

    /// Follows each row of the first member along the exchanges; of two members it does not matter which
    /// is called the first's.
    private static Optional<List<List<Integer>>> owned(List<Exchange> exchanges, List<Row> all) {
        List<List<Integer>> own = new ArrayList<>();
        for (int k = 0; k <= exchanges.size(); k++) {
            own.add(new ArrayList<>());
        }
        var seen = new BitSet();
        for (Row row : all) {
            int at = row.index();
            if (!seen.get(at) && moved(exchanges, at).equals(bits(0, exchanges.size()))) {
                for (int k = 0; k < own.size(); k++) {
                    if (seen.get(at) || !moved(exchanges, at).equals(bits(k, exchanges.size()))) {
                        return Optional.empty();
                    }
                    seen.set(at);
                    own.get(k).add(at);
                    at = k < exchanges.size() ? exchanges.get(k).row(at) : at;
                }
            }
        }
        for (Row row : all) {
            boolean moves = !moved(exchanges, row.index()).isEmpty();
            boolean relabelled = exchanges.stream().anyMatch(exchange -> !exchange.level(row.index()));
            if (relabelled || (moves && !seen.get(row.index()))) {
                return Optional.empty();
            }
        }
        return Optional.of(own.stream().map(List::copyOf).toList());
    }

    private static BitSet moved(List<Exchange> exchanges, int row) {
        var moved = new BitSet();
        for (int k = 0; k < exchanges.size(); k++) {
            moved.set(k, exchanges.get(k).row(row) != row);
        }
        return moved;
    }

    /// The exchanges that member k takes part in.
    private static BitSet bits(int member, int exchanges) {
        var bits = new BitSet();
        for (int k = Math.max(0, member - 1); k <= Math.min(member, exchanges - 1); k++) {
            bits.set(k);
        }
        return bits;
    }
}
