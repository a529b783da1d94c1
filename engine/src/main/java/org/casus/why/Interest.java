package org.casus.why;

import java.util.Optional;
import org.casus.game.Stake;
import org.casus.scenario.Judgement;

/// One thing that an actor's values are made of.
///
/// @param name unique within the actor
/// @param judgement the number behind it, with its place in the file; none of the freedom to choose
/// @param move index of the move it is a price of
public record Interest(String name, Kind kind, Optional<Judgement> judgement, Optional<Integer> move) {

    /// What kind it is.
    public enum Kind {
        WANT,
        FEAR,
        COMMITMENT,
        PRICE,
        /// Under `choice: tastes` having options is worth something by itself.
        FREEDOM
    }

    static final Interest FREEDOM = new Interest("freedom to choose", Kind.FREEDOM, Optional.empty(), Optional.empty());

    static Interest of(Stake stake) {
        Kind kind = switch (stake.kind()) {
            case WANT -> Kind.WANT;
            case FEAR -> Kind.FEAR;
            case COMMITMENT -> Kind.COMMITMENT;
            case PRICE -> Kind.PRICE;
        };
        return new Interest(stake.name(), kind, Optional.of(stake.judgement()), stake.move());
    }
}
