package org.casus.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One row of the board: it stands on exactly one of its levels, low to high.
///
/// @param index place in [Scenario#rows]
/// @param start the level it stands on at first
/// @param ordered false for postures that are no ladder: then only `is` and `to` work on it
/// @param at the place it stands at, which is what commitments cover
/// @param attack from which level on the row is an attack on its place, and by whom
/// @param kind what made the row
public record Row(
        int index,
        String id,
        String title,
        List<String> levels,
        int start,
        boolean ordered,
        Optional<String> at,
        Optional<Attack> attack,
        Kind kind,
        Position position) {

    /// From `level` upward the row is an attack by each of the actors `by`.
    public record Attack(int level, Set<String> by) {}

    /// What made a row: the board of the file, a table of agreements, or a commitment that is remembered.
    public enum Kind {
        BOARD,
        TABLE,
        MEMORY
    }
}
