package org.casus.scenario;

import java.util.List;

/// A policy: edits to the scenario, in the file's own words. See [ScenarioFile#with].
///
/// @param set paths with the text of their new value
/// @param forbid ids of moves, chance events, commitments, agreements that it closes
/// @param allow ids of dormant ones that it opens
public record Policy(
        String id, String title, List<Setting> set, List<String> forbid, List<String> allow, Position position) {

    /// The id of the scenario without any policy; a policy of that name may stand in a file, to
    /// give it a title.
    public static final String AS_IS = "as-is";

    /// One `path: value`.
    public record Setting(String path, String value, Position position) {}
}
