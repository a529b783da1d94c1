package org.casus.app.live;

import java.util.Optional;
import org.casus.game.Game;
import org.casus.study.Held;

/// Everybody goes on as planned in the policy with nothing set.
final class HeldPlans {

    private HeldPlans() {}

    /// Whether what is set leaves the chain as it was: it changes what is wanted and paid alone.
    static boolean sameChain(Sight sight, Base base) {
        Game game = sight.game();
        Game before = base.solution().game();
        return sight.sameBoard() && game.horizon == before.horizon && game.sameChain(before);
    }

    /// The rate of each play of the view: that of the base where the boards are the same, else as [Held] matches them.
    static double[] rates(Sight sight, Base base) {
        if (sight.sameBoard()) {
            return base.solution().rate();
        }
        var held = new Held(
                base.structure().space(),
                base.solution().game(),
                sight.structure().space(),
                sight.game());
        return held.rates(base.solution().rate(), Optional.empty());
    }
}
