package org.casus.study;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/// Results by world and variant, worlds in order whatever order they came in.
final class Results {

    private final Study study;
    private final Map<Integer, Map<String, WorldResult>> byWorld = new TreeMap<>();

    /// @param of which worlds count
    Results(Study study, Collection<WorldResult> results, IntPredicate of) {
        this.study = study;
        for (WorldResult result : results) {
            if (of.test(result.world())) {
                byWorld.computeIfAbsent(result.world(), world -> new TreeMap<>())
                        .put(result.variant(), result);
            }
        }
    }

    /// The worlds for which there is a result, solved or not, of each of `variants`.
    List<Integer> worlds(Collection<String> variants) {
        return byWorld.entrySet().stream()
                .filter(entry -> entry.getValue().keySet().containsAll(variants))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Whether each of `variants` is solved in `world`.
    boolean solved(int world, Collection<String> variants) {
        return variants.stream().allMatch(variant -> get(world, variant).solved());
    }

    WorldResult get(int world, String variant) {
        return Optional.ofNullable(byWorld.get(world))
                .map(variants -> variants.get(variant))
                .orElseThrow(() -> new IllegalArgumentException("no result of " + variant + " in world " + world));
    }

    /// What is labelled `label` in each of `worlds`, in which `variant` is solved.
    double[] values(List<Integer> worlds, String variant, String label) {
        int place = study.labels(variant).indexOf(label);
        if (place < 0) {
            throw new IllegalArgumentException(variant + " has no " + label);
        }
        return worlds.stream()
                .mapToDouble(world -> get(world, variant).values()[place])
                .toArray();
    }
}
