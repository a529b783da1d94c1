package org.casus.bench;

import java.util.Locale;
import org.casus.game.Game;
import org.casus.game.SizeException;
import org.casus.game.Structure;
import org.casus.scenario.Edits;
import org.casus.scenario.Policy;
import org.casus.scenario.Quantity;
import org.casus.scenario.Scenario;
import org.casus.scenario.ScenarioException;
import org.casus.scenario.ScenarioFile;
import org.casus.scenario.World;

/// A scenario under a policy, compiled, in its middle world.
record Board(String policy, Scenario scenario, Structure structure, World world, Game game) {

    static Board of(ScenarioFile file, String policy) throws ScenarioException, SizeException {
        boolean asIs = policy.equals(Policy.AS_IS);
        Scenario scenario = asIs ? file.scenario() : file.with(Edits.policy(policy));
        var structure = Structure.compile(scenario);
        var world = World.middle(scenario);
        return new Board(policy, scenario, structure, world, structure.game(world));
    }

    /// The odds of an outcome at the horizon.
    Quantity outcome(int index) {
        return new Quantity.OddsAt(scenario.outcomes().get(index).when());
    }

    /// `4,528 states`
    String size() {
        return String.format(Locale.ROOT, "%,d states", game.states);
    }
}
