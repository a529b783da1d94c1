package org.casus.scenario;

import java.util.List;
import java.util.Optional;

/// Where a move or chance event leads: with `odds` (1 where none are stated) one of the branches
/// `then`, else one of
/// the branches `otherwise`. At least one branch each; the odds of a list of branches sum to 1 in
/// every world because
/// the last one takes the rest.
///
/// @param odds the chance of `then`
public record Leads(Optional<Judgement> odds, List<Branch> then, List<Branch> otherwise) {

    /// One branch: its odds (empty: whatever the others leave) and its effects, none for `nothing`.
    ///
    /// @param text the effects in the file's words
    public record Branch(Optional<Judgement> odds, List<Effect> effects, String text) {}
}
