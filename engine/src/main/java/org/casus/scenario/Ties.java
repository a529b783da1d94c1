package org.casus.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Judgements that have one value, as sets that grow together.
public final class Ties {
    private final int[] first;

    /// Nothing tied to anything.
    public Ties(int judgements) {
        first = IntStream.range(0, judgements).toArray();
    }

    /// Puts `a` and `b` in one set.
    void tie(int a, int b) {
        int low = Math.min(root(a), root(b));
        int high = Math.max(root(a), root(b));
        first[high] = low;
    }

    /// Puts the members of each group in one set.
    public void tie(List<List<Integer>> groups) {
        groups.forEach(group -> group.forEach(index -> tie(group.getFirst(), index)));
    }

    private int root(int judgement) {
        int at = judgement;
        while (first[at] != at) {
            at = first[at];
        }
        return at;
    }

    /// Sets of two or more, ascending.
    public List<List<Integer>> groups() {
        var groups = new TreeMap<Integer, List<Integer>>();
        for (int k = 0; k < first.length; k++) {
            groups.computeIfAbsent(root(k), root -> new ArrayList<>()).add(k);
        }
        return groups.values().stream()
                .filter(group -> group.size() > 1)
                .map(List::copyOf)
                .toList();
    }
}
