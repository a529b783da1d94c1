package org.casus.why;

import java.util.Optional;

/// All there is to say of one choice.
///
/// @param decision what was chosen from
/// @param chosen the option that is explained
/// @param against the option it is held against
/// @param split of `chosen` less `against`, by interest
/// @param flips what would turn that; empty if it was not asked for
public record Card(Decision decision, Option chosen, Option against, Split split, Optional<Flips> flips) {

    /// How much better the chosen option is, points; below zero if it is an error.
    public double difference() {
        return split.whole();
    }
}
