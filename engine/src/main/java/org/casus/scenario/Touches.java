package org.casus.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.casus.scenario.Change.About;
import org.casus.scenario.Change.Touch;

/// What the language says of a place in a file: what a change there can touch, and which words lead to it.
final class Touches {

    private static final Set<String> HEADINGS = Set.of("title", "question", "note", "as_of");
    private static final Set<String> FOR_PEOPLE = Set.of("title", "note", "why");

    private Touches() {}

    /// What a change at `key` below `path` can touch at most, `otherwise` where nothing is known of it.
    static Touch of(List<String> path, String key, Touch otherwise) {
        boolean field = path.size() == 2;
        if (path.isEmpty() ? HEADINGS.contains(key) : field && FOR_PEOPLE.contains(key)) {
            return Touch.WORDS;
        }
        boolean provenance = path.size() > 2 && Provenance.KEYS.contains(key);
        return switch (About.of(path.isEmpty() ? key : path.getFirst())) {
            case SOURCE -> Touch.WORDS;
            case POLICY -> Touch.POLICIES;
            case SCORE -> Touch.SCORES;
            case CLAIM -> Touch.CLAIMS;
            case TOGETHER -> Touch.WORLDS;
            case SCENARIO, CLOCK, CHOICE, DEFAULTS, PLACE, ROW, ACTOR, COMMITMENT, AGREEMENT, MOVE, CHANCE, OUTCOME ->
                provenance ? Touch.SOURCES : otherwise;
        };
    }

    /// The words that lead to what stands at `path`: without the section where names are unique.
    static String words(List<String> path) {
        boolean section = path.size() > 1
                && Arrays.stream(Names.Kind.values()).anyMatch(kind -> kind.section.equals(path.getFirst()));
        return String.join(" ", section ? path.subList(1, path.size()) : path);
    }
}
