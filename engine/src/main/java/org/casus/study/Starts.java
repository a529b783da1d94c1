package org.casus.study;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.casus.equilibrium.Settings;
import org.casus.equilibrium.Solution;

/// What quick solves need to know beforehand: the values of each variant in its middle world, which is
/// solved with all care. It is fixed in advance, so that it does not matter which world is done when.
///
/// Each is found once, by whoever needs it first, and kept for all: the solution of each variant, which its
/// game in the middle world is part of anyway.
final class Starts {

    /// One variant's start.
    private static final class Memo {
        private Optional<Attempt> attempt = Optional.empty();
    }

    private final Settings settings;
    private final Map<String, Memo> memos = new HashMap<>();

    Starts(Study study, Settings settings) {
        this.settings = settings;
        study.variants().forEach(variant -> memos.put(variant.id(), new Memo()));
    }

    /// The middle world of `part`, solved from nothing.
    Attempt central(Study.Part part) {
        Memo memo = memo(part);
        synchronized (memo) {
            Attempt attempt = memo.attempt.orElseGet(() -> Attempt.cold(part.middle(), settings));
            memo.attempt = Optional.of(attempt);
            return attempt;
        }
    }

    /// V `[R * N]` of `part` in its middle world; empty where that could not be solved.
    Optional<double[]> value(Study.Part part) {
        return switch (central(part)) {
            case Attempt.Failed failed -> Optional.empty();
            case Attempt.Solved(Solution solution, boolean again) -> Optional.of(solution.value());
        };
    }

    private Memo memo(Study.Part part) {
        String id = part.variant().id();
        return Optional.ofNullable(memos.get(id)).orElseThrow(() -> new IllegalArgumentException("no variant " + id));
    }
}
