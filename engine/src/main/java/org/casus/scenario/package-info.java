/// The scenario file: records, the reader with positions, conditions, judgements, errors and lint.
///
/// Text becomes a [Scenario][org.casus.scenario.Scenario], an immutable value in which everything the
/// language
/// can say has been expanded to six plain things: rows, actors, moves, chance events, outcomes and
/// judgements.
@NullMarked
package org.casus.scenario;

import org.jspecify.annotations.NullMarked;
