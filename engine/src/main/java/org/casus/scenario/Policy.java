package org.casus.scenario;

import java.util.List;

/// A policy: edits to the scenario, in the file's own words. See [ScenarioFile#with].
///
/// @param set paths with the text of their new value
/// @param forbid ids of moves, chance events, commitments, agreements that it closes
/// @param allow ids of dormant ones that it opens
public record Policy(
        String id, String title, List<Setting> set, List<String> forbid, List<String> allow, Position position) {

    /// One `path: value`.
    public record Setting(String path, String value, Position position) {}
}
